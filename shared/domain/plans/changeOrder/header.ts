import type { Cor } from '../../cor.ts';
import type { HeaderDraft } from '../../draft.ts';
import { addMoney, isZero, type Money, sumMoney, zero } from '../../money.ts';
import type { Check, PlannedColumn, Step } from '../../plan.ts';
import { longestTextOf } from '../../sage/catalog/limits.ts';
import type { ChangeOrder } from '../../sage/facts.ts';
import { truncateAt } from '../../text.ts';
import { sumBudget } from './budgetLines.ts';
import { differing } from './differing.ts';
import type { PlanningInput } from './input.ts';
import type { ResolvedBudget } from './resolvedBudget.ts';
import { changing, derived, entered, fixed, insertedAudit, orNull, taken, updatedAudit, wholeOrZero } from './steps.ts';

/** What the lines of a plan add to the three header totals that are written. */
export type HeaderMoves = { readonly requested: Money; readonly approved: Money; readonly cost: Money };

/** The header of a new change order. Its totals are what Sage's program would have summed up from the grids. */
export function insertHeader(input: PlanningInput, budget: readonly ResolvedBudget[], moves: HeaderMoves): Step {
  const { draft, cors, today } = input;
  return newChangeOrder({
    job: draft.job,
    header: draft.header,
    userDefined: [
      referenceOf(cors, longestTextOf(input.facts.catalog.limits, 'prmchg', 'usrdf1')),
      fixed(
        'usrdf2',
        onlyUuid(cors, longestTextOf(input.facts.catalog.limits, 'prmchg', 'usrdf2')),
        'The COR’s own id in Clearstory; empty when several CORs share the change order',
      ),
    ],
    totals: { ...moves, cost: sumBudget(budget) },
    today,
  });
}

/** A new row of 6-4-1, whatever its lines come from. */
export function newChangeOrder(row: {
  readonly job: string;
  readonly header: HeaderDraft;
  readonly userDefined: readonly PlannedColumn[];
  readonly totals: HeaderMoves;
  readonly today: string;
}): Step {
  const { job, header, userDefined, totals, today } = row;
  return {
    id: 'header',
    op: 'insert',
    table: 'prmchg',
    key: {},
    corId: null,
    title: `Change order: ${header.description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      taken('recnum', 'record', 'the next record', 'Next record number, taken under the lock'),
      header.numbering === 'typed'
        ? entered('chgnum', header.number.trim())
        : taken(
            'chgnum',
            'changeNumber',
            header.number || 'the next number',
            'Next number of this job and phase, taken under the lock',
          ),
      entered('jobnum', job),
      entered('phsnum', phaseOrNull(header.phase)),
      ...headerFields(header),
      ...userDefined,
      derived('reqamt', totals.requested, 'Sum of Requested on the prime lines', 'guess'),
      derived('appamt', totals.approved, 'Sum of Approved on the prime lines', 'med'),
      derived('cstamt', totals.cost, 'Sum of Budget Amount on the budget lines', 'med'),
      derived('entdte', today, 'Entered today', 'high'),
      taken('usrnme', 'user', 'Plumbline', 'Entered by'),
      ...insertedAudit,
      ...updatedAudit,
    ],
  };
}

/** The first customer reference number that one of the CORs has. Trailing blanks would not be read back. */
function referenceOf(cors: readonly Cor[], longest: number): PlannedColumn {
  const cor = cors.find(({ customerReferenceNumber }) => (customerReferenceNumber ?? '').trim() !== '');
  if (cor === undefined) return fixed('usrdf1', '', 'No customer reference number');
  const whole = (cor.customerReferenceNumber ?? '').trim();
  const text = truncateAt(whole, longest);
  const cut = text === whole ? '' : `, its first ${longest} characters`;
  return fixed('usrdf1', text, `Customer reference number of COR ${cor.number}${cut}`);
}

function onlyUuid(cors: readonly Cor[], longest: number): string {
  return cors.length === 1 ? truncateAt(cors[0]?.uuid ?? '', longest) : '';
}

/** "No phase" is NULL or 0 in Sage and both read alike; NULL is written, so that no reference to a phase is broken. */
export function phaseOrNull(phase: string): string | null {
  return phase === '' || phase === '0' ? null : phase;
}

function headerFields(header: HeaderDraft): readonly PlannedColumn[] {
  return [
    entered('chgdte', orNull(header.date)),
    entered('dscrpt', header.description.trim()),
    entered('status', header.status),
    entered('chgtyp', orNull(header.type)),
    entered('pchord', header.clientPo.trim()),
    entered('reason', header.reason.trim()),
    entered('delreq', wholeOrZero(header.delayRequested)),
    entered('dysdly', wholeOrZero(header.delayApproved)),
    entered('subdte', orNull(header.submitted)),
    entered('aprdte', orNull(header.approvedOn)),
    entered('ntetxt', header.notes.trim()),
  ];
}

/** Totals of a change order that gets other lines: present total + what the lines move. Empty when nothing moves. */
export function totalsUpdate(target: ChangeOrder, moves: HeaderMoves): readonly PlannedColumn[] {
  const rule = 'Present total + the change of these lines';
  const columns: PlannedColumn[] = [];
  const move = (column: string, present: Money, amount: Money) => {
    if (isZero(amount)) return;
    columns.push(changing(derived(column, addMoney(present, amount), rule, 'guess'), present));
  };
  move('reqamt', target.requested, moves.requested);
  move('appamt', target.approved, moves.approved);
  move('cstamt', target.cost, moves.cost);
  return columns;
}

/** Header fields of an existing change order that the draft would change, each with its present value. */
export function fieldsUpdate(target: ChangeOrder, header: HeaderDraft): readonly PlannedColumn[] {
  const present: Readonly<Record<string, string | null>> = {
    chgdte: target.date,
    dscrpt: target.description,
    status: target.status,
    chgtyp: target.type,
    pchord: target.clientPo,
    reason: target.reason,
    delreq: target.delayRequested,
    dysdly: target.delayApproved,
    subdte: target.submitted,
    aprdte: target.approvedOn,
    ntetxt: target.notes,
  };
  return differing('prmchg', headerFields(header), present);
}

/** The update of the header row; none when no column changes. */
export function updateHeader(target: ChangeOrder, columns: readonly PlannedColumn[]): readonly Step[] {
  if (columns.length === 0) return [];
  return [
    {
      id: 'header',
      op: 'update',
      table: 'prmchg',
      key: { recnum: target.record },
      corId: null,
      title: `Change order ${target.number}: ${target.description}`,
      columns: [...columns, ...updatedAudit],
    },
  ];
}

/** Nothing may be written to a change order that Sage's program would not let anybody edit. */
export function targetChecks(
  target: ChangeOrder,
  statuses: readonly string[] = ['1', '2', '3', '4'],
): readonly Check[] {
  return [
    {
      table: 'prmchg',
      where: { recnum: target.record },
      expect: 'one',
      columns: { lckedt: ['0'], invdte: [null], status: [...statuses], jobnum: [target.job] },
      sentence: `Change order ${target.number} was locked, invoiced, voided or removed in Sage meanwhile: look at it in 6-4-1, then open the draft again.`,
    },
  ];
}

export function sumPrime(lines: readonly { readonly requested: Money; readonly approved: Money }[]): {
  readonly requested: Money;
  readonly approved: Money;
} {
  return {
    requested: lines.length === 0 ? zero : sumMoney(lines.map(({ requested }) => requested)),
    approved: lines.length === 0 ? zero : sumMoney(lines.map(({ approved }) => approved)),
  };
}
