import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { backupName, backupsIn, sweep } from '../../electron/hosts/backups/backupFiles.ts';
import { makeBackup } from '../../electron/hosts/backups/makeBackup.ts';
import { inspectCopy } from '../../electron/store/copies.ts';
import { opened, temporaryFolder } from '../contracts/storeRig.ts';
import { program } from '../program.ts';

/** `kill -9` before every single act on the disk of a backup and of a restore, each in a process of its own. */

const script = program('tests/integration/backupChild.ts');
const acme = companyIdOf('acme');

/** True where the process came to its end before its Nth act. */
function dies(task: 'backup' | 'restore', file: string, folder: string, nth: number): boolean {
  const ended = spawnSync(process.execPath, [script, task, file, folder, String(nth)], { encoding: 'utf8' });
  if (ended.signal === 'SIGKILL') return true;
  expect([ended.stdout, ended.stderr]).toEqual(['done', expect.not.stringContaining('Error')]);
  return false;
}

/** A store with a backup of how it was, and with more in it since. */
async function rig(): Promise<string> {
  const folder = temporaryFolder();
  const store = opened(path.join(folder, 'acme.db'));
  for (let n = 0; n < 200; n += 1) store.notes.write(`filling ${n}`, 'text '.repeat(600));
  store.notes.write('which', 'of the backup');
  const made = await makeBackup({
    store,
    company: acme,
    folder: path.join(folder, 'backups'),
    keep: 2,
    reason: 'daily',
    at: '2026-11-29T10:00:00.000Z',
    companiesFile: path.join(folder, 'companies.json'),
  });
  if (!made.ok) throw new Error(made.failure.detail);
  store.notes.write('which', 'of later');
  store.close();
  return folder;
}

const files = (folder: string) => readdirSync(folder).filter((name) => name !== 'backups');

describe('kill -9', () => {
  it('in the middle of a backup leaves the store whole, lists no half of a copy, and leaves none behind', async () => {
    const start = await rig();
    let deaths = 0;
    for (;;) {
      const folder = temporaryFolder();
      cpSync(start, folder, { recursive: true });
      const [file, backups] = [path.join(folder, 'acme.db'), path.join(folder, 'backups')];
      if (!dies('backup', file, backups, deaths)) break;
      deaths += 1;
      const listed = backupsIn(backups, acme).backups;
      expect([1, 2]).toContain(listed.length);
      for (const { name } of listed)
        expect(await inspectCopy(path.join(backups, name), acme)).toMatchObject({ ok: true });
      sweep(backups, acme);
      const names = listed.map(({ name }) => name);
      expect(readdirSync(backups).toSorted()).toEqual(names.flatMap((name) => [name, `${name}.json`]).toSorted());
      const store = opened(file);
      expect([store.damage(), store.notes.read('which')]).toEqual([null, 'of later']);
      store.close();
    }
    expect(deaths).toBeGreaterThan(12);
  }, 240_000);

  it('in the middle of a restore leaves the old store or the new one, whole, with the old one kept aside', async () => {
    const start = await rig();
    const seen = new Set<string>();
    let deaths = 0;
    for (;;) {
      const folder = temporaryFolder();
      cpSync(start, folder, { recursive: true });
      const [file, backups] = [path.join(folder, 'acme.db'), path.join(folder, 'backups')];
      if (!dies('restore', file, backups, deaths)) break;
      deaths += 1;
      const store = opened(file);
      const which = store.notes.read('which') ?? 'nothing';
      expect(store.damage()).toBeNull();
      store.close();
      seen.add(which);
      const aside = files(folder).filter((name) => name !== 'acme.db');
      if (which === 'of later') expect(aside).toEqual([]);
      else {
        expect(aside).toEqual([expect.stringMatching(/^acme\.db\.before-restore-/)]);
        const kept = opened(path.join(folder, aside[0] ?? ''));
        expect([kept.damage(), kept.notes.read('which')]).toEqual([null, 'of later']);
        kept.close();
      }
      expect(backupsIn(backups, acme).backups.map(({ name }) => name)).toEqual([
        backupName(acme, '2026-11-29T10:00:00.000Z'),
      ]);
    }
    expect(seen).toEqual(new Set(['of later', 'of the backup']));
    expect(deaths).toBeGreaterThan(12);
  }, 240_000);
});
