import type { Plan } from '#shared/domain/plan.ts';
import type { BilledCommitment } from '#shared/domain/plans/payableInvoice/input.ts';
import { planPayableInvoice } from '#shared/domain/plans/payableInvoice.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { SageCompany, SageRecords } from '../../electron/engine/ports/sageCompany.ts';
import { billing, invoice, workItem } from '../unit/procore/invoices.ts';
import { planning, planOf } from '../unit/procore/planning.ts';
import { companyId, got } from './sageCompanyRig.ts';

/** Every record of a kind that fits one page. */
export async function readAll<K extends SageKind>(company: SageCompany, kind: K): Promise<readonly SageRecords[K][]> {
  return got(await company.read(kind, { changedFrom: null, after: null })).records;
}

/** 1,300.00 on two lines, 10 % held back. */
const application = invoice({
  items: [workItem('601', '1200.50', '120.05', '1080.45'), workItem('602', '99.50', '9.95', '89.55')],
  paymentDue: '1170.00',
});

/** The plan of that invoice by the planner itself, from what the sample company says. */
export async function invoicePlanOn(
  company: SageCompany,
  commitment: BilledCommitment,
  invoiceNumber = 'HE-0042',
): Promise<Plan> {
  const { record } = commitment;
  const jobs = await readAll(company, 'job');
  const vendors = await readAll(company, 'vendor');
  const { catalog } = got(await company.inspect('sampleFile', '2026-11-22T09:00:00.000Z'));
  const lines = record.lines.map(({ line }) => line);
  const given = billing(
    { ...application, invoiceNumber },
    {
      planning: planning({ company: companyId, catalog, item: { id: 'p:1280646', number: '2', snapshotHash: 'h' } }),
      commitment,
      lineOf: new Map(application.items.map(({ id }, index) => [id, lines[index % lines.length] ?? ''])),
      facts: {
        job: jobs.find(({ number }) => number === record.job) ?? null,
        vendor: vendors.find(({ number }) => number === record.vendor) ?? null,
        accounts: await readAll(company, 'ledgerAccount'),
        invoices: (await readAll(company, 'payableInvoice')).filter(({ vendor }) => vendor === record.vendor),
        linked: new Set(),
      },
      posting: { cost: '5000', payables: '2000', retention: '2010' },
    },
  );
  return planOf(planPayableInvoice(given));
}
