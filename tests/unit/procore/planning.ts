import { companyIdOf } from '#shared/domain/company.ts';
import type { Plan, Refusal } from '#shared/domain/plan.ts';
import type { CommitmentInput, PlannedCommitment, SageFacts } from '#shared/domain/plans/commitment/input.ts';
import type { ItemPlanning } from '#shared/domain/plans/itemPlan.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import type { CostCode, Job, Vendor } from '#shared/domain/sage/facts.ts';
import { commitment, sending } from './commitments.ts';

/** What Sage says of job 2402 and vendor 501. */

export function planning(change: Partial<ItemPlanning> = {}): ItemPlanning {
  return {
    company: companyIdOf('summit'),
    item: { id: 'p:41', number: 'SC-001', snapshotHash: 'hash of 41' },
    catalog: { fingerprint: 'the schema', limits: {}, allocations: {} },
    today: '2026-03-05',
    person: 'Dana Reyes',
    ...change,
  };
}

const code = (number: string, name: string): CostCode => ({
  code: number,
  name,
  division: '16',
  divisionName: 'Electrical',
  unit: '',
  inactive: false,
});

export const job = {
  number: '2402',
  name: 'Pier 9',
  shortName: 'Pier 9',
  status: '4',
  inactive: false,
  clientNumber: null,
  clientName: '',
  contract: '0.00',
  address: { street: '', city: '', state: '', zip: '' },
  updated: '',
} as Job;

export const vendor = { number: '501', name: 'Harbor Electric', type: '1', inactive: false } as Vendor;

export function sageFacts(change: Partial<SageFacts> = {}): SageFacts {
  return {
    job,
    vendor,
    phases: [{ job: '2402', number: '1', name: 'North wing' }],
    costCodes: new Map([
      ['16100.000', code('16100.000', 'Panels')],
      ['3300.000', code('3300.000', 'Concrete')],
    ]),
    ...change,
  };
}

/** A commitment to be written as it is, with its own number, title and date. */
export function given(of: ProcoreCommitment = commitment(), change: Partial<CommitmentInput> = {}): CommitmentInput {
  return {
    planning: planning(),
    commitment: of,
    choices: { number: of.number, title: of.title, date: of.contractDate ?? '', status: '3' },
    sending: sending(),
    facts: sageFacts(),
    numbers: { inSage: [], waiting: [] },
    unlinked: [],
    accounts: [],
    ...change,
  };
}

type Outcome = PlannedCommitment;

export function planOf(planned: Outcome): Plan {
  if (!planned.ok) throw new Error(`Refused: ${planned.refusals.map(({ sentence }) => sentence).join(' ')}`);
  return planned.plan;
}

export function refusalsOf(planned: Outcome): readonly Refusal[] {
  if (planned.ok) throw new Error(`Planned: ${planned.plan.title}`);
  return planned.refusals;
}

export function cautionsOf(planned: Outcome): readonly string[] {
  return planned.ok ? planned.cautions.map(({ sentence }) => sentence) : [];
}
