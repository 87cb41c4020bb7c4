import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { prune } from '../../../electron/hosts/backups/backupFiles.ts';
import { restoreJournal, stageRestore } from '../../../electron/store/restore.ts';
import { openStore } from '../../../electron/store/store.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { corsOf, isToPush, mapJob, push } from '../engine/steps.ts';
import { acme, configOf, type Installed, install, newHome, twoCompanies } from './rig.ts';

/** Backups of a company's data as people, IT and accidents meet them. */

const headers = async (installed: Installed) => {
  const { total } = await installed.of(acme).ask('queue.list', { states: ['done'], search: '', offset: 0, limit: 200 });
  return total;
};

async function withPushes() {
  const home = newHome();
  const config = await twoCompanies(home);
  const installed = await install(home, config);
  const company = installed.of(acme);
  const project = await mapJob(company, '2402');
  const cors = (await corsOf(company, project)).filter(isToPush).map(({ id }) => id);
  return { home, config, installed, company, cors };
}

describe('backups', () => {
  it('are whole, listed with what they hold, and say what would be lost; a restore keeps the present data and finds the rest in Sage', async () => {
    const { home, installed, company, cors } = await withPushes();
    const [first = '', second = '', third = ''] = cors;
    await installed.host('backups.save', { settings: { folder: '', keep: 1 } });
    await push(company, [first]);
    expect((await company.ask('home.health', {})).lastBackup).toBeNull();
    const { backup } = await installed.host('backups.now', { id: acme });
    expect((await company.ask('home.health', {})).lastBackup).toBe(backup.at);
    expect(backup.counts.links).toBe(1);
    for (const cor of [second, third]) await push(company, [cor]);
    const preview = await installed.host('backups.preview', { id: acme, name: backup.name });
    expect(preview.lost).toHaveLength(2);

    const refused = await installed.hostRefused('backups.restore', {
      id: acme,
      name: backup.name,
      confirmation: 'yes',
    });
    expect(refused.code).toBe('backup.confirmation');
    const { keptFile } = await installed.host('backups.restore', {
      id: acme,
      name: backup.name,
      confirmation: 'Acme Builders',
    });
    expect(existsSync(keptFile)).toBe(true);
    const { backups } = await installed.host('backups.list', { id: acme });
    expect(backups.map(({ reason, counts }) => [reason, counts.links])).toEqual([
      ['beforeRestore', 3],
      ['asked', 1],
    ]);
    expect(await headers(installed)).toBe(1);
    const restored = installed.of(acme);
    await restored.sync('sage', 'clearstory', 'push');
    const { unknown, restored: mark } = await restored.ask('proofs.list', {});
    expect(mark).toBeNull();
    expect(unknown.map(({ ours }) => ours)).toEqual([true, true]);
    expect((await restored.ask('history.list', historyQuery({ kinds: ['restored'] }))).total).toBe(2);
    expect(readFileSync(join(home.folder, 'backups', `${backup.name}.json`), 'utf8')).not.toContain('secret');
  }, 60_000);

  it('are named and can be restored also where the small file that describes one was not copied along; a folder is shared without taking away another computer’s', async () => {
    const { home, installed, company, cors } = await withPushes();
    const folder = join(home.folder, 'backups');
    await push(company, [cors[0] ?? '']);
    const { backup } = await installed.host('backups.now', { id: acme });
    const facts = join(folder, `${backup.name}.json`);
    const written = readFileSync(facts, 'utf8');
    rmSync(facts);
    const listed = await installed.host('backups.list', { id: acme });
    expect(listed).toMatchObject({ backups: [], undescribed: [backup.name] });
    const preview = await installed.host('backups.preview', { id: acme, name: backup.name });
    expect(preview.backup).toMatchObject({ at: backup.at, computer: '', counts: { links: 1 } });
    const others = { ...JSON.parse(written), computer: 'OFFICE-PC7' };
    writeFileSync(facts, JSON.stringify(others));
    await installed.host('backups.save', { settings: { folder: '', keep: 1 } });
    for (let n = 0; n < 2; n += 1) await installed.host('backups.now', { id: acme });
    const { backups, undescribed } = await installed.host('backups.list', { id: acme });
    expect(backups.map(({ computer }) => computer)).toEqual([hostname(), 'OFFICE-PC7']);
    expect(undescribed).toEqual([]);
    rmSync(facts);
    await installed.host('backups.restore', { id: acme, name: backup.name, confirmation: 'Acme Builders' });
    expect(await headers(installed)).toBe(1);
  }, 60_000);

  it('can be restored where the present data is damaged and the company cannot be opened', async () => {
    const { home, config, installed, company, cors } = await withPushes();
    await push(company, [cors[0] ?? '']);
    const { backup } = await installed.host('backups.now', { id: acme });
    await installed.companies.stop();
    writeFileSync(home.storeFile(acme), Buffer.alloc(20_000, 7));
    const again = await install(home, config);
    expect(again.companies.placeOf(acme)).toMatchObject({ state: 'failed', failure: { code: 'store.damaged' } });
    const { backups } = await again.host('backups.list', { id: acme });
    expect(backups.map(({ name }) => name)).toEqual([backup.name]);
    expect((await again.host('backups.preview', { id: acme, name: backup.name })).lost).toBeNull();
    await again.host('backups.restore', { id: acme, name: backup.name, confirmation: 'acme builders' });
    expect(again.companies.placeOf(acme).state).toBe('open');
    expect(await headers(again)).toBe(1);
  }, 60_000);

  it('are consistent while pushes run, and only so many are kept', async () => {
    const { home, installed, company, cors } = await withPushes();
    await installed.host('backups.save', { settings: { folder: '', keep: 2 } });
    const pushing = (async () => {
      for (const cor of cors.slice(0, 2)) await push(company, [cor]);
    })();
    for (let n = 0; n < 3; n += 1) await installed.host('backups.now', { id: acme });
    await pushing;
    const files = readdirSync(join(home.folder, 'backups')).filter((name) => name.endsWith('.backup'));
    expect(files).toHaveLength(2);
  }, 60_000);

  it('go where the installation says; a change is told in History, and what the configuration file sets is locked', async () => {
    const { home, config, installed } = await withPushes();
    const folder = join(home.folder, 'elsewhere');
    expect(await installed.hostRefused('backups.save', { settings: { folder: 'Backups', keep: 3 } })).toMatchObject({
      code: 'backup.folder',
    });
    await installed.host('backups.save', { settings: { folder, keep: 3 } });
    await installed.host('backups.now', { id: acme });
    expect(readdirSync(folder)).toHaveLength(2);
    const { rows } = await installed.of(acme).ask('history.list', historyQuery({ kinds: ['settings'] }));
    expect(rows[0]).toMatchObject({ by: 'Dana Reyes', detail: expect.stringContaining(`backups.folder`) });
    await installed.companies.stop();
    const again = await install(home, configOf({ ...config, backups: { keep: 5 } }));
    expect(await again.host('backups.list', { id: acme })).toMatchObject({
      folder,
      settings: { folder, keep: 5 },
      locks: [{ path: 'backups.keep', by: 'file' }],
    });
    const refused = await again.hostRefused('backups.save', { settings: { folder, keep: 6 } });
    expect(refused.code).toBe('settings.locked');
  }, 60_000);

  it('that cannot be made say so, and the last good one stays', async () => {
    const { home, installed } = await withPushes();
    const { backup } = await installed.host('backups.now', { id: acme });
    writeFileSync(join(home.folder, 'a file'), '');
    await installed.host('backups.save', { settings: { folder: join(home.folder, 'a file', 'inside'), keep: 14 } });
    expect((await installed.hostRefused('backups.now', { id: acme })).code).toBe('backup.notMade');
    expect((await installed.host('backups.list', { id: acme })).trouble).not.toBeNull();
    await installed.host('backups.save', { settings: { folder: '', keep: 14 } });
    expect((await installed.host('backups.list', { id: acme })).backups.map(({ name }) => name)).toEqual([backup.name]);
  }, 60_000);
});

describe('a folder of backups that others may write to', () => {
  it('names no file outside of it: nothing there is listed, restored or deleted', async () => {
    const { home, installed } = await withPushes();
    const { backup } = await installed.host('backups.now', { id: acme });
    const folder = join(home.folder, 'backups');
    const outside = join(home.folder, 'precious.txt');
    writeFileSync(outside, 'not to be deleted');
    const facts = { ...backup, name: join('..', 'precious.txt'), at: '2001-01-01T00:00:00.000Z' };
    const planted = join(folder, `${acme}.planted.backup`);
    writeFileSync(planted, '');
    writeFileSync(`${planted}.json`, JSON.stringify(facts));
    const link = join(folder, `${acme}.link.backup`);
    symlinkSync(outside, link);
    writeFileSync(`${link}.json`, JSON.stringify({ ...facts, name: `${acme}.link.backup` }));
    const { backups } = await installed.host('backups.list', { id: acme });
    expect(backups.map(({ name }) => name)).toEqual([backup.name]);
    prune(folder, acme, 0);
    expect(readFileSync(outside, 'utf8')).toBe('not to be deleted');
    expect(existsSync(join(folder, backup.name))).toBe(false);
  }, 60_000);

  it('restores nothing that would take the mark of a restore away, or hide a row, by itself', async () => {
    const { home, installed } = await withPushes();
    const { backup } = await installed.host('backups.now', { id: acme });
    const db = new Sqlite(join(home.folder, 'backups', backup.name));
    db.exec("CREATE TRIGGER tidy AFTER INSERT ON notes BEGIN DELETE FROM notes WHERE name LIKE '%restored%'; END");
    db.close();
    const asked = { id: acme, name: backup.name, confirmation: 'Acme Builders' };
    const refused = await installed.hostRefused('backups.restore', asked);
    expect(refused).toMatchObject({ code: 'backup.notWhole', detail: 'tidy is not of this program' });
  }, 60_000);
});

it.each([0, 1, 2, 3])(
  'a restore that was cut off after step %i leaves the old data or the new, whole',
  async (steps) => {
    const { home, installed, company, cors } = await withPushes();
    const { backup } = await installed.host('backups.now', { id: acme });
    await push(company, [cors[0] ?? '']);
    await installed.companies.stop();
    const file = home.storeFile(acme);
    const copy = join(home.folder, 'backups', backup.name);
    expect(await stageRestore(file, copy, acme, { name: 'restored', value: 'cut off' })).toBeNull();
    const journal = restoreJournal(file, '2026-11-30T10:00:00.000Z');
    const { staged, aside } = JSON.parse(journal.content) as { staged: string; aside: string };
    if (steps >= 1) writeFileSync(journal.file, journal.content);
    if (steps >= 2) renameSync(file, aside);
    if (steps >= 3) renameSync(staged, file);
    const opened = openStore({ file, company: acme });
    if (!opened.ok) throw new Error(opened.failure.sentence);
    const done = opened.value.transfers.counts().done ?? 0;
    expect([done, opened.value.notes.read('restored')]).toEqual(steps === 0 ? [1, null] : [0, 'cut off']);
    opened.value.close();
    expect(existsSync(journal.file)).toBe(false);
  },
);
