import type { Column, Table } from '../columns.ts';
import { bdglin, budget } from './budgets.ts';
import { chgtyp, pmcgln, prmchg, sbcgln } from './changeOrders.ts';
import { reccln } from './clients.ts';
import { cstcde, cstdiv, csttyp } from './costCodes.ts';
import { jobcst } from './jobCosts.ts';
import { actrec, jobphs, jobsts } from './jobs.ts';
import { lgract, lgrtrn, lgtnln } from './ledger.ts';
import { acpinv, apivln } from './payables.ts';
import { pchord, pcorln } from './purchaseOrders.ts';
import { sbcnln, sbctyp, subcon } from './subcontracts.ts';
import { actpay, vndtyp } from './vendors.ts';

/** In an order in which each table comes after those that it points to. */
const inDependencyOrder = {
  jobsts,
  reccln,
  cstdiv,
  cstcde,
  csttyp,
  lgract,
  actrec,
  jobphs,
  vndtyp,
  actpay,
  budget,
  bdglin,
  sbctyp,
  subcon,
  sbcnln,
  pchord,
  pcorln,
  lgrtrn,
  lgtnln,
  acpinv,
  apivln,
  jobcst,
  chgtyp,
  prmchg,
  pmcgln,
  sbcgln,
};

export type TableName = keyof typeof inDependencyOrder;

/** Every Sage table that Plumbline touches; iteration order is safe for creating and for filling. */
export const sageTables: Readonly<Record<TableName, Table>> = inDependencyOrder;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(inDependencyOrder, name);
}

/** The same order as a list. */
export const tableNames: readonly TableName[] = Object.keys(inDependencyOrder).filter(isTableName);

/** The description of a table that must be known: an unknown name is a bug. */
export function tableNamed(name: string): Table {
  if (!isTableName(name)) throw new Error(`No Sage table named '${name}' is described`);
  return sageTables[name];
}

/** Asked for with every value that is written, and tables have dozens of columns. */
const columnsByName = new WeakMap<Table, ReadonlyMap<string, Column>>();

function byName(table: Table): ReadonlyMap<string, Column> {
  const known = columnsByName.get(table);
  if (known !== undefined) return known;
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  columnsByName.set(table, columns);
  return columns;
}

/** The description of a column that must be known: an unknown name is a bug. */
export function columnOf(table: Table, column: string): Column {
  const found = byName(table).get(column);
  if (found === undefined) throw new Error(`No column '${column}' is described on Sage table '${table.name}'`);
  return found;
}
