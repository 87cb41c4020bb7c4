import { describe, expect, it } from 'vitest';
import { sageTables, type TableName } from '#shared/domain/sage/schema/tables.ts';
import type { SqlRow } from '../../electron/sage/connection.ts';
import { provedRowsAfter, type Rows } from '../../electron/sage/reader/rows.ts';
import { keyOf } from '../../electron/sage/reader/source.ts';
import { adapters, dialect, sampleFiles, withConnection } from '../contracts/sageCompanyRig.ts';

const files = sampleFiles();
/** Enough for any table of the sample company. */
const whole = 10_000;

describe.each(adapters)('pages over $name', (adapter) => {
  const tables: readonly TableName[] = ['actrec', 'jobphs', 'cstcde', 'sbcgln', 'bdglin'];
  it.each(tables)('of %s hold each row once, in the order of the key, whatever their length', async (table) => {
    await withConnection(adapter, files.fresh(), async (connection) => {
      const source = { table, columns: sageTables[table].columns.map(({ name }) => name) };
      const { rows: all } = await provedRowsAfter(connection, dialect, source, null, whole, () => null);
      const paged: SqlRow[] = [];
      let after: readonly string[] | null = null;
      for (;;) {
        const { rows: page }: Rows<null> = await provedRowsAfter(connection, dialect, source, after, 7, () => null);
        paged.push(...page);
        const last = page.at(-1);
        if (last === undefined) break;
        after = keyOf(table, last);
      }
      expect(paged).toEqual(all);
      expect(new Set(all.map((row) => JSON.stringify(keyOf(table, row)))).size).toBe(all.length);
    });
  });
});
