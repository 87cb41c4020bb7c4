import { mappingSchema } from '#shared/domain/mapping.ts';
import type { Store } from '../engine/ports/store.ts';
import { readAll, readOne, type Scope } from './scope.ts';
import { naturalKey } from './searchText.ts';

const source = 'store.mapping';

/** Which project is which job, listed by job. The Change Order Log shows the CORs of these projects only. */
export function createMappings(scope: Scope): Store['mappings'] {
  const { db, company } = scope;
  const columns = 'SELECT project_id AS key, payload FROM mappings WHERE company = ?';
  return {
    all: () => readAll(scope, mappingSchema, source, db.all(`${columns} ORDER BY job_sort, project_id`, company)),
    ofProject: (projectId) =>
      readOne(scope, mappingSchema, source, db.get(`${columns} AND project_id = ?`, company, projectId)),
    ofJob: (job) =>
      readOne(
        scope,
        mappingSchema,
        source,
        db.get(`${columns} AND job_sort = ? AND job = ?`, company, naturalKey(job), job),
      ),
    save: (mapping) => {
      db.run(
        `INSERT INTO mappings (company, project_id, job, job_sort, payload) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET job = excluded.job, job_sort = excluded.job_sort, payload = excluded.payload`,
        company,
        mapping.projectId,
        mapping.job,
        naturalKey(mapping.job),
        JSON.stringify(mapping),
      );
    },
    remove: (projectId) => {
      db.run('DELETE FROM mappings WHERE company = ? AND project_id = ?', company, projectId);
    },
  };
}
