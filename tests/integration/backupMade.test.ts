import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { backupsIn } from '../../electron/hosts/backups/backupFiles.ts';
import { makeBackup } from '../../electron/hosts/backups/makeBackup.ts';
import { threadFile } from '../../electron/store/lookAside.ts';
import { opened, queued, temporaryFolder, transfer } from '../contracts/storeRig.ts';

const acme = companyIdOf('acme');

function rig() {
  const folder = temporaryFolder();
  const store = opened(path.join(folder, 'acme.db'));
  store.transfers.save(transfer('a', queued));
  const backups = path.join(folder, 'backups');
  const at = '2026-11-29T10:00:00.000Z';
  const options = { company: acme, folder: backups, keep: 2, reason: 'asked' as const, at };
  return { store, backups, options: { ...options, companiesFile: path.join(folder, 'companies.json') } };
}

it('a backup is one file and one of what it holds, with nothing beside them', async () => {
  const { store, backups, options } = rig();
  const made = await makeBackup({ ...options, store });
  expect(made).toMatchObject({
    ok: true,
    value: { counts: { transfers: 1, 'transfers.queued': 1, links: 0, procore_links: 0, history: 0, certificates: 0 } },
  });
  store.close();
  const name = 'acme.2026-11-29T10-00-00.000Z.backup';
  expect(readdirSync(backups).toSorted()).toEqual([name, `${name}.json`]);
});

it.each(['transfers', 'transfers.queued', 'links', 'history', 'certificates'])(
  'a copy that holds other %s than the store is no backup, and nothing of it is left',
  async (table) => {
    const { store, backups, options } = rig();
    const short: typeof store = {
      ...store,
      copyTo: async (file) => {
        const counts = await store.copyTo(file);
        return { ...counts, [table]: (counts[table] ?? 0) + 1 };
      },
    };
    const made = await makeBackup({ ...options, store: short });
    store.close();
    expect(made).toMatchObject({
      ok: false,
      failure: { code: 'backup.notMade', detail: expect.stringContaining(table) },
    });
    expect(readdirSync(backups)).toEqual([]);
  },
);

it('what others put into the folder is neither listed nor taken away', async () => {
  const { store, backups, options } = rig();
  mkdirSync(backups);
  const others = ['acme.db.v4.backup', 'borealis.2026.backup.partial', 'acme.txt'];
  for (const name of others) writeFileSync(path.join(backups, name), '');
  await makeBackup({ ...options, store });
  store.close();
  expect(readdirSync(backups)).toEqual(expect.arrayContaining(others));
  expect(backupsIn(backups, acme).backups).toHaveLength(1);
});

it('the thread that looks through a copy is found beside whatever bundle asks for it', () => {
  const at = (file: string) => threadFile(pathToFileURL(file).href);
  const thread = '/opt/dist/Plumbline/app.asar/dist/copyThread/copyThread.js';
  expect(at('/opt/dist/Plumbline/app.asar/dist/main/assets/companies-x.js')).toBe(thread);
  expect(at('/opt/dist/Plumbline/app.asar/dist/headless/headless.js')).toBe(thread);
});
