import type { PlannedColumn, TakeRule } from '../../plan.ts';
import type { Confidence } from '../../sage/columns.ts';

/** Short words for the columns of a step, so that a plan reads like the rows it writes. */

export function entered(column: string, text: string | null): PlannedColumn {
  return { column, cell: { kind: 'text', text }, origin: 'entered' };
}

export function fixed(column: string, text: string | null, why: string): PlannedColumn {
  return { column, cell: { kind: 'text', text }, origin: 'fixed', why };
}

export function derived(column: string, text: string, why: string, confidence: Confidence): PlannedColumn {
  return { column, cell: { kind: 'text', text }, origin: 'derived', why, confidence };
}

export function taken(column: string, rule: TakeRule, preview: string, why: string): PlannedColumn {
  return { column, cell: { kind: 'take', rule, preview }, origin: 'taken', why, confidence: 'guess' };
}

export function copied(column: string, step: string, from: string, why: string): PlannedColumn {
  return { column, cell: { kind: 'copy', step, column: from }, origin: 'taken', why };
}

/** The row id of a row that is in Sage already. */
export function rowIdOf(column: string, table: string, record: string, why: string): PlannedColumn {
  return { column, cell: { kind: 'read', table, key: { recnum: record }, column: '_idnum' }, origin: 'taken', why };
}

/** The same column as an update of a value that must still be there. */
export function changing(column: PlannedColumn, was: string | null): PlannedColumn {
  return { ...column, was };
}

/** A whole number as Sage gives it back: without leading zeros; empty text is 0. */
export function wholeOrZero(text: string): string {
  return /^-?\d+$/.test(text.trim()) ? BigInt(text.trim()).toString() : '0';
}

/** Empty text is no value in a column that refers to another table or holds a date. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Who and when of a new row. Whether Sage's program or a trigger sets these is unknown (confidence guess). */
export const insertedAudit: readonly PlannedColumn[] = [
  taken('insdte', 'timestamp', 'when it is written', 'Inserted, date and time'),
  taken('insusr', 'user', 'Plumbline', 'Inserted by'),
];

export const updatedAudit: readonly PlannedColumn[] = [
  taken('upddte', 'timestamp', 'when it is written', 'Updated, date and time'),
  taken('updusr', 'user', 'Plumbline', 'Updated by'),
];
