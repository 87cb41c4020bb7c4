import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/domain/canonicalJson.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { SageRecords } from '../engine/ports/sageCompany.ts';
import type { Store } from '../engine/ports/store.ts';
import type { Row, SqlValue } from './database.ts';
import { keyOf, sageKind, schemaOf, sortOf } from './sageKinds.ts';
import { readOne, type Scope, textOf } from './scope.ts';
import { beginning, containing, foldWords, searchWords } from './searchText.ts';

/** The copy of Sage's records between pulls. */
export function createSageRecords(scope: Scope): Store['sage'] {
  const { db, company } = scope;

  const read = <K extends SageKind>(kind: K, rows: readonly Row[]): readonly SageRecords[K][] =>
    rows.flatMap((row) => {
      const record = readOne(scope, schemaOf(kind), `store.sage.${kind}`, row);
      if (record !== null) return [record];
      // An unreadable copy must not look unchanged to the next pull.
      const key = textOf(row, 'key');
      db.run(`UPDATE sage_records SET hash = '' WHERE company = ? AND kind = ? AND key = ?`, company, kind, key);
      return [];
    });

  const save = <K extends SageKind>(kind: K, record: SageRecords[K]): boolean => {
    const key = keyOf(kind, record);
    const payload = canonicalJson(record);
    const hash = createHash('sha256').update(payload).digest('base64');
    const known = db.get(
      'SELECT hash FROM sage_records WHERE company = ? AND kind = ? AND key = ?',
      company,
      kind,
      key,
    );
    if (known?.hash === hash) return false;
    db.run(
      `INSERT INTO sage_records (company, kind, key, sort, parent, words, hash, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET parent = excluded.parent, words = excluded.words, hash = excluded.hash,
         payload = excluded.payload`,
      company,
      kind,
      key,
      sortOf(kind, key),
      sageKind(kind).parent(record),
      foldWords(sageKind(kind).words(record)),
      hash,
      payload,
    );
    return true;
  };

  return {
    keyOf,

    upsert: (kind, records) => db.transaction(() => records.filter((record) => save(kind, record)).length),

    get: (kind, key) => {
      const rows = db.all(
        'SELECT key, payload FROM sage_records WHERE company = ? AND kind = ? AND key = ?',
        company,
        kind,
        key,
      );
      return read(kind, rows)[0] ?? null;
    },

    search: (kind, { search = '', parent, limit, offset = 0 }) => {
      const conditions = ['company = ?', 'kind = ?'];
      const values: SqlValue[] = [company, kind];
      if (parent !== undefined) {
        conditions.push('parent = ?');
        values.push(parent);
      }
      for (const word of searchWords(search)) {
        conditions.push('words GLOB ?');
        values.push(containing(word));
      }
      // The words begin with the number: whoever types a number, or a part of it, and presses Enter means that one.
      const typed = searchWords(search).join(' ');
      const order = typed === '' ? '' : 'words NOT GLOB ?, ';
      const rows = db.all(
        `SELECT key, payload FROM sage_records WHERE ${conditions.join(' AND ')} ORDER BY ${order}sort, key LIMIT ? OFFSET ?`,
        ...values,
        ...(typed === '' ? [] : [beginning(typed)]),
        limit,
        offset,
      );
      return read(kind, rows);
    },

    count: (kind) =>
      Number(db.column('SELECT count(*) FROM sage_records WHERE company = ? AND kind = ?', company, kind)[0]),

    keys: (kind) =>
      db
        .column('SELECT key FROM sage_records WHERE company = ? AND kind = ? ORDER BY sort, key', company, kind)
        .map(String),

    remove: (kind, keys) =>
      db.transaction(() => {
        for (const key of keys) {
          db.run('DELETE FROM sage_records WHERE company = ? AND kind = ? AND key = ?', company, kind, key);
        }
      }),
  };
}
