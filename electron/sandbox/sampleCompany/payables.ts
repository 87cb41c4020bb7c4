import { formatScaled } from '#shared/domain/decimal.ts';
import { accountOfCostType } from './accounts.ts';
import { split } from './budgets.ts';
import { between, dayText, dollars, rowIdOf, sum } from './chance.ts';
import { type Invoice, jobCostRows, ledgerRows } from './costRecords.ts';
import type { SampleJob } from './jobs.ts';
import { costCodeName } from './lists.ts';
import { type PurchaseOrder, receivedAmount } from './purchaseOrders.ts';
import { auditColumns, type SampleRow, sampleRow } from './rows.ts';
import type { SubcontractAccount } from './subcontracts.ts';

/** Record numbers are one series for each kind of record. */
export type PayableRecords = Readonly<Record<'invoice' | 'ledger' | 'jobCost', () => string>>;

function* invoiceRows(job: SampleJob, invoice: Invoice, records: PayableRecords): Iterable<SampleRow> {
  const ledgerRecord = records.ledger();
  yield* ledgerRows(invoice, ledgerRecord);
  const total = sum(invoice.lines.map(({ amount }) => amount));
  const paid = invoice.status === '4' ? total : 0n;
  yield sampleRow('acpinv', {
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
    lgrrec: ledgerRecord,
    entdte: dayText(invoice.day),
    usrnme: 'dwhitfield',
    ...auditColumns('acpinv', invoice.record, invoice.day, Math.min(job.to, invoice.day + 25), 'dwhitfield'),
  });
  for (const [index, { description, amount, costType }] of invoice.lines.entries())
    yield sampleRow('apivln', {
      _idref: rowIdOf('acpinv', invoice.record),
      recnum: invoice.record,
      linnum: String(index + 1),
      prtdsc: description,
      linqty: '1.0000',
      linprc: formatScaled(amount * 100n, 4),
      extttl: dollars(amount),
      actnum: accountOfCostType[costType],
    });
  yield* jobCostRows(job, invoice, ledgerRecord, records.jobCost);
}

/** Pay applications: together they are what the subcontract says has been invoiced, line by line. */
export function* subcontractInvoiceRows(
  job: SampleJob,
  subcontract: SubcontractAccount,
  records: PayableRecords,
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
    const invoice: Invoice = {
      record: records.invoice(),
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
        code: line.code,
        costType: '4',
      })),
    };
    yield* invoiceRows(job, invoice, records);
  }
}

/** The supplier's invoice for what has come in. */
export function* orderInvoiceRows(job: SampleJob, order: PurchaseOrder, records: PayableRecords): Iterable<SampleRow> {
  if (receivedAmount(order) === 0n) return;
  const invoice: Invoice = {
    record: records.invoice(),
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
      .map((line) => ({
        description: costCodeName(line.code),
        amount: line.price * line.received,
        code: line.code,
        costType: '1',
      })),
  };
  yield* invoiceRows(job, invoice, records);
}
