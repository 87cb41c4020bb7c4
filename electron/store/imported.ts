import { importedJobSchema } from '#shared/domain/records.ts';
import type { Store } from '../engine/ports/store.ts';
import { readAll, readOne, type Scope } from './scope.ts';
import { naturalKey } from './searchText.ts';

const source = 'store.importedJob';

/** Jobs created in Sage that no project knows yet, listed by number. */
export function createImported(scope: Scope): Store['imported'] {
  const { db, company } = scope;
  const columns = 'SELECT job AS key, payload FROM imported_jobs WHERE company = ?';
  return {
    all: () => readAll(scope, importedJobSchema, source, db.all(`${columns} ORDER BY sort, job`, company)),
    get: (job) => readOne(scope, importedJobSchema, source, db.get(`${columns} AND job = ?`, company, job)),
    save: (imported) => {
      db.run(
        `INSERT INTO imported_jobs (company, job, sort, payload) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET sort = excluded.sort, payload = excluded.payload`,
        company,
        imported.job,
        naturalKey(imported.job),
        JSON.stringify(imported),
      );
    },
    remove: (job) => {
      db.run('DELETE FROM imported_jobs WHERE company = ? AND job = ?', company, job);
    },
  };
}
