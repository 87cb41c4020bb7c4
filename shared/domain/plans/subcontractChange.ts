import { absMoney, formatMoney, isNegative, isZero, type Money, sumMoney, zero } from '../money.ts';
import type { Refusal } from '../plan.ts';
import { lengthLimits } from '../procore/rules/numbers.ts';
import { longestTextOf } from '../sage/catalog/limits.ts';
import { statusWords, subcontractStatuses } from '../sage/enumerations.ts';
import type { ChangeOrder, Subcontract } from '../sage/facts.ts';
import { collapseSpaces } from '../text.ts';
import { insertBudget } from './changeOrder/budgetSteps.ts';
import { newChangeOrder } from './changeOrder/header.ts';
import { markerOf, narrowMarker } from './changeOrder/markerField.ts';
import type { ResolvedBudget } from './changeOrder/resolvedBudget.ts';
import { fixed } from './changeOrder/steps.ts';
import { moveOf, subcontractSteps } from './changeOrder/subcontractTotals.ts';
import { type ChangeChoices, type ChangeInput, changeRefusals } from './commitment/change.ts';
import { type ResolvedGroup, resolveGroups } from './commitment/changeGroups.ts';
import { headerOf, headerRefusals, ownChecks } from './commitment/changeHeader.ts';
import { inactiveCodes, shorteningCautions } from './commitment/header.ts';
import type { PlannedCommitment } from './commitment/input.ts';
import { lineCautions } from './commitment/lines.ts';
import { itemPlan } from './itemPlan.ts';
import { commitmentLineCheck, costCodeCheck, jobCheck, strangerWords, vendorCheck } from './sageChecks.ts';

export type SubcontractChangeInput = ChangeInput & {
  /** `changeOrder`: Change# in 6-4-1, empty for the next one. `status`: of the change order, which decides about the budget. */
  readonly choices: ChangeChoices & { readonly changeOrder: string; readonly status: string };
  /** The subcontract in Sage now; null: it is not there. */
  readonly subcontract: Subcontract | null;
  /** All change orders of the job. */
  readonly changeOrders: readonly ChangeOrder[];
  /** Where the proof that the plan was written will be. */
  readonly markers: 'table' | 'recordFields';
};

/**
 * The plan of a change of a subcontract: a change order (6-4-1) with Budget and Sub lines only, one for each line of the subcontract with
 * the sum of what happens to it, and the subcontract's own totals. What the client pays is no part of it.
 */
export function planSubcontractChange(input: SubcontractChangeInput): PlannedCommitment {
  const { planning, change, choices, sending, subcontract } = input;
  const refusals = [...changeRefusals(input), ...parentRefusals(input), ...headerRefusals(input)];
  if (subcontract === null) return { ok: false, refusals };
  const name = `subcontract ${subcontract.number}`;
  const longest = Math.min(
    longestTextOf(planning.catalog.limits, 'sbcgln', 'dscrpt'),
    longestTextOf(planning.catalog.limits, 'sbcnln', 'dscrpt'),
  );
  const { groups, ...found } = resolveGroups(input, name, subcontract.lines, longest);
  const lines = groups.map((group, index) => budgetLine(input, subcontract, group, index));
  const moves = subcontractSteps(
    lines.map(moveOf).filter((move) => move !== null),
    [subcontract],
  );
  refusals.push(...found.refusals, ...phaseRefusals(groups, subcontract));
  const narrow =
    input.markers === 'recordFields' ? [narrowMarker(planning.catalog.limits)].filter((one) => one !== null) : [];
  refusals.push(
    ...[...moves.problems, ...narrow].map(
      (sentence): Refusal => ({ field: 'commitment', value: subcontract.number, sentence }),
    ),
  );
  if (refusals.length > 0) return { ok: false, refusals };
  const total = sumMoney(lines.map(({ amount }) => amount));
  const job = sending.job ?? '';
  const typed = choices.changeOrder.trim();
  const planned = itemPlan(planning, {
    kind: 'subcontractChange.create',
    businessKey: `job/${job}`,
    target: { job, phase: subcontract.phase, table: 'prmchg', record: null, number: typed === '' ? null : typed },
    checks: [
      jobCheck(job, input.facts.job),
      vendorCheck(subcontract.vendor),
      ...[...new Set(lines.map(({ costCode }) => costCode))].sort().map(costCodeCheck),
      ...ownChecks(input, subcontract),
      ...groups.flatMap(({ sage }) =>
        sage === null ? [] : [commitmentLineCheck('sbcnln', subcontract.record, name, sage)],
      ),
      ...moves.checks,
    ],
    steps: [
      newChangeOrder({
        job,
        header: headerOf(input, subcontract),
        userDefined: [
          fixed('usrdf1', `${subcontract.number} / ${choices.number.trim()}`, 'The subcontract and its change'),
          input.markers === 'recordFields' ? markerOf() : fixed('usrdf2', `Procore ${change.id}`, 'Its id in Procore'),
        ],
        totals: { requested: zero, approved: zero, cost: total },
        today: planning.today,
      }),
      ...moves.newLines,
      ...lines.map((line) => insertBudget(line, null, planning.today)),
      ...moves.totals,
    ],
    lines: lines.length,
    sums: [
      { label: 'Change of the subcontract', amount: total },
      { label: 'New Contract', amount: sumMoney([subcontract.total, total]) },
    ],
    title: `Change ${choices.number.trim()} of subcontract ${subcontract.number} of job ${job}: ${collapseSpaces(choices.title)}`,
    warnings: [...found.warnings, ...effectWords(input, total), ...inactiveCodes(input.facts)],
    undo: [
      `To undo: void the change order in Sage 6-4-1, which takes ${formatMoney(total)} out of subcontract ${subcontract.number} again, or delete it; then unlink it here.`,
    ],
    fieldOf: ({ id, table }, column) =>
      table === 'prmchg' ? (fields[column] ?? 'total') : (fieldOfLine(id, groups) ?? 'total'),
    lastLines: { sbcnln: Math.max(0, ...subcontract.lines.map(({ line }) => Number.parseInt(line, 10))) },
  });
  if (!planned.ok) return planned;
  const limits = { number: lengthLimits.changeNumber, title: lengthLimits.changeTitle };
  const resolved = groups.map((group) => group.resolved);
  return { ...planned, cautions: [...shorteningCautions(change, choices, limits), ...lineCautions(resolved, false)] };
}

/** The choice that decides a column of the header. */
const fields: Readonly<Record<string, string>> = {
  chgnum: 'changeOrder',
  dscrpt: 'title',
  chgdte: 'date',
  status: 'status',
  ntetxt: 'description',
};

function fieldOfLine(step: string, groups: readonly ResolvedGroup[]): string | null {
  const index = /\.(\d+)$/.exec(step)?.[1];
  const group = index === undefined ? undefined : groups[Number.parseInt(index, 10)];
  return group === undefined ? null : `lines.${group.lines[0].id}`;
}

/** the subcontract must be there and open for changes; whether somebody has it open is seen when the lock is held. */
function parentRefusals({ parent, subcontract, sending }: SubcontractChangeInput): readonly Refusal[] {
  const refused = (sentence: string): readonly Refusal[] => [{ field: 'commitment', value: parent.number, sentence }];
  if (subcontract === null) {
    return refused(`Subcontract ${parent.number} is no longer in Sage (6-7-1): unlink it, then accept it again.`);
  }
  const name = `Subcontract ${subcontract.number}`;
  const stranger = strangerWords(subcontract, sending);
  if (stranger !== null) return refused(`${name} ${stranger}: look at the discrepancies of its commitment first.`);
  if (subcontract.locked) return refused(`${name} is locked (Lock Edit): unlock it in Sage 6-7-1, then try again.`);
  if (subcontract.status === '2' || subcontract.status === '6') {
    const status = statusWords(subcontractStatuses, subcontract.status);
    return refused(`${name} is ${status} in Sage: reopen it in 6-7-1, then try again.`);
  }
  return [];
}

/** The lines are 1-Approved whatever the change order is: approved in Procore, they change the subcontract. */
function budgetLine(
  { planning, choices }: SubcontractChangeInput,
  subcontract: Subcontract,
  group: ResolvedGroup,
  index: number,
): ResolvedBudget {
  return {
    index,
    corId: planning.item.id,
    line: null,
    description: group.description,
    costCode: group.coding.costCode,
    costType: group.coding.costType,
    amount: group.amount,
    hours: '0.00',
    units: '0.0000',
    subcontract: {
      vendor: subcontract.vendor,
      subcontract: subcontract.record,
      line: group.sage?.line ?? '',
      changeNumber: choices.number.trim(),
      status: '1',
    },
  };
}

function phaseRefusals(groups: readonly ResolvedGroup[], subcontract: Subcontract): readonly Refusal[] {
  const other = groups.find(({ coding }) => coding.phase !== (subcontract.phase || '0'));
  if (other === undefined) return [];
  const words = (phase: string) => (phase === '0' || phase === '' ? 'no phase' : `phase ${phase}`);
  const sentence = `Line ${other.lines[0].position} belongs to ${words(other.coding.phase)}, but subcontract ${subcontract.number} is of ${words(subcontract.phase)}: use its sub job in Procore.`;
  return [{ field: `lines.${other.lines[0].id}`, value: other.coding.phase, sentence }];
}

/** Sage keeps the change of a budget and of a subcontract in one line, so whoever approves must know which of them counts. */
function effectWords({ choices, sending, subcontract }: SubcontractChangeInput, total: Money): readonly string[] {
  if (isZero(total)) return ['The change order comes to 0.00: the subcontract keeps its total.'];
  const amount = formatMoney(absMoney(total));
  const way = isNegative(total) ? 'down' : 'up';
  if (choices.status === '1') {
    return [
      `The budget of job ${sending.job ?? ''} goes ${way} by ${amount} as well: Sage counts the lines of an approved change order (6-4-1) in the budget. Choose 2-Open where budget changes come from Procore's budget.`,
    ];
  }
  return [
    `Subcontract ${subcontract?.number ?? ''} goes ${way} by ${amount}; the budget of job ${sending.job ?? ''} stays, because the change order itself is 2-Open.`,
  ];
}
