import { type Money, sumMoney, zero } from '../money.ts';
import type { Step } from '../plan.ts';
import type { ProcoreCommitmentLine } from '../procore/records.ts';
import { lengthLimits } from '../procore/rules/numbers.ts';
import { longestTextOf } from '../sage/catalog/limits.ts';
import { collapseSpaces } from '../text.ts';
import { phaseOrNull } from './changeOrder/header.ts';
import { copied, derived, entered, fixed, insertedAudit, taken, updatedAudit } from './changeOrder/steps.ts';
import {
  commitmentChecks,
  commitmentRefusals,
  commitmentWarnings,
  likenessCautions,
  shorteningCautions,
} from './commitment/header.ts';
import type { CommitmentInput, PlannedCommitment } from './commitment/input.ts';
import { lineCautions, phaseOf, type ResolvedLine, resolveLines } from './commitment/lines.ts';
import { type Extension, extensionOf, orderLineColumns } from './commitment/orderLines.ts';
import { itemPlan } from './itemPlan.ts';

type Line = ResolvedLine<ProcoreCommitmentLine>;

/** The plan of a new purchase order (6-6-1) from a commitment of Procore, or why there is none. */
export function planPurchaseOrder(input: CommitmentInput): PlannedCommitment {
  const { planning, commitment, choices, sending, facts } = input;
  const longest = longestTextOf(planning.catalog.limits, 'pcorln', 'prtdsc');
  const lines = resolveLines(commitment.lines, sending.coding, facts, longest);
  const { phase, refusals: phaseRefusals } = phaseOf(lines, facts, 'purchase order');
  const extended = lines.map((line) => ({ line, result: extensionOf(line, commitment.byUnits) }));
  const refusals = [
    ...commitmentRefusals(input),
    ...phaseRefusals,
    ...extended.flatMap(({ result }) => (result.ok ? [] : [result.refusal])),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const total = sumMoney(lines.map(({ amount }) => amount));
  const number = choices.number.trim();
  const job = sending.job ?? '';
  const planned = itemPlan(planning, {
    kind: 'purchaseOrder.create',
    businessKey: `job/${job}`,
    target: { job, phase, table: 'pchord', record: null, number },
    checks: commitmentChecks(
      input,
      lines.map(({ coding }) => coding.costCode),
    ),
    steps: [
      headerStep(input, phase, total),
      ...extended.flatMap(({ line, result }) =>
        result.ok ? [lineStep(line, result.extension, planning.item.id)] : [],
      ),
    ],
    lines: lines.length,
    sums: [
      { label: 'Subtotal', amount: total },
      { label: 'Total', amount: total },
    ],
    title: `Purchase order ${number} of job ${job}: ${collapseSpaces(choices.title)} (${commitment.vendorName})`,
    warnings: commitmentWarnings(input, total),
    undo: [
      `To undo: delete purchase order ${number} in Sage 6-6-1 while nothing is received or invoiced on it, then unlink it here: Procore's commitment can be edited again.`,
    ],
    fieldOf: ({ id, table }, column) => (table === 'pchord' ? (fields[column] ?? 'total') : id),
  });
  if (!planned.ok) return planned;
  const limits = { number: lengthLimits.commitmentNumber, title: lengthLimits.commitmentTitle };
  const cautions = [
    ...likenessCautions(input, total),
    ...shorteningCautions(commitment, choices, limits),
    ...lineCautions(lines, true),
  ];
  return { ...planned, cautions };
}

/** The choice that decides a column of the header. */
const fields: Readonly<Record<string, string>> = { ordnum: 'number', dscrpt: 'title', orddte: 'date' };

function headerStep({ planning, commitment, choices, sending }: CommitmentInput, phase: string, total: Money): Step {
  return {
    id: 'header',
    op: 'insert',
    table: 'pchord',
    key: {},
    corId: null,
    title: `Purchase order: ${collapseSpaces(choices.title)}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      taken('recnum', 'record', 'the next record', 'Next record number, taken under the lock'),
      entered('ordnum', choices.number.trim()),
      entered('orddte', choices.date),
      entered('vndnum', sending.vendor),
      entered('jobnum', sending.job),
      entered('phsnum', phaseOrNull(phase)),
      entered('dscrpt', collapseSpaces(choices.title)),
      fixed('status', '1', '1-Open: approved in Procore, nothing received yet'),
      entered('schdte', commitment.deliveryDate),
      fixed('rcvdte', zero, 'Nothing is received on a new order'),
      fixed('currnt', zero, 'Nothing is received now'),
      fixed('cancel', zero, 'Nothing is canceled on a new order'),
      derived('subttl', total, 'Sum of Extended on the lines', 'med'),
      derived('slstax', zero, 'No tax is sent', 'med'),
      derived('pchttl', total, 'Subtotal + sales tax', 'med'),
      derived('pchbal', total, 'Total − received − canceled', 'med'),
      derived('entdte', planning.today, 'Entered today', 'high'),
      taken('usrnme', 'user', 'Plumbline', 'Entered by'),
      entered('ntetxt', commitment.description.trim()),
      ...insertedAudit,
      ...updatedAudit,
    ],
  };
}

function lineStep(line: Line, extension: Extension, item: string): Step {
  return {
    id: `lines.${line.source.id}`,
    op: 'insert',
    table: 'pcorln',
    key: {},
    corId: item,
    title: `Order line: ${line.description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      copied('_idref', 'header', '_idnum', 'The row id of the purchase order'),
      copied('recnum', 'header', 'recnum', 'The record number of the purchase order'),
      ...orderLineColumns(line, extension),
    ],
  };
}
