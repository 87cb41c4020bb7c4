import type { SqlConnection } from '../connection.ts';
import { textAt } from '../dialect/statements.ts';
import { fingerprintOf, readSchema } from './readCatalog.ts';
import type { CatalogDialect } from './statements.ts';

/** Knows the fingerprint of the database as it is at this moment. */
export type SchemaWatch = (connection: SqlConnection) => Promise<string>;

/**
 * Reads the whole catalog once, and again only when its sign changed: every run that writes asks, and one short row is all that it
 * costs. The memory is that of this process, which is started anew every day. A sign that stays the same although something changed
 * would take a change within the same 3 ms as another one that was read between them.
 */
export function createSchemaWatch(catalog: CatalogDialect): SchemaWatch {
  let last: { readonly sign: string; readonly fingerprint: string } | null = null;
  return async (connection) => {
    const [row] = await connection.query(catalog.sign);
    const sign = row === undefined ? '' : (textAt(row, 'sign') ?? '');
    if (last === null || last.sign !== sign) {
      last = { sign, fingerprint: fingerprintOf(await readSchema(connection, catalog)) };
    }
    return last.fingerprint;
  };
}
