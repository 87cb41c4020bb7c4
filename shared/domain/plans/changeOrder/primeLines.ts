import { canonicalCostCode } from '../../costCode.ts';
import type { PrimeDraft } from '../../draft.ts';
import { type Money, parseMoney, subtractMoney, zero } from '../../money.ts';
import type { PlannedColumn, Step } from '../../plan.ts';
import type { ChangeOrder, PrimeLine } from '../../sage/facts.ts';
import { checkCoding } from './checkDraft.ts';
import { differing } from './differing.ts';
import type { Refusals } from './fields.ts';
import { type PlanningInput, targetOf } from './input.ts';
import { copied, entered, fixed, orNull, rowIdOf, taken } from './steps.ts';

/** Refusals about the Prime Change Details. Descriptions are unique: progress billing matches lines by exact description. */
export function checkPrime(input: PlanningInput, refusals: Refusals): void {
  const target = targetOf(input);
  const taken = new Map<string, string>();
  // Lines in Sage keep the description that they have there, so only new lines can be wrong.
  for (const line of target?.prime ?? []) taken.set(nameKey(line.description), `line ${line.line} in Sage`);
  for (const [index, line] of input.draft.prime.entries()) {
    const field = `prime.${index}`;
    refusals.money(`${field}.requested`, 'Requested', line.requested);
    refusals.money(`${field}.approved`, 'Approved', line.approved);
    checkCoding(input, refusals, field, line, false);
    if (!input.draft.corIds.includes(line.corId)) {
      refusals.add(`${field}.description`, line.description, 'This line belongs to no COR of the draft: remove it.');
    }
    if (line.line !== null) continue;
    refusals.text(`${field}.description`, line.description, 'pmcgln', 'dscrpt', true);
    const key = nameKey(line.description);
    const twin = taken.get(key);
    if (twin !== undefined && key !== '') {
      const words = `'${line.description.trim()}' is also the description of ${twin}, and progress billing needs each to differ: change this one.`;
      refusals.add(`${field}.description`, line.description, words);
    }
    taken.set(key, `prime line ${index + 1}`);
  }
}

/** SQL Server's usual collation does not tell case apart (confidence med). */
export function nameKey(description: string): string {
  return description.trim().toLowerCase();
}

export type LineSteps = {
  readonly steps: readonly Step[];
  /** What these steps add to the header's totals. */
  readonly requested: Money;
  readonly approved: Money;
};

/** The row writes of one prime line: an insert, or an update of what differs (none when nothing does). */
export function primeStep(line: PrimeDraft, index: number, target: ChangeOrder | null): LineSteps {
  const requested = parseMoney(line.requested) ?? zero;
  const approved = parseMoney(line.approved) ?? zero;
  if (line.line === null) {
    return { steps: [insertPrime(line, index, target, requested, approved)], requested, approved };
  }
  const now = target?.prime.find((candidate) => candidate.line === line.line);
  if (now === undefined || target === null) return { steps: [], requested: zero, approved: zero };
  return {
    steps: updatePrime(target, now, line.corId, {
      reqprc: requested,
      aprprc: approved,
      cstcde: canonicalCostCode(line.costCode),
      csttyp: orNull(line.costType),
    }),
    requested: subtractMoney(requested, now.requested),
    approved: subtractMoney(approved, now.approved),
  };
}

function insertPrime(
  line: PrimeDraft,
  index: number,
  target: ChangeOrder | null,
  requested: Money,
  approved: Money,
): Step {
  return {
    id: `prime.${index}`,
    op: 'insert',
    table: 'pmcgln',
    key: {},
    corId: line.corId,
    title: `Prime line: ${line.description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      ...parentColumns(target),
      taken('linnum', 'line', 'the next line', 'Next line of the grid, taken under the lock'),
      entered('dscrpt', line.description.trim()),
      entered('reqprc', requested),
      entered('aprprc', approved),
      entered('cstcde', canonicalCostCode(line.costCode)),
      entered('csttyp', orNull(line.costType)),
    ],
  };
}

/** A line carries its change order twice: the record number, and the header's row id. */
export function parentColumns(target: ChangeOrder | null): readonly PlannedColumn[] {
  const rowId = 'The row id of the change order';
  const record = 'The record number of the change order';
  return target === null
    ? [copied('_idref', 'header', '_idnum', rowId), copied('recnum', 'header', 'recnum', record)]
    : [rowIdOf('_idref', 'prmchg', target.record, rowId), fixed('recnum', target.record, record)];
}

/** An update of the columns that differ; the description of a line is never among them. */
export function updatePrime(
  target: ChangeOrder,
  now: PrimeLine,
  corId: string | null,
  wanted: Readonly<Record<string, string | null>>,
): readonly Step[] {
  const present = { reqprc: now.requested, aprprc: now.approved, cstcde: now.costCode, csttyp: now.costType };
  const columns = differing(
    'pmcgln',
    Object.entries(wanted).map(([column, text]) => entered(column, text)),
    present,
  );
  if (columns.length === 0) return [];
  return [
    {
      id: `prime.line${now.line}`,
      op: 'update',
      table: 'pmcgln',
      key: { recnum: target.record, linnum: now.line },
      corId,
      title: `Prime line ${now.line}: ${now.description}`,
      columns,
    },
  ];
}
