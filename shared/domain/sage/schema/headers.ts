import { headerTable, type Plan } from '../../plan.ts';
import type { Table } from '../columns.ts';
import { type TableName, tableNamed } from './tables.ts';

/** A table whose rows are whole records for people: what a plan makes or changes. All are keyed by `recnum`. */
export type Header = {
  readonly table: Table;
  /** The column of the number that people know a record by. */
  readonly number: string;
  /** What one record is called in a sentence: `change order`. */
  readonly one: string;
  /** What a new one, typed by a person, is found by: columns whose planned values are its own. */
  readonly foundBy: readonly string[];
  /** The tables of the lines that hang on it by its record number. */
  readonly lines: readonly TableName[];
};

const described: Readonly<Partial<Record<TableName, Omit<Header, 'table'>>>> = {
  prmchg: { number: 'chgnum', one: 'change order', foundBy: ['jobnum', 'dscrpt'], lines: ['pmcgln', 'sbcgln'] },
  subcon: { number: 'ctcnum', one: 'subcontract', foundBy: ['ctcnum', 'vndnum'], lines: ['sbcnln'] },
  pchord: { number: 'ordnum', one: 'purchase order', foundBy: ['ordnum'], lines: ['pcorln'] },
  acpinv: { number: 'invnum', one: 'payable invoice', foundBy: ['invnum', 'vndnum'], lines: ['apivln'] },
  // A job's budget goes by the job's own number.
  actrec: { number: 'recnum', one: 'job', foundBy: ['recnum'], lines: ['bdglin'] },
  actpay: { number: 'recnum', one: 'vendor', foundBy: ['vndnme'], lines: [] },
  budget: { number: 'recnum', one: 'budget of job', foundBy: ['recnum'], lines: ['bdglin'] },
  cstcde: { number: 'recnum', one: 'cost code', foundBy: ['recnum'], lines: [] },
};

/** The header of a plan: an unknown one is a bug. */
export function headerOf(plan: Pick<Plan, 'target'>): Header {
  const name = headerTable(plan);
  const found = (described as Readonly<Record<string, Omit<Header, 'table'> | undefined>>)[name];
  if (found === undefined) throw new Error(`Table '${name}' is not described as a header`);
  return { table: tableNamed(name), ...found };
}

/** Where a plan writes: `job 2402`, `vendors`. */
export function placeWords(plan: Pick<Plan, 'target'>): string {
  const { job } = plan.target;
  return job === '' ? `${headerOf(plan).one}s` : `job ${job}`;
}

/** `change order 7 of job 2402`, `vendor 512`: the record that a plan made or changed. */
export function recordWords(plan: Pick<Plan, 'target'>, number: string): string {
  const { table, one } = headerOf(plan);
  const { job } = plan.target;
  const own = table.name === 'actrec' || table.name === 'budget' || job === '';
  return own ? `${one} ${number}` : `${one} ${number} of job ${job}`;
}
