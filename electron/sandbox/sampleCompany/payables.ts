import { formatScaled } from '#shared/domain/decimal.ts';
import type { PayableInvoiceStatus } from '#shared/domain/sage/enumerations.ts';
import { split } from './budgets.ts';
import { between, dayText, dollars, rowIdOf, sum } from './chance.ts';
import type { SampleJob } from './jobs.ts';
import { costCodeName } from './lists.ts';
import { type PurchaseOrder, receivedAmount } from './purchaseOrders.ts';
import { auditColumns, type SampleRow, sampleRow } from './rows.ts';
import type { SubcontractAccount } from './subcontracts.ts';

type Invoice = {
  readonly record: string;
  readonly number: string;
  readonly vendor: string;
  readonly phase: string;
  readonly order: string;
  readonly subcontract: string;
  readonly description: string;
  readonly day: number;
  readonly status: PayableInvoiceStatus;
  readonly lines: readonly { readonly description: string; readonly amount: bigint }[];
};

function invoiceRows(job: SampleJob, invoice: Invoice): readonly SampleRow[] {
  const total = sum(invoice.lines.map(({ amount }) => amount));
  const paid = invoice.status === '4' ? total : 0n;
  const header = sampleRow('acpinv', {
    recnum: invoice.record,
    invnum: invoice.number,
    vndnum: invoice.vendor,
    jobnum: job.number,
    phsnum: invoice.phase,
    pchord: invoice.order,
    ctcnum: invoice.subcontract,
    dscrpt: invoice.description,
    invdte: dayText(invoice.day),
    duedte: dayText(invoice.day + 30),
    dscdte: dayText(invoice.day + 10),
    status: invoice.status,
    invtyp: '1',
    invttl: dollars(total),
    ttlpad: dollars(paid),
    invbal: dollars(total - paid),
    invnet: dollars(total - paid),
    subttl: dollars(total),
    actper: String(Number(dayText(invoice.day).slice(5, 7))),
    postyr: dayText(invoice.day).slice(0, 4),
    entdte: dayText(invoice.day),
    usrnme: 'dwhitfield',
    ...auditColumns('acpinv', invoice.record, invoice.day, Math.min(job.to, invoice.day + 25), 'dwhitfield'),
  });
  const lines = invoice.lines.map(({ description, amount }, index) =>
    sampleRow('apivln', {
      _idref: rowIdOf('acpinv', invoice.record),
      recnum: invoice.record,
      linnum: String(index + 1),
      prtdsc: description,
      linqty: '1.0000',
      linprc: formatScaled(amount * 100n, 4),
      extttl: dollars(amount),
    }),
  );
  return [header, ...lines];
}

/** Pay applications: together they are what the subcontract says has been invoiced, line by line. */
export function* subcontractInvoiceRows(
  job: SampleJob,
  subcontract: SubcontractAccount,
  nextRecord: () => string,
): Iterable<SampleRow> {
  const billed = subcontract.accounts.filter((line) => line.billed !== 0n);
  if (billed.length === 0) return;
  const count = between(1, 4, 'pay applications', subcontract.record);
  const parts = billed.map((line) =>
    split(
      line.billed,
      Array.from({ length: count }, (_, index) => between(1, 4, subcontract.record, line.line, index)),
    ),
  );
  for (let index = 0; index < count; index += 1) {
    const last = index === count - 1 && subcontract.status === '4';
    yield* invoiceRows(job, {
      record: nextRecord(),
      number: `${subcontract.number}-${index + 1}`,
      vendor: subcontract.vendor,
      phase: '0',
      order: '',
      subcontract: subcontract.number,
      description: `Pay application ${index + 1}`,
      day: job.from + 30 + Math.floor(((job.to - job.from - 32) * (index + 1)) / count),
      status: last ? '1' : '4',
      lines: billed.map((line, position) => ({
        description: line.description,
        amount: parts[position]?.[index] ?? 0n,
      })),
    });
  }
}

/** The supplier's invoice for what has come in. */
export function* orderInvoiceRows(job: SampleJob, order: PurchaseOrder, nextRecord: () => string): Iterable<SampleRow> {
  if (receivedAmount(order) === 0n) return;
  yield* invoiceRows(job, {
    record: nextRecord(),
    number: `INV-${between(100_000, 999_999, 'supplier invoice', order.record)}`,
    vendor: order.vendor,
    phase: order.phase,
    order: order.number,
    subcontract: '',
    description: 'Materials received',
    day: Math.min(job.to, order.day + between(3, 20, 'invoiced', order.record)),
    status: order.status === '4' ? '4' : '2',
    lines: order.lines
      .filter(({ received }) => received > 0n)
      .map((line) => ({ description: costCodeName(line.code), amount: line.price * line.received })),
  });
}
