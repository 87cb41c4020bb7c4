import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { describe, expect, inject, it } from 'vitest';
import { afterSign, expectedFuses, wrongFuses } from '../../resources/installer/fuses.mjs';
import { configuration } from './configuration.ts';
import { realDistribution } from './standIn.ts';
import { tempFolder } from './tempFolder.ts';

const { folder } = inject('packed');
const program = join(folder, 'Plumbline.exe');
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A copy of the packed program with bytes changed behind the sentinel: 0 is the version, 1 the count, from 2 on the fuses. */
function changedProgram(offset: number, byte: number): string {
  const bytes = readFileSync(program);
  bytes[bytes.indexOf(sentinel) + sentinel.length + offset] = byte;
  const path = join(tempFolder(), 'Plumbline.exe');
  writeFileSync(path, bytes);
  return path;
}

describe('the fuses of the packed program', () => {
  it('are all nine as they must be', async () => {
    expect(await wrongFuses(program)).toEqual([]);
  });

  it('end the build, each by its name, when signing or a newer Electron changed one', async () => {
    for (const [index, fuse] of expectedFuses.entries()) {
      const other = changedProgram(2 + index, fuse.on ? 0x30 : 0x31);
      expect(await wrongFuses(other)).toEqual([`${fuse.name} is not ${fuse.on ? 'on' : 'off'}.`]);
      const context = { appOutDir: join(other, '..'), packager: { appInfo: { productFilename: 'Plumbline' } } };
      await expect(afterSign(context)).rejects.toThrow(fuse.name);
    }
  });

  it('end the build when a fuse was removed, or when there is one that nobody decided about', async () => {
    expect(await wrongFuses(changedProgram(2, 0x72))).toEqual(['RunAsNode is not off.']);
    expect(await wrongFuses(changedProgram(1, 10))).toEqual(['There are 10 fuses, not 9.']);
    expect(await wrongFuses(changedProgram(1, 8))).toEqual([
      'There are 8 fuses, not 9.',
      'WasmTrapHandlers is not on.',
    ]);
    expect(await wrongFuses(changedProgram(0, 2))).toEqual(['The fuses are of version 2, not 1.']);
  });

  it('are set by the configuration as the list says', () => {
    const set = Object.entries(configuration.electronFuses ?? {});
    const byName = new Map(expectedFuses.map(({ name, on }) => [name.toLowerCase(), on]));
    expect(set.map(([name]) => name.toLowerCase())).toEqual(
      expectedFuses.slice(0, 8).map(({ name }) => name.toLowerCase()),
    );
    for (const [name, on] of set) expect(byName.get(name.toLowerCase()), name).toBe(on);
  });
});

const real = realDistribution('electron');

describe.runIf(real !== null)('the fuses of this computer’s own Electron', () => {
  it('can all be set as the packed program has them', async () => {
    const copy = join(tempFolder(), 'electron');
    copyFileSync(join(real?.folder ?? '', 'electron'), copy);
    const wanted = expectedFuses.filter(({ name }) => name in FuseV1Options);
    const config = Object.fromEntries(wanted.map(({ name, on }) => [FuseV1Options[name as never], on]));
    await flipFuses(copy, { version: FuseVersion.V1, ...config } as never);
    expect(await wrongFuses(copy)).toEqual([]);
  });
});
