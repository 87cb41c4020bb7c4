type PackContext = {
  readonly appOutDir: string;
  readonly packager: { readonly appInfo: { readonly productFilename: string } };
};

export const expectedFuses: readonly { readonly name: string; readonly on: boolean }[];
export function wrongFuses(program: string): Promise<readonly string[]>;
export function afterPack(context: PackContext): Promise<void>;
export function afterSign(context: PackContext): Promise<void>;
