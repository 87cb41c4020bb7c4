import { z } from 'zod';
import type { Column } from '../sage/columns.ts';

/**
 * The rows of a whole company database before and after somebody saved something: what certification compares. Tables that
 * Plumbline does not know by description count as well, because Sage's program or its triggers may write there.
 */

/** How the values of a column can be compared. `moment`: date with time; `other`: text as the server converts it. */
export const valueKinds = ['rowId', 'whole', 'decimal', 'date', 'moment', 'text', 'other'] as const;
export const snapshotColumnSchema = z.object({
  name: z.string(),
  kind: z.enum(valueKinds),
  /** As the database calls it, e.g. `datetime`. */
  type: z.string(),
});
export type SnapshotColumn = z.infer<typeof snapshotColumnSchema>;

export const snapshotTableSchema = z.object({
  /** `prmchg`, or with its schema where that is not Sage's own: `dbo_Audit.prmchg`. */
  name: z.string(),
  /** Empty where the database knows no schemas. */
  schema: z.string(),
  columns: z.array(snapshotColumnSchema).readonly(),
  /** What has no text that means something (images, binaries, row versions): not in a snapshot, and so not compared. */
  uncompared: z.array(z.object({ name: z.string(), type: z.string() })).readonly(),
  /** Columns that tell rows apart: the row id, else the primary key; empty when the table has neither. */
  key: z.array(z.string()).readonly(),
});
export type SnapshotTable = z.infer<typeof snapshotTableSchema>;

/** How the values of a described column can be compared, whatever the database calls its type. */
export const kindOfColumn = {
  rowId: 'rowId',
  recnum: 'whole',
  integer: 'whole',
  flag: 'whole',
  decimal: 'decimal',
  date: 'date',
  timestamp: 'moment',
  text: 'text',
  gridFlag: 'text',
} as const satisfies Readonly<Record<Column['type'], SnapshotColumn['kind']>>;

/** More of them nobody reads. */
const mostNamed = 100;

/** What a comparison of these tables leaves out: `prmchg.photo (image)`. */
export function uncomparedColumns(tables: readonly SnapshotTable[]): readonly string[] {
  const all = tables.flatMap(({ name: table, uncompared }) =>
    uncompared.map(({ name, type }) => `${table}.${name} (${type})`),
  );
  const more = all.length - mostNamed;
  return more > 0 ? [...all.slice(0, mostNamed), `${more} more columns`] : all;
}

/** As much of a long text as crosses the driver in one piece, in characters; a difference after that is not seen. */
export const comparedText = 4000;

/** For whoever judges a comparison, and in the certificate. In: `uncomparedColumns`. */
export function uncomparedWords(columns: readonly string[]): string {
  const words = `Not compared: what stands in a text after its first ${comparedText.toLocaleString('en-US')} characters`;
  if (columns.length === 0) return `${words}.`;
  return `${words}, and what is no text, number or date: ${columns.join(', ')}.`;
}

export type RowValues = Readonly<Record<string, string | null>>;

export const rowChangeSchema = z.object({
  table: z.string(),
  /** What tells the row apart, as one text. */
  id: z.string(),
  /** Null: the row is new. */
  before: z.record(z.string(), z.string().nullable()).nullable(),
  /** Null: the row is gone. */
  after: z.record(z.string(), z.string().nullable()).nullable(),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

/** The rows of one table by what tells them apart. */
export type TableRows = ReadonlyMap<string, RowValues>;

/** What tells a row apart from the others of its table. In tables without any key that is all its values. */
export function rowIdentity(table: SnapshotTable, values: RowValues): string {
  const names = table.key.length > 0 ? table.key : table.columns.map(({ name }) => name);
  return names.map((name) => values[name] ?? '').join(' · ');
}

/** What happened to one table between two snapshots, in the order of the rows' identities. */
export function changesBetween(table: string, before: TableRows, after: TableRows): readonly RowChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null];
    return sameRow(was, is) ? [] : [{ table, id, before: was, after: is }];
  });
}

function sameRow(a: RowValues | null, b: RowValues | null): boolean {
  if (a === null || b === null) return a === b;
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? null) === (b[name] ?? null));
}
