import type { Cor } from '#shared/domain/cor.ts';
import type { Link } from '#shared/domain/link.ts';
import type { PlanningFacts } from '#shared/domain/plans/changeOrder/input.ts';
import type { BudgetLine, ChangeOrder, CostCode, PrimeLine, Subcontract, Vendor } from '#shared/domain/sage/facts.ts';
import { cor } from './cors.ts';

/** What Sage says: job 2402 with three cost codes, two vendors and subcontract 850. */

const code = (number: string, name: string): CostCode => ({
  code: number,
  name,
  division: '16',
  divisionName: 'Electrical',
  unit: '',
  inactive: false,
});

export const costCodes = new Map(
  [code('16100.000', 'Panels'), code('3300.000', 'Concrete'), code('12162420.100', 'Casework')].map((row) => [
    row.code,
    row,
  ]),
);

export function subcontract(change: Partial<Subcontract> = {}): Subcontract {
  const line = { costType: '4', change: '0.00', billed: '100.00' };
  return {
    record: '9001',
    number: '850',
    vendor: '501',
    job: '2402',
    phase: '0',
    description: 'Electrical',
    status: '4',
    locked: false,
    date: '2026-01-12',
    retainagePercent: '5.00',
    original: '6000.00',
    changes: '500.00',
    total: '6500.00',
    invoiced: '200.00',
    balance: '6300.00',
    updated: '2026-01-12 08:00:00.000',
    lines: [
      {
        ...line,
        line: '1',
        description: 'Panels',
        costCode: '16100.000',
        amount: '5000.00',
        change: '500.00',
        contract: '5500.00',
        remaining: '5400.00',
      },
      {
        ...line,
        line: '2',
        description: 'Pads',
        costCode: '3300.000',
        amount: '1000.00',
        contract: '1000.00',
        remaining: '900.00',
      },
    ],
    ...change,
  };
}

export function vendor(number: string, name: string, change: Partial<Vendor> = {}): Vendor {
  return {
    number,
    name,
    shortName: name,
    type: 'Subcontractor',
    typeNumber: '1',
    inactive: false,
    address: { street: '', city: '', state: '', zip: '' },
    phone: '',
    email: '',
    defaultAccount: null,
    defaultCostCode: null,
    defaultCostType: null,
    dueTerms: '30DY',
    allowsDuplicates: false,
    updated: '2026-01-05 08:00:00.000',
    ...change,
  };
}

export function facts(change: Partial<PlanningFacts> = {}): PlanningFacts {
  const names = ['Material', 'Labor', 'Equipment', 'Subcontract', 'Other', 'Permits', 'Travel', 'Fees', 'Fuel'];
  return {
    job: {
      number: '2402',
      name: 'Lincoln School',
      shortName: 'Lincoln',
      status: '4',
      inactive: false,
      clientNumber: '10',
      clientName: 'Harbor GC',
      contract: '500000.00',
      address: { street: '', city: '', state: '', zip: '' },
      phone: '',
      startDate: null,
      completionDate: null,
      updated: '2026-01-05 08:00:00.000',
    },
    phases: [{ job: '2402', number: '1', name: 'East wing' }],
    costCodes,
    costTypes: names.map((name, index) => ({ number: String(index + 1), name })),
    changeOrderTypes: [{ number: '20', name: 'Architect Initiated' }],
    vendors: new Map([
      ['501', vendor('501', 'Bright Electric')],
      ['502', vendor('502', 'Solid Concrete')],
    ]),
    subcontracts: [subcontract()],
    changeOrders: [],
    links: [],
    catalog: { fingerprint: 'the schema', limits: {}, allocations: {} },
    ...change,
  };
}

export function primeLine(change: Partial<PrimeLine> = {}): PrimeLine {
  const coding = { costCode: null, costType: null };
  return {
    line: '1',
    description: 'COR 12 Relocate panel',
    requested: '1000.00',
    approved: '950.00',
    ...coding,
    ...change,
  };
}

export function budgetLine(change: Partial<BudgetLine> = {}): BudgetLine {
  return {
    line: '1',
    description: 'Panel labor',
    hours: '12.50',
    units: '0.0000',
    amount: '760.00',
    costCode: '16100.000',
    costType: '2',
    vendor: null,
    subcontract: null,
    subcontractLine: null,
    changeNumber: '',
    status: null,
    date: null,
    ...change,
  };
}

/** A budget line in Sage that changes line 1 of subcontract 850 by 200.00, approved. */
export function subBudgetLine(change: Partial<BudgetLine> = {}): BudgetLine {
  const unit = { vendor: '501', subcontract: '9001', subcontractLine: '1', changeNumber: '850-1', status: '1' };
  const own = {
    description: 'Panel by Bright Electric',
    amount: '200.00',
    hours: '0.00',
    costType: '4',
    date: '2026-11-20',
  };
  return budgetLine({ ...own, ...unit, ...change });
}

/** Change order 7, record 3001, 1-Approved, holding COR 12 and nothing else, as `draft()` would have written it. */
export function changeOrder(change: Partial<ChangeOrder> = {}): ChangeOrder {
  return {
    record: '3001',
    number: '7',
    date: '2026-11-20',
    job: '2402',
    phase: '0',
    description: 'COR 12 Relocate panel',
    reason: '',
    clientPo: 'CO-7',
    userDefined1: 'PCO-031',
    userDefined2: '',
    submitted: '2026-11-02',
    approvedOn: '2026-11-18',
    invoiced: null,
    delayRequested: '0',
    delayApproved: '0',
    type: '20',
    status: '1',
    requested: '1000.00',
    approved: '950.00',
    cost: '760.00',
    locked: false,
    notes: '',
    updated: '2026-11-20 10:00:00.000',
    prime: [primeLine()],
    budget: [budgetLine()],
    ...change,
  };
}

/** What links a COR to its lines in a change order; all lines unless some are named. */
export function link(target: ChangeOrder, change: Partial<Link> & { lines?: readonly string[]; of?: Cor } = {}): Link {
  const { lines, of = cor(), ...rest } = change;
  const { prime: primes, budget: budgets, updated, ...rows } = target;
  const ours = <T extends { readonly line: string }>(all: readonly T[]) =>
    all.filter(({ line }) => lines === undefined || lines.includes(line));
  return {
    corId: of.id,
    job: target.job,
    phase: target.phase,
    record: target.record,
    number: target.number,
    pushed: { cor: of, header: rows, prime: ours(primes), budget: ours(budgets) },
    allocation: { prime: [], budget: [] },
    label: null,
    transferId: 't-1',
    pushedAt: '2026-11-20T16:00:00.000Z',
    pushedBy: 'Ines',
    ...rest,
  };
}
