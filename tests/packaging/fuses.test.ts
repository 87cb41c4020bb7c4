import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { afterPack, afterSign, expectedFuses, wrongFuses } from '../../resources/installer/fuses.mjs';
import { configuration } from './configuration.ts';
import { realDistribution } from './standIn.ts';
import { tempFolder } from './tempFolder.ts';

const { folder } = inject('packed');
const program = join(folder, 'Plumbline.exe');
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Where the wire stands in a program: its version, its count, then one byte for each fuse. */
function wireOf(bytes: Buffer): number {
  return bytes.indexOf(sentinel) + sentinel.length;
}

function programWith(bytes: Buffer): string {
  const path = join(tempFolder(), 'Plumbline.exe');
  writeFileSync(path, bytes);
  return path;
}

/** A copy of the packed program with one byte of the wire changed. */
function changedProgram(offset: number, byte: number): string {
  const bytes = readFileSync(program);
  bytes[wireOf(bytes) + offset] = byte;
  return programWith(bytes);
}

/** What electron-builder tells a hook about that program. */
function contextOf(path: string) {
  return { appOutDir: dirname(path), packager: { appInfo: { productFilename: parse(path).name } } };
}

describe('the fuses of the packed program', () => {
  it('are all nine as they must be', async () => {
    expect(await wrongFuses(program)).toEqual([]);
  });

  it('end the build, each by its name, when signing or a newer Electron changed one', async () => {
    for (const [index, fuse] of expectedFuses.entries()) {
      const other = changedProgram(2 + index, fuse.on ? 0x30 : 0x31);
      expect(await wrongFuses(other)).toEqual([`${fuse.name} is not ${fuse.on ? 'on' : 'off'}.`]);
      await expect(afterSign(contextOf(other))).rejects.toThrow(fuse.name);
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

  it('are set before signing, whichever way each stood before', async () => {
    for (const before of [0x30, 0x31]) {
      const bytes = readFileSync(program);
      bytes.fill(before, wireOf(bytes) + 2, wireOf(bytes) + 2 + expectedFuses.length);
      const copy = programWith(bytes);
      expect(await wrongFuses(copy)).not.toEqual([]);
      await afterPack(contextOf(copy));
      expect(await wrongFuses(copy)).toEqual([]);
    }
  });

  it('are not set, and the build ends, when there is one that nobody decided about', async () => {
    await expect(afterPack(contextOf(changedProgram(1, 10)))).rejects.toThrow('strictlyRequireAllFuses');
  });

  it('are set in one place: electron-builder is not told of them a second time', () => {
    expect(configuration.electronFuses).toBeUndefined();
  });
});

const real = realDistribution('electron');

describe.runIf(real !== null)('the fuses of this computer’s own Electron', () => {
  it('can all be set as the packed program has them', async () => {
    const copy = join(tempFolder(), 'Plumbline.exe');
    copyFileSync(join(real?.folder ?? '', 'electron'), copy);
    await afterPack(contextOf(copy));
    expect(await wrongFuses(copy)).toEqual([]);
  });
});
