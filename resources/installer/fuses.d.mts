export const expectedFuses: readonly { readonly name: string; readonly on: boolean }[];
export function wrongFuses(program: string): Promise<readonly string[]>;
export function afterSign(context: {
  readonly appOutDir: string;
  readonly packager: { readonly appInfo: { readonly productFilename: string } };
}): Promise<void>;
