import { describedSchema } from '#shared/domain/sage/catalog/described.ts';
import type { FoundColumn, FoundSchema } from '#shared/domain/sage/catalog/found.ts';

/** A database exactly as described, with one column changed; `null` takes it out. */
export function withColumn(place: string, change: Partial<FoundColumn> | null): FoundSchema {
  const schema = describedSchema();
  const columns = schema.columns.flatMap((one) => {
    if (`${one.table}.${one.column}` !== place) return [one];
    return change === null ? [] : [{ ...one, ...change }];
  });
  return { ...schema, columns };
}

/** The same with one column more. */
export function withExtra(extra: Partial<FoundColumn> & Pick<FoundColumn, 'table' | 'column'>): FoundSchema {
  const schema = describedSchema();
  const plain = { type: 'int', length: null, precision: null, scale: null, nullable: false };
  const added = { ...plain, default: null, identity: false, computed: false, ...extra };
  return { ...schema, columns: [...schema.columns, added] };
}
