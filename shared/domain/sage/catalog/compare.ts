import { canonicalJson } from '../../canonicalJson.ts';
import type { Catalog } from '../catalog.ts';
import { sageTables, type TableName } from '../schema/tables.ts';
import { tableUses, usedColumns, writtenColumns } from '../uses.ts';
import { allocationsIn } from './allocations.ts';
import { compareTable } from './compareTable.ts';
import type { FoundSchema } from './found.ts';

/** The tables that the probe reads. */
export const comparedTables: readonly TableName[] = Object.keys(tableUses) as TableName[];

/** What was found, beside the descriptions: every difference by name, the tighter limits, and how numbers are allocated. */
export function compareSchema(found: FoundSchema): Pick<Catalog, 'differences' | 'limits' | 'allocations'> {
  const findings = comparedTables.flatMap((name) => {
    const use = tableUses[name];
    return use === undefined ? [] : [compareTable(sageTables[name], use, found)];
  });
  return {
    differences: findings.flatMap(({ differences }) => differences),
    limits: Object.assign({}, ...findings.map(({ limits }) => limits)),
    allocations: allocationsIn(found),
  };
}

/**
 * What the fingerprint is made of, in an order of its own: of tables that are written everything, known or not, since a new column or
 * trigger may change what a written row becomes; of tables that are only read the columns that are read. Names of constraints and
 * times of change are left out: a copy of a company has others.
 */
export function fingerprintedFacts(found: FoundSchema): readonly string[] {
  const isWritten = (table: string) => written.has(table);
  const columns = found.columns.filter(
    ({ table, column }) => isWritten(table) || readColumns.has(`${table}.${column}`),
  );
  const triggers = found.triggers.filter(({ table }) => isWritten(table));
  const foreignKeys = found.foreignKeys.filter(({ table }) => isWritten(table));
  return [...columns, ...triggers, ...foreignKeys].map(canonicalJson).sort();
}

const uses = Object.entries(tableUses);
const written = new Set(uses.flatMap(([table, use]) => (writtenColumns(use).size > 0 ? [table] : [])));
const readColumns = new Set(
  uses.flatMap(([table, use]) => [...usedColumns(use)].map((column) => `${table}.${column}`)),
);
