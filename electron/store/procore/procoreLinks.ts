import { procoreLinkSchema } from '#shared/domain/procore/link.ts';
import type { ProcoreStore } from '../../engine/ports/procoreStore.ts';
import { readAll, readOne, type Scope } from '../scope.ts';

const source = 'store.procoreLink';

/** Lasting pairs of a record in Procore and one in Sage. */
export function createProcoreLinks(scope: Scope): ProcoreStore['links'] {
  const { db, company } = scope;
  const columns = 'SELECT item AS key, payload FROM procore_links WHERE company = ? AND kind = ?';
  return {
    get: ({ kind, id }) =>
      readOne(scope, procoreLinkSchema, source, db.get(`${columns} AND item = ?`, company, kind, id)),
    ofSage: (kind, sageKey) =>
      readOne(scope, procoreLinkSchema, source, db.get(`${columns} AND sage_key = ?`, company, kind, sageKey)),
    all: (kind, project) =>
      readAll(
        scope,
        procoreLinkSchema,
        source,
        project === undefined
          ? db.all(`${columns} ORDER BY item`, company, kind)
          : db.all(`${columns} AND project = ? ORDER BY item`, company, kind, project),
      ),
    save: (link) => {
      db.run(
        `INSERT INTO procore_links (company, kind, item, project, sage_key, payload) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (company, kind, item) DO UPDATE SET project = excluded.project, sage_key = excluded.sage_key,
           payload = excluded.payload`,
        company,
        link.item.kind,
        link.item.id,
        link.project ?? '',
        link.sageKey,
        JSON.stringify(link),
      );
    },
    remove: ({ kind, id }) => {
      db.run('DELETE FROM procore_links WHERE company = ? AND kind = ? AND item = ?', company, kind, id);
    },
  };
}
