import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolveFunction } from 'app-builder-lib/out/util/resolve.js';
import { describe, expect, it } from 'vitest';
import { afterPack, afterSign } from '../../resources/installer/fuses.mjs';
import { msiProjectCreated } from '../../resources/installer/setup.mjs';
import { configuration, validated } from './configuration.ts';
import { root } from './project.ts';

describe('the configuration of electron-builder', () => {
  it('is as electron-builder’s own schema says', async () => {
    await expect(validated(configuration)).resolves.toBeUndefined();
    await expect(validated({ ...configuration, electronFuses: { runAsNod: false } })).rejects.toThrow('electronFuses');
  });

  it('makes an MSI and a program for evaluation, for 64-bit Windows', () => {
    expect(configuration.win?.target).toEqual([
      { target: 'msi', arch: 'x64' },
      { target: 'nsis', arch: 'x64' },
    ]);
  });

  it('installs the MSI for the whole computer without dialogs, and starts nothing at its end', () => {
    expect(configuration.msi).toMatchObject({
      perMachine: true,
      oneClick: true,
      runAfterFinish: false,
      upgradeCode: 'AF2515E5-A252-43D4-A580-469A20CAF131',
    });
  });

  it('installs the program for evaluation for one user, without a helper that raises rights', () => {
    expect(configuration.nsis).toMatchObject({
      perMachine: false,
      packElevateHelper: false,
      deleteAppDataOnUninstall: false,
    });
  });

  it('publishes nothing, so that nothing updates itself', () => {
    expect(configuration.publish).toBeNull();
  });

  it('packs an archive whose integrity is checked, and asks for no rights', () => {
    expect(configuration.disableAsarIntegrity ?? false).toBe(false);
    expect(configuration.asar).toEqual({ smartUnpack: false });
    expect(configuration.win?.requestedExecutionLevel).toBe('asInvoker');
  });

  it('signs everything that Windows loads, and names no credentials', () => {
    expect(configuration.win?.signExts).toEqual(['.exe', '.dll', '.node']);
    expect(JSON.stringify(configuration)).not.toMatch(
      /csc(Link|KeyPassword)|certificate(File|Password|Sha1)|azureSign/,
    );
  });

  it('names hooks that are there', async () => {
    for (const expected of [msiProjectCreated, afterPack, afterSign]) {
      const named = configuration[expected.name as 'afterSign'] as string;
      const found = await resolveFunction('module', named, expected.name, root);
      expect(found, expected.name).toBeTypeOf('function');
      expect((found as unknown as () => void).name).toBe(expected.name);
    }
  });

  it('names an icon that is there', () => {
    expect(existsSync(join(root, String(configuration.win?.icon)))).toBe(true);
  });
});
