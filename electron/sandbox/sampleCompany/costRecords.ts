import type { PayableInvoiceStatus } from '#shared/domain/sage/enumerations.ts';
import { accountOfCostType, payablesAccount } from './accounts.ts';
import { dayText, dollars, rowIdOf, sum } from './chance.ts';
import type { SampleJob } from './jobs.ts';
import { auditColumns, type Row, type SampleRow, sampleRow } from './rows.ts';

/** A payable invoice; amounts in cents. */
export type Invoice = {
  readonly record: string;
  readonly number: string;
  readonly vendor: string;
  readonly phase: string;
  readonly order: string;
  readonly subcontract: string;
  readonly description: string;
  readonly day: number;
  readonly status: PayableInvoiceStatus;
  readonly lines: readonly InvoiceLine[];
};
type InvoiceLine = {
  readonly description: string;
  readonly amount: bigint;
  readonly code: string;
  readonly costType: '1' | '4';
};

/** What Sage calls its window for payable invoices in its list of sources: a guess, the list is not public. */
const sourceOfPayables = '11';

const posted = (invoice: Invoice): Row => ({
  trnnum: invoice.number,
  dscrpt: invoice.description,
  trndte: dayText(invoice.day),
  entdte: dayText(invoice.day),
  actprd: String(Number(dayText(invoice.day).slice(5, 7))),
  postyr: dayText(invoice.day).slice(0, 4),
  srcnum: sourceOfPayables,
  status: '1',
  vndnum: invoice.vendor,
  usrnme: 'dwhitfield',
});

/** The ledger transaction of an invoice: what it cost on one side, what is owed for it on the other. */
export function* ledgerRows(invoice: Invoice, record: string): Iterable<SampleRow> {
  yield sampleRow('lgrtrn', {
    recnum: record,
    ...posted(invoice),
    ...auditColumns('lgrtrn', record, invoice.day, invoice.day, 'dwhitfield'),
  });
  const debits = [...Map.groupBy(invoice.lines, ({ costType }) => accountOfCostType[costType])].map(
    ([account, lines]) => ({ account, amount: sum(lines.map(({ amount }) => amount)) }),
  );
  const total = sum(invoice.lines.map(({ amount }) => amount));
  const lines = [
    ...debits.map(({ account, amount }) => ({ lgract: account, dbtamt: dollars(amount), crdamt: dollars(0n) })),
    { lgract: payablesAccount, dbtamt: dollars(0n), crdamt: dollars(total) },
  ];
  for (const [index, line] of lines.entries())
    yield sampleRow('lgtnln', {
      _idref: rowIdOf('lgrtrn', record),
      recnum: record,
      linnum: String(index + 1),
      dscrpt: invoice.description,
      ...line,
    });
}

/** The job costs of an invoice: one for each cost code and type, together the invoice. */
export function* jobCostRows(
  job: SampleJob,
  invoice: Invoice,
  ledgerRecord: string,
  nextRecord: () => string,
): Iterable<SampleRow> {
  const byCode = Map.groupBy(invoice.lines, ({ code, costType }) => `${code}/${costType}`);
  for (const lines of byCode.values()) {
    const [first] = lines;
    if (first === undefined) continue;
    const record = nextRecord();
    yield sampleRow('jobcst', {
      recnum: record,
      jobnum: job.number,
      phsnum: invoice.phase,
      ...posted(invoice),
      bllsts: '1',
      cstcde: first.code,
      csttyp: first.costType,
      cstamt: dollars(sum(lines.map(({ amount }) => amount))),
      lgrrec: ledgerRecord,
      ...auditColumns('jobcst', record, invoice.day, invoice.day, 'dwhitfield'),
    });
  }
}
