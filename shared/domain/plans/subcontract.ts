import { formatScaled, parseScaled, sameDecimal } from '../decimal.ts';
import { type Money, sumMoney, zero } from '../money.ts';
import type { PlannedColumn, Refusal, Step } from '../plan.ts';
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
import { descriptionColumn, lineCautions, phaseOf, type ResolvedLine, resolveLines } from './commitment/lines.ts';
import { itemPlan } from './itemPlan.ts';

type Line = ResolvedLine<ProcoreCommitmentLine>;

/** Statuses in which a new subcontract counts as committed cost (confidence high). */
export const newSubcontractStatuses = ['3', '4'] as const;

/** The plan of a new subcontract (6-7-1) from a commitment of Procore, or why there is none. */
export function planSubcontract(input: CommitmentInput): PlannedCommitment {
  const { planning, commitment, choices, sending, facts } = input;
  const longest = longestTextOf(planning.catalog.limits, 'sbcnln', 'dscrpt');
  const lines = resolveLines(commitment.lines, sending.coding, facts, longest);
  const { phase, refusals: phaseRefusals } = phaseOf(lines, facts, 'subcontract');
  const retention = retentionRate(commitment.retainagePercent);
  const refusals = [
    ...commitmentRefusals(input),
    ...phaseRefusals,
    ...statusRefusals(choices.status),
    ...(retention === null ? [retentionRefusal(commitment.retainagePercent)] : []),
  ];
  if (refusals.length > 0 || retention === null) return { ok: false, refusals };
  const total = sumMoney(lines.map(({ amount }) => amount));
  const number = choices.number.trim();
  const job = sending.job ?? '';
  const planned = itemPlan(planning, {
    kind: 'subcontract.create',
    businessKey: `job/${job}`,
    target: { job, phase, table: 'subcon', record: null, number },
    checks: commitmentChecks(
      input,
      lines.map(({ coding }) => coding.costCode),
    ),
    steps: [headerStep(input, phase, retention, total), ...lines.map((line) => lineStep(line, planning.item.id))],
    lines: lines.length,
    sums: [
      { label: 'Original Contract', amount: total },
      { label: 'New Contract', amount: total },
    ],
    title: `Subcontract ${number} of job ${job}: ${collapseSpaces(choices.title)} (${commitment.vendorName})`,
    warnings: commitmentWarnings(input, total),
    undo: [
      `To undo: delete subcontract ${number} in Sage 6-7-1 while nothing is invoiced on it, then unlink it here: Procore's commitment can be edited again.`,
    ],
    fieldOf: ({ id, table }, column) => (table === 'subcon' ? (fields[column] ?? 'total') : id),
  });
  if (!planned.ok) return planned;
  const limits = { number: lengthLimits.commitmentNumber, title: lengthLimits.commitmentTitle };
  const cautions = [
    ...likenessCautions(input, total),
    ...shorteningCautions(commitment, choices, limits),
    ...lineCautions(lines, false),
  ];
  return { ...planned, cautions };
}

/** The choice that decides a column of the header. */
const fields: Readonly<Record<string, string>> = {
  ctcnum: 'number',
  dscrpt: 'title',
  condte: 'date',
  status: 'status',
  rtnrte: 'retainage',
};

function headerStep(
  { planning, commitment, choices, sending }: CommitmentInput,
  phase: string,
  retention: string,
  total: Money,
): Step {
  return {
    id: 'header',
    op: 'insert',
    table: 'subcon',
    key: {},
    corId: null,
    title: `Subcontract: ${collapseSpaces(choices.title)}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      taken('recnum', 'record', 'the next record', 'Next record number, taken under the lock'),
      entered('ctcnum', choices.number.trim()),
      entered('vndnum', sending.vendor),
      entered('jobnum', sending.job),
      entered('phsnum', phaseOrNull(phase)),
      entered('dscrpt', collapseSpaces(choices.title)),
      entered('status', choices.status),
      entered('condte', choices.date),
      entered('strdte', commitment.startDate),
      entered('findte', commitment.completionDate),
      entered('rtnrte', retention),
      derived('cntttl', total, 'Sum of Original Contract on the lines', 'med'),
      derived('chgttl', zero, 'Nothing is changed on a new subcontract', 'med'),
      derived('ctcttl', total, 'Original + changes', 'med'),
      derived('taxttl', zero, 'No tax is sent', 'med'),
      derived('invttl', zero, 'Nothing is invoiced on a new subcontract', 'med'),
      derived('balttl', total, 'New contract − invoiced', 'med'),
      derived('entdte', planning.today, 'Entered today', 'high'),
      taken('usrnme', 'user', 'Plumbline', 'Entered by'),
      entered('ntetxt', commitment.description.trim()),
      ...insertedAudit,
      ...updatedAudit,
    ],
  };
}

function lineStep(line: Line, item: string): Step {
  const { source, coding, amount } = line;
  const notes = notesOf(line);
  return {
    id: `lines.${source.id}`,
    op: 'insert',
    table: 'sbcnln',
    key: {},
    corId: item,
    title: `Subcontract line: ${line.description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      copied('_idref', 'header', '_idnum', 'The row id of the subcontract'),
      copied('recnum', 'header', 'recnum', 'The record number of the subcontract'),
      taken('linnum', 'line', 'the next line', 'Next line of the subcontract, taken under the lock'),
      descriptionColumn('dscrpt', line),
      entered('cstcde', coding.costCode),
      entered('csttyp', coding.costType),
      entered('amount', amount),
      fixed('change', zero, 'Nothing is changed on a new line'),
      derived('cntrct', amount, 'Original + changes', 'high'),
      fixed('billed', zero, 'Nothing is invoiced on a new line'),
      derived('remain', amount, 'New contract − invoiced', 'high'),
      ...notes,
    ],
  };
}

/** Sage's subcontract lines have an amount only: quantity and unit price are told in the notes. */
function notesOf({ source, whole }: Line): readonly PlannedColumn[] {
  const units = sameDecimal(source.quantity, '0')
    ? null
    : `${source.quantity} ${collapseSpaces(source.unit ?? 'units')} at ${source.unitCost}`;
  const text = [whole, units].filter((part) => part !== null).join('\n');
  return text === '' ? [] : [fixed('ntetxt', text, 'What Procore says and Sage’s line has no field for')];
}

/** Percent with two decimals, as Sage keeps it; null when Procore's has more, or is none. */
function retentionRate(percent: string): string | null {
  const scaled = parseScaled(percent, 2);
  return scaled === null || scaled < 0n || scaled > 10_000n ? null : formatScaled(scaled, 2);
}

function retentionRefusal(percent: string): Refusal {
  const sentence = `Retainage ${percent} % is not a rate from 0 to 100 with at most two decimals, which is what Sage keeps: change the default retainage in Procore.`;
  return { field: 'retainage', value: percent, sentence };
}

function statusRefusals(status: string): readonly Refusal[] {
  if (newSubcontractStatuses.some((one) => one === status)) return [];
  const sentence = `Status ${status} is not one that a new subcontract can have here: choose 3-Contract or 4-Current.`;
  return [{ field: 'status', value: status, sentence }];
}
