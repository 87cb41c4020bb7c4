import { type Link, linkSchema } from '#shared/domain/link.ts';
import type { Store } from '../engine/ports/store.ts';
import { readAll, readOne, type Scope } from './scope.ts';

const source = 'store.link';

/** Lasting pairs of a COR and its rows in a Sage change order, listed by COR. */
export function createLinks(scope: Scope): Store['links'] {
  const { db, company } = scope;
  const columns = 'SELECT cor_id AS key, payload FROM links WHERE company = ?';
  const where = (condition: string, ...values: readonly string[]): readonly Link[] =>
    readAll(scope, linkSchema, source, db.all(`${columns} ${condition} ORDER BY cor_id`, company, ...values));
  return {
    get: (corId) => readOne(scope, linkSchema, source, db.get(`${columns} AND cor_id = ?`, company, corId)),
    ofRecord: (record) => where('AND record = ?', record),
    ofJob: (job) => where('AND job = ?', job),
    all: () => where(''),
    save: (link) => {
      db.run(
        `INSERT INTO links (company, cor_id, job, record, payload) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET job = excluded.job, record = excluded.record, payload = excluded.payload`,
        company,
        link.corId,
        link.job,
        link.record,
        JSON.stringify(link),
      );
    },
    remove: (corId) => {
      db.run('DELETE FROM links WHERE company = ? AND cor_id = ?', company, corId);
    },
  };
}
