import type { Draft } from '#shared/domain/draft.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { PlanningFacts, PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { readAll } from '../contracts/payableInvoices.ts';
import { approval, planOf, sampleFingerprint, step } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyOver, embedded, everyChangeOrder, got } from '../contracts/sageCompanyRig.ts';
import { link } from '../unit/planner/company.ts';
import { budget, given, header, planned, prime, subBudget } from '../unit/planner/given.ts';

/** Plans of change orders from CORs, by the planner itself, from what the sample company says of job 2402. */

const job = '2402';
/** Line 1 of an approved subcontract of that job. */
const panels = { vendor: '1230', subcontract: '206', line: '1', changeNumber: '206-9', status: '1' };

async function factsOf(company: SageCompany): Promise<PlanningFacts> {
  const numbered = <T>(records: readonly T[], key: (record: T) => string) =>
    new Map(records.map((record) => [key(record), record]));
  const changeOrders = (await everyChangeOrder(company)).filter((order) => order.job === job);
  return {
    job: (await readAll(company, 'job')).find(({ number }) => number === job) ?? null,
    phases: (await readAll(company, 'phase')).filter((phase) => phase.job === job),
    costCodes: numbered(await readAll(company, 'costCode'), ({ code }) => code),
    costTypes: await readAll(company, 'costType'),
    changeOrderTypes: await readAll(company, 'changeOrderType'),
    vendors: numbered(await readAll(company, 'vendor'), ({ number }) => number),
    subcontracts: got(await company.subcontractsOf(job)),
    changeOrders,
    links: [],
    catalog: { fingerprint: sampleFingerprint, limits: {}, allocations: {} },
  };
}

export type NamedPlan = { readonly title: string; readonly plan: Plan };

/** Does a plan on the sample company and takes down what it sends; plans come one at a time. */
export type Applying = (named: NamedPlan, file: string) => Promise<void>;

/** Each plan is made from what the one before left behind. */
export async function everyPlan(
  file: string,
  applying: Applying,
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
    'lines and header of a change order changed, in everything that may change',
    {
      target: { mode: 'update', record: created.record },
      header: changedHeader,
      prime: [prime({ line: '1', requested: '1100.00', approved: '1000.00', costCode: '15180', costType: '2' })],
      budget: [
        budget({ line: '1', share: '800.00', hours: '10.0', units: '3', costCode: '15180', costType: '1' }),
        subBudget({
          id: 'b2',
          line: '2',
          share: '250.00',
          costCode: '9100',
          subcontract: { ...panels, changeNumber: '206-9a' },
        }),
      ],
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

const changedHeader = header({
  date: '2026-11-21',
  description: 'COR 12 Relocate both panels',
  type: '30',
  clientPo: 'CO-8',
  reason: 'Owner request',
  delayRequested: '3',
  delayApproved: '2',
  submitted: '2026-11-03',
  approvedOn: '2026-11-19',
  notes: 'As agreed on site',
});

/** No planner deletes rows; the executor can. */
const deletion = planOf({
  target: { job, phase: '0', record: '1011', number: '6' },
  steps: [step('line', 'delete', 'sbcgln', { recnum: '1011', linnum: '1' })],
});

export const approvalOf = (title: string) => approval(`transfer of ${title}`);
