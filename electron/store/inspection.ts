import { inspectionSchema } from '#shared/domain/sage/catalog.ts';
import type { Store } from '../engine/ports/store.ts';
import { readOne, type Scope } from './scope.ts';

const source = 'store.inspection';

/** What the company's database was found to be when it was last inspected. */
export function createInspection(scope: Scope): Store['inspection'] {
  const { db, company } = scope;
  return {
    read: () =>
      readOne(
        scope,
        inspectionSchema,
        source,
        db.get('SELECT company AS key, payload FROM inspections WHERE company = ?', company),
      ),
    write: (inspection) => {
      db.run(
        'INSERT INTO inspections (company, payload) VALUES (?, ?) ON CONFLICT DO UPDATE SET payload = excluded.payload',
        company,
        JSON.stringify(inspection),
      );
    },
  };
}
