import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { openDatabase } from '../../electron/store/database.ts';
import { migrations } from '../../electron/store/migrations/all.ts';
import { hasWalResetBug } from '../../electron/store/sqliteVersion.ts';
import { openStore } from '../../electron/store/store.ts';
import { at, cor, logQuery, mapping, opened, queued, temporaryFolder, transfer } from '../contracts/storeRig.ts';

const newFile = (): string => path.join(temporaryFolder(), 'data', 'plumbline.db');

/** The failure of an open that must not succeed. */
function refused(file: string) {
  const result = openStore({ file, company: companyIdOf('acme') });
  if (result.ok) {
    result.value.close();
    throw new Error('The store opened');
  }
  return result.failure;
}

describe('every open', () => {
  it('makes commits survive a power cut: WAL and synchronous FULL, new or not', () => {
    const file = newFile();
    for (let round = 0; round < 3; round += 1) {
      opened(file).close();
      const database = openDatabase(file);
      if (!database.ok) throw new Error(database.failure.sentence);
      const pragma = (name: string) => database.value.column(`PRAGMA ${name}`)[0];
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('synchronous')).toBe(2);
      expect(pragma('locking_mode')).toBe('exclusive');
      expect(pragma('foreign_keys')).toBe(1);
      // The log's index lies in this process's own memory, so no second connection can join.
      expect(existsSync(`${file}-shm`)).toBe(false);
      database.value.close();
    }
    // Bytes 18 and 19 of the header: 2 = write-ahead log.
    expect([...readFileSync(file).subarray(18, 20)]).toEqual([2, 2]);
  });

  it('finds what was saved before', () => {
    const file = newFile();
    const first = opened(file);
    first.mappings.save(mapping('p1', '200'));
    first.cors.upsert([cor('1'), cor('2')], true);
    first.cors.setSageState('2', 'inSync', '14');
    first.transfers.save(transfer('b', queued));
    first.transfers.save(transfer('a', queued));
    first.close();
    const second = opened(file);
    expect(second.cors.list(logQuery()).counts).toEqual({ notInSage: 1, inSync: 1 });
    expect(second.cors.hasDetail('1')).toBe(true);
    second.transfers.save(transfer('c', queued, { createdAt: at(1) }));
    expect(second.transfers.open().map((t) => t.id)).toEqual(['b', 'a', 'c']);
    second.close();
  });
});

describe('a transaction that SQLite has ended itself', () => {
  it('takes no more writes, so that no half of it is saved', () => {
    const database = openDatabase(newFile());
    if (!database.ok) throw new Error(database.failure.sentence);
    const db = database.value;
    db.script('CREATE TABLE marks (mark TEXT)');
    const work = () =>
      db.transaction(() => {
        db.run('INSERT INTO marks VALUES (?)', 'first');
        // What SQLite does when the disk is full.
        db.script('ROLLBACK');
        db.run('INSERT INTO marks VALUES (?)', 'second');
      });
    expect(work).toThrow('SQLite has ended the transaction');
    expect(db.column('SELECT mark FROM marks')).toEqual([]);
    db.transaction(() => db.run('INSERT INTO marks VALUES (?)', 'third'));
    expect(db.column('SELECT mark FROM marks')).toEqual(['third']);
    db.close();
  });
});

describe('a file that must not be opened', () => {
  it('is refused in words when this process has it open already', () => {
    const file = newFile();
    const store = opened(file);
    expect(refused(file)).toMatchObject({ code: 'store.inUse', next: 'needsPerson' });
    expect(refused(file).sentence).toBe(`Another Plumbline is already using this file: ${file}.`);
    store.notes.write('still', 'works');
    store.close();
    opened(file).close();
  });

  it('is refused when a newer Plumbline wrote it, with both versions named, and stays as it is', () => {
    const file = newFile();
    opened(file).close();
    const direct = new Sqlite(file);
    direct.pragma('user_version = 99');
    direct.close();
    const before = readFileSync(file);
    expect(refused(file).code).toBe('store.newerSchema');
    expect(refused(file).sentence).toContain(
      `has version 99, and this program knows versions up to ${migrations.length}.`,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused when it is no database', () => {
    const file = newFile();
    mkdirSync(path.dirname(file));
    writeFileSync(file, 'These are not the books you are looking for.'.repeat(50));
    expect(refused(file)).toMatchObject({ code: 'store.damaged', next: 'needsPerson' });
    expect(refused(file).sentence).toContain(file);
  });

  it('is refused when a page in the middle is damaged', () => {
    const file = newFile();
    const store = opened(file);
    store.cors.upsert(
      Array.from({ length: 200 }, (_, n) => cor(String(n))),
      false,
    );
    store.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, bytes.length - 8 * 4096, bytes.length - 2 * 4096);
    writeFileSync(file, bytes);
    expect(refused(file).code).toBe('store.damaged');
  });

  it('is refused when it was cut short', () => {
    const file = newFile();
    opened(file).close();
    writeFileSync(file, readFileSync(file).subarray(0, 5 * 4096));
    expect(refused(file).code).toBe('store.damaged');
  });

  it('is refused when it belongs to another program, and stays as it is', () => {
    const file = newFile();
    mkdirSync(path.dirname(file));
    const other = new Sqlite(file);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    const before = readFileSync(file);
    expect(refused(file)).toMatchObject({ code: 'store.foreignFile', next: 'needsPerson' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is refused when its folder cannot be made', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'data'), 'a file where the folder should be');
    const file = path.join(folder, 'data', 'plumbline.db');
    expect(refused(file).code).toBe('store.notWritable');
    expect(refused(file).sentence).toBe(`Plumbline cannot write to ${file}.`);
  });

  // Root may write whatever the rights say.
  it.runIf(process.getuid?.() !== 0 && process.platform !== 'win32')(
    'is refused as one that cannot be written, not as a broken disk, when its file or folder may only be read',
    () => {
      const file = newFile();
      opened(file).close();
      chmodSync(file, 0o400);
      expect(refused(file).code).toBe('store.notWritable');
      chmodSync(file, 0o600);
      chmodSync(path.dirname(file), 0o500);
      expect(refused(file).code).toBe('store.notWritable');
      chmodSync(path.dirname(file), 0o700);
      opened(file).close();
    },
  );

  it.runIf(process.platform !== 'win32')('makes a file that is its owner’s alone, as is the log beside it', () => {
    const file = newFile();
    const store = opened(file);
    store.mappings.save(mapping('p1', '200'));
    for (const one of [file, `${file}-wal`]) expect(statSync(one).mode & 0o777).toBe(0o600);
    store.close();
  });

  it('is refused when a folder has its name', () => {
    const file = newFile();
    mkdirSync(file, { recursive: true });
    expect(refused(file).code).toBe('store.notWritable');
  });
});

describe('SQLite versions that can lose commits', () => {
  it.each(['3.7.0', '3.38.5', '3.44.5', '3.45.0', '3.50.6', '3.51.0', '3.51.2', '3.52.0', 'unknown'])(
    'refuses %s',
    (version) => expect(hasWalResetBug(version)).toBe(true),
  );
  it.each(['3.44.6', '3.50.7', '3.51.3', '3.53.0', '3.53.2', '3.54.1', '3.100.0'])('accepts %s', (version) =>
    expect(hasWalResetBug(version)).toBe(false),
  );
});
