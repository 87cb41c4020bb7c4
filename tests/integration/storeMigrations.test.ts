import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { applicationId, openDatabase } from '../../electron/store/database.ts';
import { type Migration, migrate } from '../../electron/store/migrate.ts';
import { migrations } from '../../electron/store/migrations/all.ts';
import { openStore } from '../../electron/store/store.ts';
import {
  cor,
  historyQuery,
  logQuery,
  mapping,
  opened,
  queued,
  temporaryFolder,
  transfer,
} from '../contracts/storeRig.ts';

const clock = { now: () => '2026-03-02T08:00:00.000Z' };

/** A file as the first schema had it, typed by hand and not by the program under test. */
function firstSchema(file: string): void {
  const direct = new Sqlite(file);
  direct.pragma(`application_id = ${applicationId}`);
  direct.pragma('user_version = 1');
  direct.exec(`
    CREATE TABLE settings (company TEXT NOT NULL PRIMARY KEY, payload TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE notes (company TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (company, name)) STRICT, WITHOUT ROWID;
    CREATE TABLE projects (company TEXT NOT NULL, id TEXT NOT NULL, sort TEXT NOT NULL, payload TEXT NOT NULL,
      PRIMARY KEY (company, id)) STRICT;
    CREATE TABLE mappings (company TEXT NOT NULL, project_id TEXT NOT NULL, job TEXT NOT NULL, job_sort TEXT NOT NULL,
      payload TEXT NOT NULL, PRIMARY KEY (company, project_id)) STRICT;
    CREATE UNIQUE INDEX mappings_by_job ON mappings (company, job_sort, project_id, job);
    CREATE TABLE imported_jobs (company TEXT NOT NULL, job TEXT NOT NULL, sort TEXT NOT NULL, payload TEXT NOT NULL,
      PRIMARY KEY (company, job)) STRICT;
    CREATE TABLE sage_records (company TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, sort TEXT NOT NULL,
      parent TEXT NOT NULL, words TEXT NOT NULL, hash TEXT NOT NULL, payload TEXT NOT NULL,
      PRIMARY KEY (company, kind, key)) STRICT;
    CREATE TABLE runs (company TEXT NOT NULL, number INTEGER NOT NULL, side TEXT NOT NULL, outcome TEXT NOT NULL,
      ended_at TEXT NOT NULL, payload TEXT NOT NULL, PRIMARY KEY (company, number)) STRICT;
    CREATE TABLE unreadable (company TEXT NOT NULL, source TEXT NOT NULL, key TEXT NOT NULL, reason TEXT NOT NULL,
      payload TEXT NOT NULL, PRIMARY KEY (company, source, key)) STRICT;
    INSERT INTO notes VALUES ('acme', 'lastSweep', '2025-12-31');
  `);
  direct
    .prepare(`INSERT INTO mappings VALUES ('acme', 'p1', '200', '03200', ?)`)
    .run(JSON.stringify(mapping('p1', '200')));
  direct.close();
}

describe('a file of an older schema', () => {
  it('is backed up, brought to the newest schema, and keeps what it held', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'plumbline.db');
    firstSchema(file);
    const result = openStore({ file, company: companyIdOf('acme'), clock });
    if (!result.ok) throw new Error(result.failure.sentence);
    const store = result.value;
    expect(store.notes.read('lastSweep')).toBe('2025-12-31');
    store.cors.upsert([cor('1')], false);
    store.transfers.save(transfer('a', queued));
    expect(store.cors.list(logQuery()).rows).toMatchObject([{ id: '1', job: '200' }]);
    store.close();

    const backup = path.join(folder, 'plumbline.db.v1.2026-03-02T08-00-00.000Z.backup');
    expect(readdirSync(folder).sort()).toEqual(['plumbline.db', path.basename(backup)]);
    const copy = new Sqlite(backup, { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('SELECT value FROM notes').pluck().all()).toEqual(['2025-12-31']);
    copy.close();
  });

  it('can be backed up to another folder, and never over an older backup', () => {
    const folder = temporaryFolder();
    const backupFolder = path.join(folder, 'backups');
    for (const file of [path.join(folder, 'a', 'plumbline.db'), path.join(folder, 'b', 'plumbline.db')]) {
      mkdirSync(path.dirname(file));
      firstSchema(file);
      const result = openStore({ file, company: companyIdOf('acme'), backupFolder });
      if (!result.ok) throw new Error(result.failure.sentence);
      result.value.close();
    }
    expect(readdirSync(backupFolder).sort()).toEqual(['plumbline.db.v1-2.backup', 'plumbline.db.v1.backup']);
  });

  it('is not touched when the backup cannot be written', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'plumbline.db');
    firstSchema(file);
    const backupFolder = path.join(folder, 'backups');
    writeFileSync(backupFolder, 'a file where the folder should be');
    const result = openStore({ file, company: companyIdOf('acme'), backupFolder });
    expect(result).toMatchObject({ ok: false, failure: { code: 'store.noBackup' } });
    const direct = new Sqlite(file);
    expect(direct.pragma('user_version', { simple: true })).toBe(1);
    direct.close();
  });
});

describe('a new file', () => {
  it('is not backed up', () => {
    const folder = temporaryFolder();
    opened(path.join(folder, 'plumbline.db')).close();
    expect(readdirSync(folder)).toEqual(['plumbline.db']);
  });
});

describe('a line of history from before it could name several CORs', () => {
  it('still names its COR', () => {
    const file = path.join(temporaryFolder(), 'plumbline.db');
    const before = opened(file);
    const nothingElse = { job: null, cors: [], changeOrder: null, transferId: null, detail: '{}' };
    before.history.add({ at: clock.now(), by: 'Ana Muñoz', kind: 'applied', sentence: 'Pushed', ...nothingElse });
    before.close();
    const direct = new Sqlite(file);
    direct.exec(`DROP TRIGGER history_is_not_changed; UPDATE history SET payload =
      json_remove(json_set(payload, '$.corId', '7', '$.corNumber', 'COR-7'), '$.cors')`);
    direct.close();
    const { rows } = opened(file).history.list(historyQuery());
    expect(rows.map(({ cors }) => cors)).toEqual([[{ id: '7', number: 'COR-7' }]]);
  });
});

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_step, index) => index + 1));
  });

  it('are undone whole when one fails; the steps before it stay, and the failure names the backup', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'plumbline.db');
    opened(file).close();
    const known = migrations.length;
    const good: Migration = { version: known + 1, name: 'good', sql: 'CREATE TABLE good (name TEXT)' };
    const bad: Migration = { version: known + 2, name: 'bad', sql: 'CREATE TABLE bad (name TEXT); DROP TABLE missing' };
    const database = openDatabase(file);
    if (!database.ok) throw new Error(database.failure.sentence);
    const db = database.value;
    const result = migrate(db, { file, migrations: [...migrations, good, bad], backupFolder: folder, now: null });
    const tables = db.column(`SELECT name FROM sqlite_schema WHERE name IN ('good', 'bad')`);
    const version = db.column('PRAGMA user_version')[0];
    db.close();
    if (result.ok) throw new Error('The migration went through');
    expect(tables).toEqual(['good']);
    expect(version).toBe(known + 1);
    expect(result.failure).toMatchObject({ code: 'store.migration', next: 'bug' });
    expect(result.failure.sentence).toContain(`step ${known + 2} (bad) failed`);
    const backup = path.join(folder, `plumbline.db.v${known}.backup`);
    expect(result.failure.remedy).toContain(backup);
    expect(existsSync(backup)).toBe(true);
  });
});
