import { type Money, parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { planBudgetExport } from '#shared/domain/plans/budgetExport.ts';
import { planCostCodeUpdate } from '#shared/domain/plans/costCodeUpdate.ts';
import type { ItemPlanning } from '#shared/domain/plans/itemPlan.ts';
import { planJobCreate } from '#shared/domain/plans/job.ts';
import { planPurchaseOrder } from '#shared/domain/plans/purchaseOrder.ts';
import { planPurchaseOrderChange } from '#shared/domain/plans/purchaseOrderChange.ts';
import { planSubcontract } from '#shared/domain/plans/subcontract.ts';
import { planSubcontractChange } from '#shared/domain/plans/subcontractChange.ts';
import { planVendorCreate } from '#shared/domain/plans/vendor.ts';
import type { ProcoreChangeLine, ProcoreCommitment } from '#shared/domain/procore/records.ts';
import { costTypeNumbers } from '#shared/domain/sage/enumerations.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { budgetOf } from '../../electron/engine/procore/kinds/shared/sageFacts.ts';
import { invoicePlanOn, readAll } from '../contracts/payableInvoices.ts';
import { sampleFingerprint } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyOver, embedded, everyChangeOrder, got } from '../contracts/sageCompanyRig.ts';
import * as commitments from '../unit/procore/commitments.ts';
import { given as givenCommitment, sageFacts } from '../unit/procore/planning.ts';
import { planOf, procoreRow, project, vendor } from '../unit/procore/plans/given.ts';
import type { Applying } from './plans.ts';

/** Plans of everything that comes from Procore, by the planners themselves, from what the sample company says. */

const vendorNumber = '9512';
const job = '9402';
/** Two codes that the company has, and one that it gets. */
const codes = { first: '15180.000', second: '9100.000', fresh: '77123.500' };

const planning: ItemPlanning = {
  company: companyId,
  item: { id: 'p:900', number: '24-017', snapshotHash: 'hash' },
  catalog: { fingerprint: sampleFingerprint, limits: {}, allocations: {} },
  today: '2026-11-30',
  person: 'Dana Reyes',
};

const sending = commitments.sending({
  job,
  vendor: vendorNumber,
  coding: commitments.codingFacts({ pairs: new Map([['16100', codes.first]]) }),
});
const material = commitments.coding({ costType: 't1', costTypeCode: 'M' });

const totalOf = (lines: readonly { readonly amount: Money }[]) => sumMoney(lines.map(({ amount }) => amount));

/** Each plan is made from what the one before left behind, as in `everyPlan`. */
export async function everyItemPlan(
  file: string,
  applying: Applying,
  markers: 'table' | 'recordFields' = 'table',
): Promise<void> {
  const company = companyOver(() => embedded.open(file));
  const plan = async (title: string, made: Plan) => applying({ title, plan: made }, file);

  await plan('a new vendor', await vendorPlan(company));
  await plan('a new job with its budget and a new cost code', await jobPlan(company));
  await plan('new cost codes of a job with a budget', await codesPlan(company));
  await plan('a budget', await budgetPlan(company));
  await plan('a new subcontract', await subcontractPlan(company));
  await plan('a new purchase order', await orderPlan(company));
  await plan('a change of a subcontract', await subcontractChangePlan(company, markers));
  await plan('a change of a purchase order', await orderChangePlan(company));
  const subcontract = await newSubcontract(company);
  await plan(
    'a payable invoice on a subcontract',
    await invoicePlanOn(company, { type: 'subcontract', record: subcontract }),
  );
  const order = await newOrder(company);
  const ofOrder = await invoicePlanOn(company, { type: 'purchaseOrder', record: order }, 'HE-0043');
  await plan('a payable invoice on a purchase order', ofOrder);
}

async function vendorPlan(company: SageCompany): Promise<Plan> {
  const types = await readAll(company, 'vendorType');
  const choices = { number: vendorNumber, type: types[0]?.number ?? '' };
  return planOf(planVendorCreate({ ...planning, vendor: vendor(), choices, types, taken: null }));
}

const codeList = async (company: SageCompany) =>
  new Map((await readAll(company, 'costCode')).map((one) => [one.code, one]));

async function jobPlan(company: SageCompany): Promise<Plan> {
  const clients = (await readAll(company, 'job')).map(({ clientNumber }) => clientNumber);
  return planOf(
    planJobCreate({
      ...planning,
      project: project(),
      choices: { number: job, status: '4', client: clients.find((client) => client !== null) ?? '' },
      used: [
        { code: codes.first, name: 'Sprinklers' },
        { code: codes.fresh, name: 'Owner allowances' },
      ],
      costCodes: await codeList(company),
      division: '',
      taken: null,
    }),
  );
}

async function jobAndBudget(company: SageCompany) {
  const found = got(await company.record('job', job));
  const budget = got(await company.record('budget', job));
  if (found === null || budget === null) throw new Error(`Job ${job} and its budget were not made`);
  return { job: found, sage: budgetOf(budget) };
}

async function codesPlan(company: SageCompany): Promise<Plan> {
  const used = [
    { code: codes.second, name: 'As in Sage' },
    { code: '77123.600', name: 'Owner contingency' },
  ];
  return planOf(
    planCostCodeUpdate({
      ...planning,
      ...(await jobAndBudget(company)),
      used,
      costCodes: await codeList(company),
      division: '1',
    }),
  );
}

/** Every cost type of a row that is there, and a new row. */
async function budgetPlan(company: SageCompany): Promise<Plan> {
  const costCodes = await codeList(company);
  const { job: found, sage } = await jobAndBudget(company);
  const fresh = [...costCodes.keys()].find((code) => !sage.rows.some(({ costCode }) => costCode === code)) ?? '';
  return planOf(
    planBudgetExport({
      ...planning,
      job: found,
      sage,
      rows: [
        ...costTypeNumbers.map((type) => procoreRow('16100', `T${type}`, '1000.00', `${type}.25`)),
        procoreRow('new', 'T1', '70.00'),
      ],
      pairs: {
        codes: new Map([
          ['16100', codes.first],
          ['new', fresh],
        ]),
        types: new Map(costTypeNumbers.map((type) => [`T${type}`, type] as const)),
      },
      exported: null,
      costCodes,
    }),
  );
}

async function factsNow(company: SageCompany) {
  return sageFacts({
    job: got(await company.record('job', job)),
    vendor: got(await company.record('vendor', vendorNumber)),
    phases: [],
    costCodes: await codeList(company),
  });
}

async function commitmentPlan(company: SageCompany, commitment: ProcoreCommitment): Promise<Plan> {
  const given = givenCommitment(commitment, { planning, sending, facts: await factsNow(company) });
  return planOf(commitment.type === 'subcontract' ? planSubcontract(given) : planPurchaseOrder(given));
}

/** One line with a quantity, which Sage has no field for. */
const subcontractLines = [
  commitments.line({ amount: '1500.00' }),
  commitments.line({ id: '178', position: 2, amount: '2400.00', quantity: '2', unitCost: '1200.00', unit: 'EA' }),
];
const subcontractSent = commitments.commitment({
  lines: subcontractLines,
  grandTotal: totalOf(subcontractLines),
  description: 'Rough-in and panels',
});
const orderSent = commitments.order();

const subcontractPlan = (company: SageCompany) => commitmentPlan(company, subcontractSent);
const orderPlan = (company: SageCompany) => commitmentPlan(company, orderSent);

async function newSubcontract(company: SageCompany) {
  const found = got(await company.subcontractsOf(job))[0];
  if (found === undefined) throw new Error('The subcontract was not made');
  return found;
}

async function newOrder(company: SageCompany) {
  const found = (await readAll(company, 'purchaseOrder')).find((order) => order.job === job);
  if (found === undefined) throw new Error('The purchase order was not made');
  return found;
}

/** One line changes the first of the commitment, the other is new. */
async function changeGiven(company: SageCompany, parent: ProcoreCommitment, own: Partial<ProcoreChangeLine>) {
  const [first] = parent.lines;
  const lines = [
    commitments.changeLine({ ...own, commitmentLine: first?.id ?? null }),
    commitments.changeLine({ ...own, id: '189', position: 2, description: 'Feeder', commitmentLine: null }),
  ];
  return {
    planning,
    change: commitments.changeOrder({ lines, grandTotal: totalOf(lines) }),
    parent,
    choices: { number: '001', title: 'Added panel', date: '2026-03-01', changeOrder: '', status: '1' },
    sending,
    facts: await factsNow(company),
    lines: new Map(parent.lines.map(({ id }, index) => [id, String(index + 1)])),
    numbers: { inSage: [], waiting: [] },
  };
}

async function subcontractChangePlan(company: SageCompany, markers: 'table' | 'recordFields'): Promise<Plan> {
  const given = await changeGiven(company, subcontractSent, {});
  const changeOrders = (await everyChangeOrder(company)).filter((order) => order.job === job);
  const subcontract = await newSubcontract(company);
  return planOf(planSubcontractChange({ ...given, subcontract, changeOrders, markers }));
}

async function orderChangePlan(company: SageCompany): Promise<Plan> {
  const given = await changeGiven(company, orderSent, { amount: '2400.00', coding: material });
  const order = await newOrder(company);
  const cents = (text: string) => parseMoney(text) ?? zero;
  const { subtotal, total, balance, received } = order;
  return planOf(
    planPurchaseOrderChange({
      ...given,
      order: {
        ...order,
        subtotal: cents(subtotal),
        total: cents(total),
        balance: cents(balance),
        received: cents(received),
      },
    }),
  );
}
