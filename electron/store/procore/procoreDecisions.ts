import { decisionSchema } from '#shared/domain/procore/decision.ts';
import type { ProcoreStore } from '../../engine/ports/procoreStore.ts';
import { readAll, readOne, type Scope } from '../scope.ts';

const source = 'store.procoreDecision';

/** What people said about items that are not synced. */
export function createProcoreDecisions(scope: Scope): ProcoreStore['decisions'] {
  const { db, company } = scope;
  const columns = 'SELECT item AS key, payload FROM procore_decisions WHERE company = ? AND kind = ?';
  return {
    get: ({ kind, id }) => readOne(scope, decisionSchema, source, db.get(`${columns} AND item = ?`, company, kind, id)),
    all: (kind) => readAll(scope, decisionSchema, source, db.all(`${columns} ORDER BY item`, company, kind)),
    save: (decision) => {
      db.run(
        `INSERT INTO procore_decisions (company, kind, item, payload) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET payload = excluded.payload`,
        company,
        decision.item.kind,
        decision.item.id,
        JSON.stringify(decision),
      );
    },
    remove: ({ kind, id }) => {
      db.run('DELETE FROM procore_decisions WHERE company = ? AND kind = ? AND item = ?', company, kind, id);
    },
  };
}
