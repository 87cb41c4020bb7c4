import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import type { TestProject } from 'vitest/node';
import { msiProjectCreated } from '../../resources/installer/setup.mjs';
import { buildWindowsPrograms } from '../../resources/scripts/windowsPrograms.mjs';
import { root } from './project.ts';
import { makeStandIn, realDistribution } from './standIn.ts';

/** What the test files find: made once, because packing takes seconds. */
export type Packed = {
  /** The application's folder as it would be installed. */
  readonly folder: string;
  /** The MSI's source as electron-builder's own template makes it, before and after our hook. */
  readonly project: { readonly before: string; readonly after: string };
  readonly isRealElectron: boolean;
};

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed;
  }
}

/**
 * Packs the built application for Windows with electron-builder and the project's own configuration, and has electron-builder write the
 * MSI's source. It ends there: WiX, which would compile it, runs only on Windows.
 */
export async function setup(project: TestProject) {
  const work = mkdtempSync(join(tmpdir(), 'plumbline-packaging-'));
  const output = join(work, 'out');
  mkdirSync(output);
  const electron = realDistribution('electron.exe') ?? makeStandIn(work);
  buildWindowsPrograms();
  const [before, after] = [join(work, 'before.wxs'), join(work, 'after.wxs')];
  const seen = new Error('The source of the MSI is written.');
  await build({
    projectDir: root,
    targets: Platform.WINDOWS.createTarget('msi', Arch.x64),
    publish: 'never',
    config: {
      directories: { output },
      electronDist: electron.folder,
      msiProjectCreated: async (file: string) => {
        copyFileSync(file, before);
        await msiProjectCreated(file);
        copyFileSync(file, after);
        throw seen;
      },
    },
  }).catch((error: unknown) => {
    if (error !== seen) throw error;
  });
  const packed: Packed = {
    folder: join(output, 'win-unpacked'),
    project: { before, after },
    isRealElectron: electron.isReal,
  };
  project.provide('packed', packed);
  const results = join(root, '.cache', 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'packaging-electron.txt'), electron.isReal ? 'Electron itself' : 'a stand-in');
  return () => rmSync(work, { recursive: true, force: true });
}
