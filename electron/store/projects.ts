import { type CloudProject, cloudProjectSchema } from '#shared/domain/cloudProject.ts';
import type { Store } from '../engine/ports/store.ts';
import { readAll, readOne, type Scope } from './scope.ts';
import { naturalKey } from './searchText.ts';

const source = 'store.project';

/** Cloud projects, listed by title. */
export function createProjects(scope: Scope): Store['projects'] {
  const { db, company } = scope;
  const upsert = (project: CloudProject): void => {
    db.run(
      `INSERT INTO projects (company, id, sort, payload) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET sort = excluded.sort, payload = excluded.payload`,
      company,
      project.id,
      naturalKey(project.title),
      JSON.stringify(project),
    );
  };
  return {
    replaceAll: (projects) =>
      db.transaction(() => {
        db.run('DELETE FROM projects WHERE company = ?', company);
        for (const project of projects) upsert(project);
      }),
    upsert,
    get: (id) => {
      const row = db.get('SELECT id AS key, payload FROM projects WHERE company = ? AND id = ?', company, id);
      return readOne(scope, cloudProjectSchema, source, row);
    },
    all: () => {
      const rows = db.all('SELECT id AS key, payload FROM projects WHERE company = ? ORDER BY sort, id', company);
      return readAll(scope, cloudProjectSchema, source, rows);
    },
  };
}
