import type { CompanyId } from '../../company.ts';
import type { Cor } from '../../cor.ts';
import type { Draft } from '../../draft.ts';
import type { Link } from '../../link.ts';
import type { ChangeOrderPlan, Refusal } from '../../plan.ts';
import type { Catalog } from '../../sage/catalog.ts';
import type { ChangeOrder, CostCode, Job, ListItem, Phase, Subcontract, Vendor } from '../../sage/facts.ts';

/** All that a change order plan depends on. The same input always gives the same plan. */
export type PlanningInput = {
  readonly company: CompanyId;
  readonly draft: Draft;
  /** The CORs of the draft, as last read. */
  readonly cors: readonly Cor[];
  /** Hash of each COR's snapshot by COR id: approval is of this version and no other. */
  readonly snapshotHashes: Readonly<Record<string, string>>;
  readonly facts: PlanningFacts;
  /** Date in the office's time zone, YYYY-MM-DD. */
  readonly today: string;
  /** Where the proof that the plan was written will be: in a table beside, or in a field of the change order itself. */
  readonly markers: 'table' | 'recordFields';
  /** Who would approve it: Sage's entered-by field. */
  readonly person: string;
};

/** What Sage says now. */
export type PlanningFacts = {
  readonly job: Job | null;
  readonly phases: readonly Phase[];
  /** The cost codes that the draft names, by canonical code. */
  readonly costCodes: ReadonlyMap<string, CostCode>;
  readonly costTypes: readonly ListItem[];
  readonly changeOrderTypes: readonly ListItem[];
  /** The vendors that the draft names, by number. */
  readonly vendors: ReadonlyMap<string, Vendor>;
  /** All subcontracts of the job. */
  readonly subcontracts: readonly Subcontract[];
  /** All change orders of the job. */
  readonly changeOrders: readonly ChangeOrder[];
  /** All links of the job, and those of the draft's CORs in other jobs. */
  readonly links: readonly Link[];
  /** What the company's database was found to be: its narrower columns, and who gives a new row its number. */
  readonly catalog: Pick<Catalog, 'fingerprint' | 'limits' | 'allocations'>;
};

export type Planned =
  | { readonly ok: true; readonly plan: ChangeOrderPlan }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The change order that a draft adds to, updates or voids; null when it creates one or when Sage has it no longer. */
export function targetOf(input: PlanningInput): ChangeOrder | null {
  const { target } = input.draft;
  if (target.mode === 'new') return null;
  return input.facts.changeOrders.find((changeOrder) => changeOrder.record === target.record) ?? null;
}

/** The links of the draft's CORs to the change order that it updates or voids. */
export function linksOf({ draft, facts }: PlanningInput): readonly Link[] {
  const { target } = draft;
  if (target.mode === 'new') return [];
  return facts.links.filter(({ corId, record }) => record === target.record && draft.corIds.includes(corId));
}

/** The change order numbers of the draft's job and phase, oldest first: the newest one says which series goes on. */
export function usedNumbers({ draft, facts }: PlanningInput): readonly string[] {
  return facts.changeOrders
    .filter((other) => (other.phase || '0') === (draft.header.phase || '0'))
    .sort((a, b) => (BigInt(a.record) < BigInt(b.record) ? -1 : 1))
    .map(({ number }) => number.trim());
}
