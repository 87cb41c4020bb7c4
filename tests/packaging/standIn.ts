import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeedingRun } from './programs.ts';
import { root } from './project.ts';

/** Electron's distribution for Windows, as electron-builder takes it: a folder with electron.exe. */
export type Distribution = { readonly folder: string; readonly isReal: boolean };

/** A real one: where ELECTRON_OVERRIDE_DIST_PATH says, or where Electron's own installer puts it. */
export function realDistribution(program: 'electron.exe' | 'electron'): Distribution | null {
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', join(root, 'node_modules', 'electron', 'dist')];
  const folder = folders.find((path) => path !== '' && existsSync(join(path, program)));
  return folder === undefined ? null : { folder, isReal: true };
}

/**
 * A program in the place of Electron: it does nothing, but carries what packing changes in the real one, the fuse wire (in the state in
 * which Electron ships it) and a version resource.
 */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const program = `
__attribute__((used)) static const unsigned char fuses[] = "${sentinel}\\x01\\x09" "101100011";
int main(int count, char **words) { return count > 99 ? fuses[count] : 0; }
`;
const resource = `
1 VERSIONINFO
FILEVERSION 1,0,0,0
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "040904b0"
    BEGIN
      VALUE "ProductName", "Stand-in"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x409, 1200
  END
END
`;

/** Compiles the stand-in below `folder`. */
export function makeStandIn(folder: string): Distribution {
  const distribution = join(folder, 'standIn');
  mkdirSync(join(distribution, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'standIn.c'), program);
  writeFileSync(join(folder, 'standIn.rc'), resource);
  writeFileSync(join(distribution, 'LICENSE'), 'The licence of the stand-in.\n');
  for (const language of ['en-US', 'de']) writeFileSync(join(distribution, 'locales', `${language}.pak`), language);
  const compiled = join(folder, 'standIn.o');
  succeedingRun('x86_64-w64-mingw32-windres', [join(folder, 'standIn.rc'), compiled]);
  const output = join(distribution, 'electron.exe');
  succeedingRun('x86_64-w64-mingw32-gcc', ['-s', '-Os', join(folder, 'standIn.c'), compiled, '-o', output]);
  return { folder: distribution, isReal: false };
}
