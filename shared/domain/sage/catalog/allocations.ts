import type { Allocation } from '../catalog.ts';
import type { Table } from '../columns.ts';
import { sageTables } from '../schema/tables.ts';
import type { TableUse } from '../uses/tableUse.ts';
import { tableUses } from '../uses.ts';
import type { FoundSchema } from './found.ts';
import { isGenerator } from './found.ts';

/** The columns of a new row whose value nobody types: its row id, and the last column of its key (record number or line). */
export function allocatedColumns(table: Table, { insert }: TableUse): readonly string[] {
  return ['_idnum', table.key.at(-1) ?? ''].filter((name) => insert?.always.includes(name));
}

/**
 * `table.column` → how a new row gets its value: by the database itself where its catalog says so; else row ids are given, and numbers
 * are the highest + 1. Whether Sage counts its record numbers anywhere else is unknown (confidence guess): the certificate shows it.
 */
export function allocationsIn(found: FoundSchema): Readonly<Record<string, Allocation>> {
  const allocations: Record<string, Allocation> = {};
  for (const [name, use] of Object.entries(tableUses)) {
    const table = sageTables[name as keyof typeof tableUses];
    for (const column of allocatedColumns(table, use)) {
      const present = found.columns.find((one) => one.table === name && one.column === column);
      const generated = present?.default !== null && present?.default !== undefined && isGenerator(present.default);
      const byUs = column === '_idnum' ? 'given' : 'highest';
      allocations[`${name}.${column}`] = present?.identity === true ? 'identity' : generated ? 'default' : byUs;
    }
  }
  return allocations;
}
