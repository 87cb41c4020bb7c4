import {
  changesBetween,
  type RowChange,
  type RowValues,
  rowIdentity,
  type SnapshotTable,
} from '#shared/domain/certification/snapshot.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { SageCompany } from '../ports/sageCompany.ts';

/** Every row of a company at one time. Kept in memory while somebody types: a sample company has some ten thousand rows. */
export type Snapshot = {
  readonly tables: readonly SnapshotTable[];
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, RowValues>>;
};

export async function takeSnapshot(sage: SageCompany): Promise<Result<Snapshot>> {
  const tables = await sage.snapshotTables();
  if (!tables.ok) return tables;
  const rows = new Map<string, ReadonlyMap<string, RowValues>>();
  for (const table of tables.value) {
    const read = await readTable(sage, table);
    if (!read.ok) return read;
    rows.set(table.name, read.value);
  }
  return succeed({ tables: tables.value, rows });
}

async function readTable(sage: SageCompany, table: SnapshotTable): Promise<Result<ReadonlyMap<string, RowValues>>> {
  const rows = new Map<string, RowValues>();
  // Tables without a key may hold the same row twice: each counts.
  const twins = new Map<string, number>();
  let next: number | null = 0;
  while (next !== null) {
    const page: Awaited<ReturnType<SageCompany['snapshotRows']>> = await sage.snapshotRows(table, next);
    if (!page.ok) return page;
    for (const values of page.value.rows) {
      const identity = rowIdentity(table, values);
      const count = (twins.get(identity) ?? 0) + 1;
      twins.set(identity, count);
      rows.set(count === 1 ? identity : `${identity} · ${count}`, values);
    }
    next = page.value.next;
  }
  return succeed(rows);
}

/** Everything that happened in the company between two snapshots. */
export function changesSince(before: Snapshot, after: Snapshot): readonly RowChange[] {
  return after.tables.flatMap(({ name }) =>
    changesBetween(name, before.rows.get(name) ?? new Map(), after.rows.get(name) ?? new Map()),
  );
}
