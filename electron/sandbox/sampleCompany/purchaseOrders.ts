import { formatScaled } from '#shared/domain/decimal.ts';
import type { PurchaseOrderStatus } from '#shared/domain/sage/enumerations.ts';
import type { BudgetLine } from './budgets.ts';
import { at, between, centsBetween, dayText, dollars, oneIn, pick, rowIdOf, seeded, share, sum } from './chance.ts';
import { phaseNumbers, type SampleJob } from './jobs.ts';
import { costCodeName } from './lists.ts';
import { auditColumns, type SampleRow, sampleRow } from './rows.ts';
import { supplierOf } from './vendors.ts';

/** A purchase order; prices and amounts in cents, quantities in whole units. */
export type PurchaseOrder = {
  readonly record: string;
  readonly number: string;
  readonly vendor: string;
  readonly phase: string;
  readonly status: PurchaseOrderStatus;
  readonly day: number;
  readonly taxed: boolean;
  readonly lines: readonly PurchaseOrderLine[];
};
export type PurchaseOrderLine = {
  readonly code: string;
  readonly quantity: bigint;
  readonly price: bigint;
  readonly received: bigint;
  readonly canceled: bigint;
};

const statusesByJob: Readonly<Record<SampleJob['status'], readonly PurchaseOrderStatus[]>> = {
  '1': [],
  '2': [],
  '3': ['6'],
  '4': ['1', '2', '1', '4', '3'],
  '5': ['4', '5'],
  '6': ['4'],
};

/** Tacoma's sales tax on materials, in hundredths of a percent. */
const salesTax = 1030n;

/** Closed orders came in but for what was canceled; open ones in part; the others not at all. */
function lineOf(code: string, status: PurchaseOrderStatus, seed: string): PurchaseOrderLine {
  const quantity = BigInt(between(2, 180, seed, 'quantity'));
  const canceled = status === '4' && oneIn(4, seed, 'canceled') ? 1n : 0n;
  const received =
    status === '4' ? quantity - canceled : status === '1' ? share(quantity, BigInt(between(0, 90, seed)), 100n) : 0n;
  return { code, quantity, price: centsBetween(450n, 62_000n, seed, 'price'), received, canceled };
}

export function purchaseOrdersOf(
  job: SampleJob,
  budget: readonly BudgetLine[],
  nextRecord: () => string,
): readonly PurchaseOrder[] {
  const codes = [...new Set(budget.filter(({ byType }) => (byType['1'] ?? 0n) > 0n).map(({ code }) => code))];
  if (codes.length === 0) return [];
  const statuses = statusesByJob[job.status];
  const start = seeded('orders', job.number) % Math.max(1, statuses.length);
  const count = job.status === '4' ? 3 : statuses.length;
  return Array.from({ length: count }, (_, index) => {
    const seed = `${job.number} order ${index}`;
    const status = at(statuses, start + index);
    return {
      record: nextRecord(),
      number: `${job.number}-P${index + 1}`,
      vendor: supplierOf(job.block, seed),
      phase: pick(phaseNumbers(job), seed),
      status,
      day: job.from + 25 + between(0, job.to - job.from - 30, seed, 'day'),
      taxed: !oneIn(3, seed, 'taxed'),
      lines: Array.from({ length: between(2, 4, seed, 'lines') }, (_line, line) =>
        lineOf(at(codes, index + line), status, `${seed} line ${line}`),
      ),
    };
  });
}

/** What has come in of an order, in cents before tax: what its supplier can invoice. */
export function receivedAmount({ lines }: PurchaseOrder): bigint {
  return sum(lines.map(({ price, received }) => price * received));
}

export function* purchaseOrderRows(job: SampleJob, order: PurchaseOrder): Iterable<SampleRow> {
  const subtotal = sum(order.lines.map(({ price, quantity }) => price * quantity));
  const tax = order.taxed ? share(subtotal, salesTax, 10_000n) : 0n;
  const received = receivedAmount(order);
  const canceled = sum(order.lines.map((line) => line.price * line.canceled));
  yield sampleRow('pchord', {
    recnum: order.record,
    ordnum: order.number,
    orddte: dayText(order.day),
    vndnum: order.vendor,
    jobnum: job.number,
    phsnum: order.phase,
    dscrpt: `${costCodeName(at(order.lines, 0).code)} – ${job.shortName}`.slice(0, 50).trim(),
    status: order.status,
    schdte: dayText(order.day + 14),
    lckedt: order.status === '4' ? '1' : '0',
    rcvdte: dollars(received),
    cancel: dollars(canceled),
    subttl: dollars(subtotal),
    slstax: dollars(tax),
    pchttl: dollars(subtotal + tax),
    pchbal: dollars(subtotal + tax - received - canceled),
    entdte: dayText(order.day),
    usrnme: 'icarrasco',
    ...auditColumns('pchord', order.record, order.day, Math.min(job.to, order.day + 20), 'icarrasco'),
  });
  for (const [index, line] of order.lines.entries())
    yield sampleRow('pcorln', {
      _idref: rowIdOf('pchord', order.record),
      recnum: order.record,
      linnum: String(index + 1),
      prtdsc: costCodeName(line.code),
      untdsc: 'EA',
      linqty: formatScaled(line.quantity * 10_000n, 4),
      linprc: formatScaled(line.price * 100n, 4),
      rcvdte: formatScaled(line.received * 10_000n, 4),
      cancel: formatScaled(line.canceled * 10_000n, 4),
      extttl: dollars(line.price * line.quantity),
      cstcde: line.code,
      csttyp: '1',
    });
}
