import { actSchema } from '#shared/domain/procore/act.ts';
import type { ProcoreStore } from '../../engine/ports/procoreStore.ts';
import { readAll, readOne, type Scope } from '../scope.ts';

const source = 'store.procoreAct';

/** Writes into Procore, in the order in which they were made. */
export function createProcoreActs(scope: Scope): ProcoreStore['acts'] {
  const { db, company } = scope;
  const isOpen = `state NOT IN ('done', 'dropped')`;
  const columns = 'SELECT id AS key, payload FROM procore_acts WHERE company = ?';
  return {
    get: (id) => readOne(scope, actSchema, source, db.get(`${columns} AND id = ?`, company, id)),
    save: (act) => {
      db.run(
        `INSERT INTO procore_acts (company, id, number, kind, item, state, payload)
         VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM procore_acts WHERE company = ?), ?, ?, ?, ?)
         ON CONFLICT (company, id) DO UPDATE SET state = excluded.state, payload = excluded.payload`,
        company,
        act.id,
        company,
        act.item.kind,
        act.item.id,
        act.state.name,
        JSON.stringify(act),
      );
    },
    open: () => readAll(scope, actSchema, source, db.all(`${columns} AND ${isOpen} ORDER BY number`, company)),
    openOf: ({ kind, id }) =>
      readOne(
        scope,
        actSchema,
        source,
        db.get(`${columns} AND kind = ? AND item = ? AND ${isOpen} ORDER BY number LIMIT 1`, company, kind, id),
      ),
  };
}
