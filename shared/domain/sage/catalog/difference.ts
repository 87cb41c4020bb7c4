import { changeOrderPlanKinds, isChangeOrderKind, type PlanKind, planKinds } from '../../plan.ts';
import type { CatalogDifference } from '../catalog.ts';
import type { Column, Table } from '../columns.ts';
import type { TableUse } from '../uses/tableUse.ts';

/** Which plans a difference concerns: those that insert rows, those that write this table or column at all, or all that read it. */
export type Concern = 'insert' | 'write' | 'any';

export type Difference = {
  readonly table: Table;
  readonly use: TableUse;
  /** Null: the table as a whole. A name without a description is a column that Plumbline does not know. */
  readonly column: Column | string | null;
  readonly aspect: CatalogDifference['aspect'];
  readonly expected: string;
  readonly found: string;
  /** What is so, after the name of the place: `holds 30 characters instead of 50`. */
  readonly what: string;
  readonly effect: CatalogDifference['effect'];
  /** With `blocks`. */
  readonly concern?: Concern;
  /** With `narrows`: what Plumbline does about it; with `note` only where more is to be said than that it does no harm. */
  readonly so?: string;
};

export function difference(one: Difference): CatalogDifference {
  const { table, column, aspect, expected, found, what, effect, so } = one;
  const name = columnName(column);
  const kinds = effect === 'blocks' ? kindsOf(one) : [];
  const consequence = effect === 'blocks' ? stopped(kinds) : (so ?? 'that does no harm');
  const sentence = `${place(table, column)} ${what}: ${consequence}.`;
  return { table: table.name, column: name, aspect, expected, found, effect, kinds, sentence };
}

/** `Change Order (6-4-1), Description (prmchg.dscrpt)`. */
function place(table: Table, column: Column | string | null): string {
  const grid = `${table.title} (${table.screen})`;
  if (column === null) return `${grid} (table ${table.name})`;
  const name = `${table.name}.${columnName(column)}`;
  return typeof column === 'string' ? `${grid}, a column not known (${name})` : `${grid}, ${column.label} (${name})`;
}

function columnName(column: Column | string | null): string | null {
  return typeof column === 'object' ? (column?.name ?? null) : column;
}

function kindsOf({ use, column, concern = 'any' }: Difference): readonly PlanKind[] {
  const name = columnName(column);
  const inserts = use.insert?.kinds ?? [];
  if (concern === 'insert') return inOrder(inserts);
  const updating = (use.updates ?? []).filter(({ columns }) => name === null || columns.includes(name));
  const writes = updating.flatMap(({ kinds }) => kinds);
  const given = name === null || [...(use.insert?.always ?? []), ...(use.insert?.sometimes ?? [])].includes(name);
  const kinds = new Set([...(given ? inserts : []), ...writes]);
  return inOrder(concern === 'any' || kinds.size === 0 ? (use.kinds ?? planKinds) : [...kinds]);
}

function inOrder(kinds: readonly PlanKind[]): readonly PlanKind[] {
  return planKinds.filter((kind) => kinds.includes(kind));
}

const kindWords: Readonly<Record<PlanKind, string>> = {
  'changeOrder.create': 'new change orders',
  'changeOrder.append': 'additions to change orders',
  'changeOrder.update': 'updates of change orders',
  'changeOrder.void': 'voids of change orders',
  'vendor.create': 'new vendors',
  'job.create': 'new jobs',
  'costCodes.update': 'changes of cost codes',
  'budget.export': 'budgets',
  'subcontract.create': 'new subcontracts',
  'purchaseOrder.create': 'new purchase orders',
  'subcontractChange.create': 'changes of subcontracts',
  'purchaseOrderChange.append': 'changes of purchase orders',
  'payableInvoice.create': 'new payable invoices',
};

function stopped(kinds: readonly PlanKind[]): string {
  if (kinds.length === planKinds.length) return 'until somebody has looked at it, nothing is written';
  const changeOrders = changeOrderPlanKinds.every((kind) => kinds.includes(kind));
  const named = changeOrders ? kinds.filter((kind) => !isChangeOrderKind(kind)) : kinds;
  const words = [...(changeOrders ? ['change orders'] : []), ...named.map((kind) => kindWords[kind])].join(', ');
  return `until somebody has looked at it, ${words} are not written`;
}
