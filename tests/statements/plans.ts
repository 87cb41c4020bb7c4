import type { Draft } from '#shared/domain/draft.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { PlanningFacts, PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import type { ChangeOrder, SageKind } from '#shared/domain/sage/facts.ts';
import type { SageCompany, SageRecords } from '../../electron/engine/ports/sageCompany.ts';
import { invoicePlanOn } from '../contracts/payableInvoices.ts';
import { approval, planOf, sampleFingerprint, step } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyOver, embedded, everyChangeOrder, got } from '../contracts/sageCompanyRig.ts';
import { link } from '../unit/planner/company.ts';
import { budget, given, header, planned, prime, subBudget } from '../unit/planner/given.ts';

/** Plans of every kind, by the planner itself, from what the sample company says of job 2402. */

const job = '2402';
/** Line 1 of an approved subcontract of that job. */
const panels = { vendor: '1230', subcontract: '206', line: '1', changeNumber: '206-9', status: '1' };

async function all<K extends SageKind>(company: SageCompany, kind: K): Promise<readonly SageRecords[K][]> {
  return got(await company.read(kind, { changedFrom: null, after: null })).records;
}

async function factsOf(company: SageCompany): Promise<PlanningFacts> {
  const numbered = <T>(records: readonly T[], key: (record: T) => string) =>
    new Map(records.map((record) => [key(record), record]));
  const changeOrders = (await everyChangeOrder(company)).filter((order) => order.job === job);
  return {
    job: (await all(company, 'job')).find(({ number }) => number === job) ?? null,
    phases: (await all(company, 'phase')).filter((phase) => phase.job === job),
    costCodes: numbered(await all(company, 'costCode'), ({ code }) => code),
    costTypes: await all(company, 'costType'),
    changeOrderTypes: await all(company, 'changeOrderType'),
    vendors: numbered(await all(company, 'vendor'), ({ number }) => number),
    subcontracts: got(await company.subcontractsOf(job)),
    changeOrders,
    links: [],
    catalog: { fingerprint: sampleFingerprint, limits: {}, allocations: {} },
  };
}

export type NamedPlan = { readonly title: string; readonly plan: Plan };

/**
 * Each plan is made from what the one before left behind. `applying` does it on the sample company and takes down what it sends;
 * plans come one at a time.
 */
export async function everyPlan(
  file: string,
  applying: (named: NamedPlan, file: string) => Promise<void>,
  markers: PlanningInput['markers'] = 'table',
): Promise<void> {
  const company = companyOver(() => embedded.open(file));
  const plan = async (title: string, draft: Partial<Draft>, target?: ChangeOrder) => {
    const facts = await factsOf(company);
    const links = target === undefined ? [] : [link(target)];
    const made = planned(given({ draft: { job, ...draft }, facts: { ...facts, links }, markers }));
    await applying({ title, plan: { ...made, company: companyId } }, file);
  };
  const order = async (record: string) => {
    const found = got(await company.changeOrder(record));
    if (found === null) throw new Error(`No change order ${record}`);
    return found;
  };
  const newest = async () => (await everyChangeOrder(company)).at(-1)?.record ?? '';
  const lines = [budget({ costCode: '9100' }), subBudget({ id: 'b2', costCode: '9100', subcontract: panels })];
  await plan('a new change order with both grids, one of its lines on a subcontract', {
    prime: [prime({ costCode: '9100', costType: '4' })],
    budget: lines,
  });
  const created = await order(await newest());
  await plan('a new change order in a phase, with a typed number and a new subcontract line', {
    header: header({ numbering: 'typed', number: 'ASI 12' }),
    budget: [subBudget({ costCode: '9100', subcontract: { ...panels, line: '', changeNumber: '206-10' } })],
  });
  await plan('lines added to a change order that is there', {
    target: { mode: 'existing', record: '1010' },
    prime: [prime()],
    budget: [budget({ costCode: '9100' })],
  });
  await plan(
    'lines and header of a change order changed',
    {
      target: { mode: 'update', record: created.record },
      header: header({ description: 'COR 12 Relocate both panels', status: '1' }),
      prime: [prime({ line: '1', requested: '1100.00', costCode: '9100', costType: '4' })],
      budget: [budget({ line: '1', share: '800.00', costCode: '9100' })],
    },
    created,
  );
  await applying({ title: 'a line of a change order deleted', plan: deletion }, file);
  const updated = await order(created.record);
  await plan(
    'a change order voided',
    { target: { mode: 'void', record: updated.record, status: '6' }, prime: [], budget: [] },
    updated,
  );
}

/** A payable invoice on a subcontract, and one on a purchase order. */
export async function invoicePlans(file: string): Promise<readonly NamedPlan[]> {
  const company = companyOver(() => embedded.open(file));
  const subcontract = (await all(company, 'subcontract')).find(
    ({ status, lines }) => status === '4' && lines.length > 1,
  );
  const order = (await all(company, 'purchaseOrder')).find(({ status, lines }) => status === '1' && lines.length > 1);
  if (subcontract === undefined || order === undefined) throw new Error('The sample company has nothing to bill');
  return [
    {
      title: 'a payable invoice on a subcontract',
      plan: await invoicePlanOn(company, { type: 'subcontract', record: subcontract }),
    },
    {
      title: 'a payable invoice on a purchase order',
      plan: await invoicePlanOn(company, { type: 'purchaseOrder', record: order }, 'HE-0043'),
    },
  ];
}

/** No planner deletes rows; the executor can. */
const deletion = planOf({
  target: { job, phase: '0', record: '1011', number: '6' },
  steps: [step('line', 'delete', 'sbcgln', { recnum: '1011', linnum: '1' })],
});

export const approvalOf = (title: string) => approval(`transfer of ${title}`);
