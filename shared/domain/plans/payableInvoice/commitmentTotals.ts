import { formatScaled, parseScaled, roundScaled } from '../../decimal.ts';
import { addMoney, type Money, subtractMoney } from '../../money.ts';
import type { Step } from '../../plan.ts';
import type { PurchaseOrder } from '../../sage/documentFacts.ts';
import type { Subcontract } from '../../sage/facts.ts';
import { changing, derived } from '../changeOrder/steps.ts';
import type { BilledCommitment } from './input.ts';
import type { BilledLine } from './lines.ts';

/**
 * What Sage's own program moves on the commitment when an invoice on it is saved. That it does so has confidence high (its screens show
 * it), the formulas are by name.
 */
export function commitmentSteps(
  commitment: BilledCommitment,
  lines: readonly BilledLine[],
  gross: Money,
): readonly Step[] {
  return commitment.type === 'subcontract'
    ? subcontractSteps(commitment.record, lines, gross)
    : orderSteps(commitment.record, lines, gross);
}

function subcontractSteps(record: Subcontract, lines: readonly BilledLine[], gross: Money): readonly Step[] {
  const ofLines = lines.flatMap(({ line, amount }): Step[] => {
    const now = record.lines.find((one) => one.line === line);
    if (now === undefined) return [];
    const billed = addMoney(now.billed, amount);
    return [
      {
        id: `billed.${line}`,
        op: 'update',
        table: 'sbcnln',
        key: { recnum: record.record, linnum: line },
        corId: null,
        title: `Line ${line} of subcontract ${record.number}`,
        columns: [
          changing(derived('billed', billed, 'Invoiced so far + this invoice', 'med'), now.billed),
          changing(
            derived('remain', subtractMoney(now.remaining, amount), 'Remaining − this invoice', 'med'),
            now.remaining,
          ),
        ],
      },
    ];
  });
  const header: Step = {
    id: 'invoiced',
    op: 'update',
    table: 'subcon',
    key: { recnum: record.record },
    corId: null,
    title: `Totals of subcontract ${record.number}`,
    columns: [
      changing(
        derived('invttl', addMoney(record.invoiced, gross), 'Invoiced so far + this invoice', 'med'),
        record.invoiced,
      ),
      changing(
        derived('balttl', subtractMoney(record.balance, gross), 'Balance − this invoice', 'med'),
        record.balance,
      ),
    ],
  };
  return [...ofLines, header];
}

/**
 * Purchase orders count what has come in, in units: an amount is so many of them by the line's price, to four decimals, so that it may
 * come back a fraction of a cent off (confidence low). A line without a price has no units to count.
 */
function orderSteps(record: PurchaseOrder, lines: readonly BilledLine[], gross: Money): readonly Step[] {
  const ofLines = lines.flatMap(({ line, amount }): Step[] => {
    const now = record.lines.find((one) => one.line === line);
    const units = now === undefined ? null : unitsOf(amount, now.price);
    if (now === undefined || units === null) return [];
    const received = formatScaled((parseScaled(now.received, 4) ?? 0n) + units, 4);
    return [
      {
        id: `received.${line}`,
        op: 'update',
        table: 'pcorln',
        key: { recnum: record.record, linnum: line },
        corId: null,
        title: `Line ${line} of purchase order ${record.number}`,
        columns: [changing(derived('rcvdte', received, 'Received so far + amount ÷ price', 'low'), now.received)],
      },
    ];
  });
  const header: Step = {
    id: 'received',
    op: 'update',
    table: 'pchord',
    key: { recnum: record.record },
    corId: null,
    title: `Totals of purchase order ${record.number}`,
    columns: [
      changing(
        derived('rcvdte', addMoney(record.received, gross), 'Received so far + this invoice', 'low'),
        record.received,
      ),
      changing(
        derived('pchbal', subtractMoney(record.balance, gross), 'Balance − this invoice', 'low'),
        record.balance,
      ),
    ],
  };
  return [...ofLines, header];
}

/** How many units an amount pays for, scaled by 10⁴ and rounded half-up; null at a price of nothing. */
export function unitsOf(amount: Money, price: string): bigint | null {
  const cents = parseScaled(amount, 2);
  const unit = parseScaled(price, 4);
  if (cents === null || unit === null || unit === 0n) return null;
  // Five decimals more than are kept, then rounded once.
  const precise = (cents * 10n ** 11n) / unit;
  return roundScaled(precise, 9, 4);
}
