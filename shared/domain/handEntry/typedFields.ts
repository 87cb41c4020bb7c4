import { isDecimal, sameDecimal } from '../decimal.ts';
import type { PlannedColumn, Receipt, Step } from '../plan.ts';
import { differentValue } from '../plans/changeOrder/differing.ts';
import { asTyped, type ListWords } from '../plans/entrySheet.ts';
import type { BudgetLine, ChangeOrder, PrimeLine } from '../sage/facts.ts';
import { columnOf, tableNamed } from '../sage/schema/tables.ts';

/** One field that a person typed otherwise than it was approved, in the words of Sage's screen. */
export type TypedDifference = {
  readonly place: string;
  readonly label: string;
  readonly planned: string;
  readonly typed: string;
};

/** The fields that a person types into each part of 6-4-1, and where Plumbline reads them. */
const factsOf = {
  prmchg: {
    chgnum: 'number',
    chgdte: 'date',
    jobnum: 'job',
    phsnum: 'phase',
    dscrpt: 'description',
    reason: 'reason',
    usrdf1: 'userDefined1',
    pchord: 'clientPo',
    subdte: 'submitted',
    aprdte: 'approvedOn',
    delreq: 'delayRequested',
    dysdly: 'delayApproved',
    chgtyp: 'type',
    status: 'status',
    ntetxt: 'notes',
  } satisfies Readonly<Record<string, keyof ChangeOrder>>,
  pmcgln: {
    dscrpt: 'description',
    reqprc: 'requested',
    aprprc: 'approved',
    cstcde: 'costCode',
    csttyp: 'costType',
  } satisfies Readonly<Record<string, keyof PrimeLine>>,
  sbcgln: {
    dscrpt: 'description',
    chghrs: 'hours',
    chgunt: 'units',
    bdgprc: 'amount',
    cstcde: 'costCode',
    csttyp: 'costType',
    vndnum: 'vendor',
    vndctc: 'subcontract',
    ctclin: 'subcontractLine',
    chgnum: 'changeNumber',
    chgsts: 'status',
  } satisfies Readonly<Record<string, keyof BudgetLine>>,
} as const;
export type TypedTable = keyof typeof factsOf;

export const grids = { pmcgln: 'prime', sbcgln: 'budget' } as const;

export function isTyped(step: Step): step is Step & { readonly table: TypedTable } {
  return Object.hasOwn(factsOf, step.table) && step.op !== 'delete';
}

export type ComparedRow = {
  readonly differences: readonly TypedDifference[];
  /** Fields that are as approved. */
  readonly equal: number;
  readonly columns: Receipt['rows'][number]['columns'];
};

/**
 * One row of the plan beside what stands in Sage. Of a new row every field of the screen counts, also those that should have stayed
 * empty; of a changed row only what was to change. What Sage's program fills in, and Plumbline's own notes, are left out.
 */
export function compareRow(
  step: Step & { readonly table: TypedTable },
  typed: object,
  place: string,
  shownAs: ListWords,
): ComparedRow {
  const facts = typed as Readonly<Record<string, string | null>>;
  const differences: TypedDifference[] = [];
  const columns: { column: string; planned: string | null; readBack: string | null }[] = [];
  for (const [name, fact] of Object.entries(factsOf[step.table])) {
    const planned = step.columns.find(({ column }) => column === name);
    const expected = expectedOf(step, name, planned);
    if (expected === undefined) continue;
    const found = facts[fact] ?? null;
    columns.push({ column: name, planned: expected, readBack: found });
    if (planned === undefined ? isEmpty(found) : !differentValue(step.table, name, expected, found)) continue;
    const column = columnOf(tableNamed(step.table), name);
    const words = (text: string | null) => asTyped(column, text, shownAs);
    differences.push({ place, label: column.label, planned: words(expected), typed: words(found) });
  }
  return { differences, equal: columns.length - differences.length, columns };
}

/** What stands in a field that nobody filled in: a database may keep 0 there. */
function isEmpty(found: string | null): boolean {
  return found === null || found.trim() === '' || (isDecimal(found) && sameDecimal(found, '0'));
}

/** The value that was approved for a field; undefined where the field says nothing about what a person typed. */
function expectedOf(step: Step, name: string, planned: PlannedColumn | undefined): string | null | undefined {
  if (planned === undefined) return step.op === 'insert' && step.table === 'sbcgln' ? null : undefined;
  if (planned.cell.kind !== 'text') return undefined;
  if (planned.origin === 'entered') return planned.cell.text;
  // The customer's reference is printed where there is one.
  return name === 'usrdf1' && planned.cell.text !== '' ? planned.cell.text : undefined;
}
