import { defaultValue, physicalType, referenceOf } from '../physical.ts';
import { sageTables } from '../schema/tables.ts';
import { comparedTables } from './compare.ts';
import type { FoundSchema } from './found.ts';

/** What the catalog of a database says that is exactly as described, as a sample company's is. */
export function describedSchema(): FoundSchema {
  const tables = comparedTables.map((name) => sageTables[name]);
  return {
    columns: tables.flatMap((table) =>
      table.columns.map((column) => ({
        table: table.name,
        column: column.name,
        ...physicalType(column),
        nullable: column.nullable,
        default: defaultValue(column, table.key),
        identity: false,
        computed: false,
      })),
    ),
    triggers: [],
    foreignKeys: tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const to = referenceOf(column);
        if (to === null) return [];
        return [{ table: table.name, column: column.name, references: to.table, referencesColumn: to.column }];
      }),
    ),
  };
}
