import { describedSchema } from '#shared/domain/sage/catalog/described.ts';
import type { FoundColumn, FoundSchema } from '#shared/domain/sage/catalog/found.ts';
import type { SqlRow } from '../../electron/sage/connection.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';

/** How SQL Server answers the questions of the catalog; null for any other statement. In: the schema that it has. */
export function catalogAnswer(sql: string, schema: FoundSchema = describedSchema()): readonly SqlRow[] | null {
  const { sign, columns, triggers, foreignKeys } = createMssqlDialect().catalog;
  const flag = (yes: boolean) => (yes ? '1' : '0');
  switch (sql) {
    case sign:
      return [{ sign: '1' }];
    case columns:
      return schema.columns.map(columnRow);
    case triggers:
      return schema.triggers.map(({ insteadOf, enabled, onInsert, onUpdate, ...rest }) => ({
        ...rest,
        insteadOf: flag(insteadOf),
        enabled: flag(enabled),
        onInsert: flag(onInsert),
        onUpdate: flag(onUpdate),
      }));
    case foreignKeys:
      return schema.foreignKeys.map((one) => ({ ...one }));
    default:
      return null;
  }
}

/** SQL Server gives every type a length, a precision and a scale, and puts brackets around defaults. */
function columnRow(found: FoundColumn): SqlRow {
  const { table, column, type, length, precision, scale, nullable, identity, computed } = found;
  return {
    table,
    column,
    type,
    length: length === 'max' ? '-1' : String(length ?? 8),
    precision: String(precision ?? 0),
    scale: String(scale ?? 0),
    nullable: nullable ? '1' : '0',
    default: found.default === null ? null : `(N'${found.default}')`,
    identity: identity ? '1' : '0',
    computed: computed ? '1' : '0',
  };
}
