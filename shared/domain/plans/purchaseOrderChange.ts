import { addMoney, formatMoney, isZero, type Money, sumMoney } from '../money.ts';
import type { Refusal, Step } from '../plan.ts';
import { lengthLimits, shortened } from '../procore/rules/numbers.ts';
import { longestTextOf } from '../sage/catalog/limits.ts';
import { purchaseOrderStatuses, statusWords } from '../sage/enumerations.ts';
import { collapseSpaces } from '../text.ts';
import { changing, derived, fixed, rowIdOf, taken, updatedAudit } from './changeOrder/steps.ts';
import { type ChangeInput, changeRefusals } from './commitment/change.ts';
import { type LineInSage, type ResolvedGroup, resolveGroups } from './commitment/changeGroups.ts';
import { inactiveCodes, shorteningCautions } from './commitment/header.ts';
import type { PlannedCommitment } from './commitment/input.ts';
import { lineCautions } from './commitment/lines.ts';
import { type Extension, extensionOf, lumpSum, orderLineColumns } from './commitment/orderLines.ts';
import { itemPlan } from './itemPlan.ts';
import { costCodeCheck, jobCheck, phaseValues, strangerWords, vendorCheck } from './sageChecks.ts';

/** What is looked at of a purchase order in Sage. */
export type OrderInSage = {
  readonly record: string;
  readonly number: string;
  readonly job: string | null;
  readonly phase: string;
  readonly vendor: string | null;
  readonly status: string;
  readonly locked: boolean;
  readonly subtotal: Money;
  readonly total: Money;
  readonly balance: Money;
  /** Amount that has come in. */
  readonly received: Money;
  readonly lines: readonly LineInSage[];
};

export type OrderChangeInput = ChangeInput & {
  /** The purchase order in Sage now; null: it is not there. */
  readonly order: OrderInSage | null;
};

/** The plan of a change of a purchase order: lines appended to it in 6-6-1, and its totals. No line there is changed. */
export function planPurchaseOrderChange(input: OrderChangeInput): PlannedCommitment {
  const { planning, change, parent, choices, sending, order } = input;
  const refusals = [...changeRefusals(input), ...orderRefusals(input)];
  if (order === null) return { ok: false, refusals };
  const longest = longestTextOf(planning.catalog.limits, 'pcorln', 'prtdsc');
  const { groups, ...found } = resolveGroups(input, `purchase order ${order.number}`, order.lines, longest);
  const extended = groups.map((group) => ({ group, result: extend(group, parent.byUnits) }));
  refusals.push(...found.refusals, ...phaseRefusals(groups, order));
  refusals.push(...extended.flatMap(({ result }) => (result.ok ? [] : [result.refusal])));
  if (refusals.length > 0) return { ok: false, refusals };
  const total = sumMoney(groups.map(({ amount }) => amount));
  const job = sending.job ?? '';
  const planned = itemPlan(planning, {
    kind: 'purchaseOrderChange.append',
    businessKey: `job/${job}`,
    target: { job, phase: order.phase, table: 'pchord', record: order.record, number: order.number },
    checks: [
      jobCheck(job, input.facts.job),
      vendorCheck(order.vendor ?? ''),
      ...[...new Set(groups.map(({ coding }) => coding.costCode))].sort().map(costCodeCheck),
      {
        table: 'pchord',
        where: { recnum: order.record },
        expect: 'one',
        columns: {
          lckedt: ['0'],
          status: [...open],
          jobnum: [order.job],
          vndnum: [order.vendor],
          phsnum: phaseValues(order.phase),
        },
        sentence: `Purchase order ${order.number} was closed, locked, voided or removed in Sage meanwhile: look at it in 6-6-1, then try again.`,
      },
    ],
    steps: [
      ...extended.flatMap(({ group, result }) => (result.ok ? [lineStep(input, order, group, result.extension)] : [])),
      ...totalSteps(order, total),
    ],
    lines: groups.length,
    sums: [
      { label: 'Change of the purchase order', amount: total },
      { label: 'New Total', amount: addMoney(order.total, total) },
    ],
    title: `Change ${choices.number.trim()} of purchase order ${order.number} of job ${job}: ${collapseSpaces(choices.title)}`,
    warnings: [...found.warnings, ...receiptWords(order), ...inactiveCodes(input.facts)],
    undo: [
      `To undo: delete the appended lines (User Defined: ${mark(input)}) from purchase order ${order.number} in Sage 6-6-1, which takes ${formatMoney(total)} out of it, then unlink the change here.`,
    ],
    fieldOf: ({ id }) => (id.startsWith('lines.') ? id : 'total'),
    lastLines: { pcorln: Math.max(0, ...order.lines.map(({ line }) => Number.parseInt(line, 10))) },
  });
  if (!planned.ok) return planned;
  const limits = { number: lengthLimits.changeNumber, title: lengthLimits.changeTitle };
  const resolved = groups.map((group) => group.resolved);
  return { ...planned, cautions: [...shorteningCautions(change, choices, limits), ...lineCautions(resolved, true)] };
}

/** 1 Open, 2 Review, 3 Dispute: what Sage's program still lets one edit. */
const open = ['1', '2', '3'] as const;

/** the order must be there and open for changes. */
function orderRefusals({ parent, order, sending }: OrderChangeInput): readonly Refusal[] {
  const refused = (sentence: string): readonly Refusal[] => [{ field: 'commitment', value: parent.number, sentence }];
  if (order === null) {
    return refused(`Purchase order ${parent.number} is no longer in Sage (6-6-1): unlink it, then accept it again.`);
  }
  const name = `Purchase order ${order.number}`;
  const stranger = strangerWords(order, sending);
  if (stranger !== null) return refused(`${name} ${stranger}: look at the discrepancies of its commitment first.`);
  if (order.locked) return refused(`${name} is locked (Lock Edit): unlock it in Sage 6-6-1, then try again.`);
  if (open.some((status) => status === order.status)) return [];
  const status = statusWords(purchaseOrderStatuses, order.status);
  const wayOut =
    order.status === '4'
      ? 'set it to 1-Open in 6-6-1 if more is to come, then try again.'
      : 'nothing can be added to it, so make the change a purchase order of its own in Procore.';
  return refused(`${name} is ${status} in Sage: ${wayOut}`);
}

function phaseRefusals(groups: readonly ResolvedGroup[], order: OrderInSage): readonly Refusal[] {
  const other = groups.find(({ coding }) => coding.phase !== (order.phase || '0'));
  if (other === undefined) return [];
  const words = (phase: string) => (phase === '0' || phase === '' ? 'no phase' : `phase ${phase}`);
  const sentence = `Line ${other.lines[0].position} belongs to ${words(other.coding.phase)}, but purchase order ${order.number} is of ${words(order.phase)}: use its sub job in Procore.`;
  return [{ field: `lines.${other.lines[0].id}`, value: other.coding.phase, sentence }];
}

/** Several lines on one line of the order are one of their sum; a single one keeps its quantity and price. */
function extend(group: ResolvedGroup, byUnits: boolean): ReturnType<typeof extensionOf> {
  if (group.lines.length > 1) return { ok: true, extension: lumpSum(group.amount) };
  return extensionOf(group.resolved, byUnits);
}

/** By which the appended lines are known in Sage: lines have no change number of their own. */
function mark({ choices }: OrderChangeInput): string {
  return `Change ${choices.number.trim()}`;
}

function lineStep(input: OrderChangeInput, order: OrderInSage, group: ResolvedGroup, extension: Extension): Step {
  const { resolved, description, amount } = group;
  return {
    id: `lines.${group.lines[0].id}`,
    op: 'insert',
    table: 'pcorln',
    key: {},
    corId: input.planning.item.id,
    title: `Order line: ${description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      rowIdOf('_idref', 'pchord', order.record, 'The row id of the purchase order'),
      fixed('recnum', order.record, 'The record number of the purchase order'),
      ...orderLineColumns({ ...resolved, description, amount }, extension),
      fixed('usrdf1', shortened(mark(input), 50), 'By which the lines of this change are known'),
    ],
  };
}

function totalSteps(order: OrderInSage, total: Money): readonly Step[] {
  if (isZero(total)) return [];
  const rule = 'Present total + this change';
  const moved = (column: string, present: Money) =>
    changing(derived(column, addMoney(present, total), rule, 'med'), present);
  return [
    {
      id: 'header',
      op: 'update',
      table: 'pchord',
      key: { recnum: order.record },
      corId: null,
      title: `Totals of purchase order ${order.number}`,
      columns: [
        moved('subttl', order.subtotal),
        moved('pchttl', order.total),
        moved('pchbal', order.balance),
        ...updatedAudit,
      ],
    },
  ];
}

/** Lines that have come in are not touched, but whoever receives the rest should know that there is more now. */
function receiptWords({ number, received }: OrderInSage): readonly string[] {
  if (isZero(received)) return [];
  return [`Of purchase order ${number} ${formatMoney(received)} is received already: tell whoever receives the rest.`];
}
