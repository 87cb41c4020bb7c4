import type { CorLogRow } from '#shared/domain/corLog.ts';

/** The chosen CORs, by id, as last seen; and the place in the list from which a range with Shift starts. */
export type Selection = { readonly rows: ReadonlyMap<string, CorLogRow>; readonly anchor: number };

export const nothingSelected: Selection = { rows: new Map(), anchor: 0 };

/** Adds or takes away one row. */
export function toggle(selection: Selection, row: CorLogRow, index: number): Selection {
  const rows = new Map(selection.rows);
  if (!rows.delete(row.id)) rows.set(row.id, row);
  return { rows, anchor: index };
}

/** Exactly these rows; a range with Shift then starts at `anchor`. */
export function selectOnly(rows: readonly CorLogRow[], anchor: number): Selection {
  return { rows: new Map(rows.map((row) => [row.id, row])), anchor };
}

/** The rows from the anchor to a place in the list, as far as they have been read. */
export function selectTo(
  selection: Selection,
  index: number,
  rowAt: (index: number) => CorLogRow | undefined,
): Selection {
  const from = Math.min(selection.anchor, index);
  const rows = Array.from({ length: Math.abs(selection.anchor - index) + 1 }, (_, step) => rowAt(from + step));
  return selectOnly(
    rows.filter((row) => row !== undefined),
    selection.anchor,
  );
}

/** The same CORs as they are now, where newer rows are at hand; the same object when nothing is newer. */
export function renew(selection: Selection, fresh: readonly CorLogRow[]): Selection {
  const newer = fresh.filter((row) => {
    const known = selection.rows.get(row.id);
    return known !== undefined && known !== row && JSON.stringify(known) !== JSON.stringify(row);
  });
  if (newer.length === 0) return selection;
  const rows = new Map(selection.rows);
  for (const row of newer) rows.set(row.id, row);
  return { ...selection, rows };
}
