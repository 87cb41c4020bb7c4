import type { CompanyId } from '#shared/domain/company.ts';
import type { Unreadable } from '#shared/domain/records.ts';
import type { Store } from '../engine/ports/store.ts';
import type { Database } from './database.ts';
import { textOf } from './scope.ts';

/** Payloads that did not parse. A newer one of the same source and key takes the place of the older one. */
export function createUnreadable(db: Database, company: CompanyId): Store['unreadable'] {
  return {
    add: ({ source, key, reason, payload }) => {
      db.run(
        `INSERT INTO unreadable (company, source, key, reason, payload) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET reason = excluded.reason, payload = excluded.payload
           WHERE reason <> excluded.reason OR payload <> excluded.payload`,
        company,
        source,
        key,
        reason,
        payload,
      );
    },
    all: () =>
      db.all('SELECT source, key, reason, payload FROM unreadable WHERE company = ? ORDER BY source, key', company).map(
        (row): Unreadable => ({
          source: textOf(row, 'source'),
          key: textOf(row, 'key'),
          reason: textOf(row, 'reason'),
          payload: textOf(row, 'payload'),
        }),
      ),
    remove: (source, key) => {
      db.run('DELETE FROM unreadable WHERE company = ? AND source = ? AND key = ?', company, source, key);
    },
  };
}
