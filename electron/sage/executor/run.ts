import type { Failure } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Random } from '../../engine/ports/runtime.ts';
import type { Approval } from '../../engine/ports/sageCompany.ts';
import type { SchemaWatch } from '../catalog/schemaWatch.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Values } from '../dialect/statements.ts';

/** What applying one plan needs; the transaction is open and the lock is held. */
export type Run = {
  readonly connection: SqlConnection;
  readonly dialect: Dialect;
  readonly random: Pick<Random, 'uuid'>;
  readonly plan: Plan;
  readonly approval: Approval;
  readonly schema: SchemaWatch;
  /** Whether the turn to write is still ours (`writingTurn.ts`). */
  readonly keepsTurn: () => Promise<boolean>;
};

/** A row that a step wrote, in the form that Sage stores; `values` is null for a deleted row. */
export type WrittenRow = {
  readonly step: string;
  readonly table: Table;
  readonly key: Values;
  readonly values: Values | null;
};

const again = 'Open the draft again: it shows what is in Sage now.';

/** `Prime Change Details (6-4-1), Requested`. */
function place(table: Table, column: Column): string {
  return `${table.title} (${table.screen}), ${column.label}`;
}

/** A value as a person reads it: `4-Disputed`, `'abc'`, `nothing`. */
export function shown(column: Column, value: string | null): string {
  if (value === null || value.trim() === '') return 'nothing';
  if (column.values !== undefined) return statusWords(column.values, value);
  return column.type === 'text' ? `'${value.trim()}'` : value;
}

/** A planned value that its column cannot hold. `problem` ends the sentence: `it is not a date`. */
export function cannotHold(table: Table, column: Column, value: string | null, problem: string): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.value',
    sentence: `${place(table, column)} cannot be ${shown(column, value)}: ${problem}. Nothing was saved.`,
    remedy: 'Open the draft again, correct the value and approve it anew.',
  };
}

/** A value that is no longer what the preview showed. */
export function staleValue(table: Table, column: Column, was: string | null, now: string | null): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.changed',
    sentence: `Sage changed since the preview: ${place(table, column)} was ${shown(column, was)} and is now ${shown(column, now)}. Nothing was saved.`,
    remedy: again,
  };
}

/** `Record# 1008, Line 2`. */
function keyWords(table: Table, key: Values): string {
  return Object.entries(key)
    .map(([name, value]) => `${table.columns.find((column) => column.name === name)?.label ?? name} ${value}`)
    .join(', ');
}

/** The database is no longer the one that the plan was made for. */
export function schemaChanged({ title }: Plan): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.schemaChanged',
    sentence: `The tables of the company database are no longer what they were when '${title}' was approved: Sage was updated, or somebody changed them. Nothing was saved.`,
    remedy: 'Look under Settings, Sage, what differs, then open the draft again and approve it anew.',
  };
}

/** A row that a step or a cell points to and that is not there, or not once. */
export function rowMissing(table: Table, key: Values): Failure {
  const where = keyWords(table, key);
  return {
    next: 'needsPerson',
    code: 'sage.rowMissing',
    sentence: `${table.title} (${table.screen}), ${where} is no longer in Sage. Nothing was saved.`,
    remedy: again,
  };
}

/** A number that was given out to a new row and that another row has too. */
export function rowDoubled(table: Table, key: Values): Failure {
  return {
    next: 'retry',
    code: 'sage.numberTaken',
    sentence: `${table.title} (${table.screen}), ${keyWords(table, key)} was taken by somebody else at the same moment. Nothing was saved.`,
    remedy: 'Plumbline tries again by itself, with the next number.',
  };
}

/** A row that was just inserted and that cannot be found by its row id. */
export function rowLost(table: Table): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.readBack',
    sentence: `Sage did not keep a new record of ${table.title} (${table.screen}) as it was written. Nothing was saved.`,
    remedy: 'Do not try again before the reason is known: a trigger in Sage changes new records.',
  };
}

/** A row that a step deleted and that is still there. */
export function rowRemains(table: Table): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.readBack',
    sentence: `Sage kept a record of ${table.title} (${table.screen}) that was to be deleted. Nothing was saved.`,
    remedy: 'Do not try again before the reason is known: a trigger in Sage prevents it.',
  };
}

/** What was read back differs from what was planned. */
export function readBackDiffers(table: Table, column: Column, planned: string | null, found: string | null): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.readBack',
    sentence: `Sage would store something else than was approved: ${place(table, column)}, planned ${shown(column, planned)}, found ${shown(column, found)}. Nothing was saved.`,
    remedy: 'Do not try again before the reason is known: a trigger or a rounding in Sage changes this field.',
  };
}
