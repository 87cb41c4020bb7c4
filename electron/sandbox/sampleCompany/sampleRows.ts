import { accountRows } from './accounts.ts';
import { budgetOf, budgetRows } from './budgets.ts';
import { changeOrderRows } from './changeOrderRows.ts';
import { changeOrdersOf } from './changeOrders.ts';
import { clientRows } from './clients.ts';
import { jobRows, type SampleJob, sampleJobs } from './jobs.ts';
import { listRows } from './lists.ts';
import { orderInvoiceRows, type PayableRecords, subcontractInvoiceRows } from './payables.ts';
import { purchaseOrderRows, purchaseOrdersOf } from './purchaseOrders.ts';
import { counter, type SampleRow } from './rows.ts';
import { accountOf, subcontractRows, subcontractsOf } from './subcontracts.ts';
import { vendorRows } from './vendors.ts';

export type SampleOptions = {
  /** How many times the story's jobs, clients and vendors with all their documents; the company's lists stay as they are. */
  readonly scale?: number;
};

/** Sage's record numbers are one series for each kind of document, whatever the job. */
type Records = Readonly<Record<'subcontract' | 'order' | 'change', () => string>> & PayableRecords;

function* documentRows(job: SampleJob, records: Records): Iterable<SampleRow> {
  const budget = budgetOf(job);
  const subcontracts = subcontractsOf(job, budget, records.subcontract);
  const changeOrders = changeOrdersOf(job, subcontracts, records.change);
  const orders = purchaseOrdersOf(job, budget, records.order);
  const accounts = subcontracts.map((subcontract) => accountOf(job, subcontract, changeOrders));
  yield* budgetRows(job, budget);
  for (const account of accounts) yield* subcontractRows(job, account);
  for (const order of orders) yield* purchaseOrderRows(job, order);
  for (const account of accounts) yield* subcontractInvoiceRows(job, account, records);
  for (const order of orders) yield* orderInvoiceRows(job, order, records);
  for (const changeOrder of changeOrders) yield* changeOrderRows(job, changeOrder);
}

/**
 * Every row of the sample company, parents before children. The same options give the same rows, to the row id. Only one job's
 * documents are in memory at a time.
 */
export function* sampleRows(options: SampleOptions = {}): Iterable<SampleRow> {
  const { scale = 1 } = options;
  yield* listRows();
  yield* accountRows();
  yield* clientRows(scale);
  yield* vendorRows(scale);
  const records: Records = {
    subcontract: counter(201),
    order: counter(501),
    change: counter(1001),
    invoice: counter(3001),
    ledger: counter(7001),
    jobCost: counter(20_001),
  };
  for (const job of sampleJobs(scale)) {
    yield* jobRows(job);
    yield* documentRows(job, records);
  }
}
