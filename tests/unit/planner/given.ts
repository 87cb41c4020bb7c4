import { companyIdOf } from '#shared/domain/company.ts';
import type { Cor } from '#shared/domain/cor.ts';
import type { BudgetDraft, Draft, HeaderDraft, PrimeDraft } from '#shared/domain/draft.ts';
import type { ChangeOrderPlan, Refusal } from '#shared/domain/plan.ts';
import type { PlanningFacts, PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import { planChangeOrder } from '#shared/domain/plans/changeOrder.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { facts, link } from './company.ts';
import { cor } from './cors.ts';

/** COR 12 into a new change order of job 2402: one prime line, one budget line. */

export const today = '2026-11-20';

export function header(change: Partial<HeaderDraft> = {}): HeaderDraft {
  return {
    numbering: 'next',
    number: '8',
    date: today,
    description: 'COR 12 Relocate panel',
    status: '1',
    type: '20',
    phase: '0',
    clientPo: 'CO-7',
    reason: '',
    delayRequested: '',
    delayApproved: '',
    submitted: '2026-11-02',
    approvedOn: '2026-11-18',
    notes: '',
    ...change,
  };
}

export function prime(change: Partial<PrimeDraft> = {}): PrimeDraft {
  return {
    id: 'p1',
    corId: 'cor-12',
    description: 'COR 12 Relocate panel',
    requested: '1000.00',
    approved: '950.00',
    costCode: '',
    costType: '',
    line: null,
    ...change,
  };
}

export function budget(change: Partial<BudgetDraft> = {}): BudgetDraft {
  return {
    id: 'b1',
    corId: 'cor-12',
    description: 'Panel labor',
    costCode: '16100',
    costType: '2',
    shareMode: 'amount',
    share: '950.00',
    multiplier: '0.8',
    hours: '12.5',
    units: '',
    subcontract: null,
    line: null,
    ...change,
  };
}

/** A change of a line of subcontract 850: vendor, subcontract, line, change number and status go together. */
export function sub(change: Partial<NonNullable<BudgetDraft['subcontract']>> = {}) {
  return { vendor: '501', subcontract: '9001', line: '1', changeNumber: '850-1', status: '1', ...change };
}

/** A budget line that changes line 1 of subcontract 850 by 200.00. */
export function subBudget(change: Partial<BudgetDraft> = {}): BudgetDraft {
  const own = { description: 'Panel by Bright Electric', costType: '4', share: '200.00', multiplier: '1', hours: '' };
  return budget({ ...own, subcontract: sub(), ...change });
}

export function draft(change: Partial<Draft> = {}): Draft {
  return {
    job: '2402',
    corIds: ['cor-12'],
    target: { mode: 'new' },
    header: header(),
    prime: [prime()],
    budget: [budget()],
    ...change,
  };
}

type Given = {
  readonly draft?: Partial<Draft>;
  readonly cors?: readonly Cor[];
  readonly facts?: Partial<PlanningFacts>;
  readonly markers?: PlanningInput['markers'];
  readonly catalog?: Partial<PlanningFacts['catalog']>;
};

/** A database that is exactly as described. */
function catalog(change: Partial<PlanningFacts['catalog']> = {}): PlanningFacts['catalog'] {
  return { fingerprint: 'the schema', limits: {}, allocations: {}, ...change };
}

export function given(change: Given = {}): PlanningInput {
  const cors = change.cors ?? [cor()];
  return {
    company: companyIdOf('summit'),
    draft: draft(change.draft),
    cors,
    snapshotHashes: Object.fromEntries(cors.map(({ id }) => [id, `hash of ${id}`])),
    facts: facts({ catalog: catalog(change.catalog), ...change.facts }),
    markers: change.markers ?? 'table',
    person: 'Dana Reyes',
    today,
  };
}

/** A draft that updates change order 7, whose lines are in Sage already. */
export function givenUpdate(target: ChangeOrder, change: Given = {}): PlanningInput {
  return given({
    ...change,
    draft: {
      target: { mode: 'update', record: target.record },
      prime: [prime({ line: '1' })],
      budget: [budget({ line: '1' })],
      ...change.draft,
    },
    facts: { changeOrders: [target], links: [link(target)], ...change.facts },
  });
}

export function planned(input: PlanningInput): ChangeOrderPlan {
  const result = planChangeOrder(input);
  if (!result.ok) throw new Error(`Refused: ${result.refusals.map(({ sentence }) => sentence).join(' ')}`);
  return result.plan;
}

export function refused(input: PlanningInput): readonly Refusal[] {
  const result = planChangeOrder(input);
  if (result.ok) throw new Error(`Planned: ${result.plan.title}`);
  return result.refusals;
}
