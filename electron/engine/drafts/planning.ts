import type { Cor } from '#shared/domain/cor.ts';
import { canonicalCostCode } from '#shared/domain/costCode.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Link } from '#shared/domain/link.ts';
import type { ChangeOrderPlan } from '#shared/domain/plan.ts';
import type { Planned, PlanningFacts } from '#shared/domain/plans/changeOrder/input.ts';
import { planChangeOrder } from '#shared/domain/plans/changeOrder.ts';
import type { ChangeOrder, Subcontract } from '#shared/domain/sage/facts.ts';
import { type Context, snapshotHash } from '../context.ts';
import { notCompared } from '../writing/decision.ts';
import { catalogForPlans } from '../writing/inspectCompany.ts';
import { markerStoreOf } from '../writing/markerStores.ts';

/** Plans a draft against what Sage says at this moment. A failure means that Sage could not be asked. */
export async function planDraft(context: Context, draft: Draft): Promise<Result<Planned>> {
  const facts = await planningFacts(context, draft);
  if (!facts.ok) return facts;
  const cors = draft.corIds.map((id) => context.store.cors.get(id)).filter((cor) => cor !== null);
  const planned = planWith(context, draft, cors, facts.value);
  return succeed(planned.ok ? withinCertificate(context, planned.plan) : planned);
}

/** What Plumbline itself writes into a real company holds nothing but what was compared with hand entry. */
function withinCertificate(context: Context, plan: ChangeOrderPlan): Planned {
  const refusals = notCompared(context, plan);
  return refusals.length === 0 ? { ok: true, plan } : { ok: false, refusals };
}

/** The plan of a draft for these CORs, given what Sage says. */
export function planWith(context: Context, draft: Draft, cors: readonly Cor[], facts: PlanningFacts): Planned {
  return planChangeOrder({
    company: context.company,
    draft,
    cors,
    snapshotHashes: Object.fromEntries(cors.map((cor) => [cor.id, snapshotHash(cor)])),
    facts,
    today: context.today(),
    markers: markersNow(context),
    person: context.host.person,
  });
}

/** A plan that a person will type carries no proof of its own. */
export function markersNow(context: Context): 'table' | 'recordFields' {
  const typed = context.writing().chosen === 'handEntry';
  return !typed && markerStoreOf(context) === 'recordFields' ? 'recordFields' : 'table';
}

/** What Sage says at this moment about everything that a draft names. */
export async function planningFacts(context: Context, draft: Draft): Promise<Result<PlanningFacts>> {
  const { store, sage } = context;
  if (draft.target.mode !== 'new') {
    const fresh = await sage.changeOrder(draft.target.record);
    if (!fresh.ok) return fail(fresh.failure);
    if (fresh.value === null) store.sage.remove('changeOrder', [draft.target.record]);
    else store.sage.upsert('changeOrder', [fresh.value]);
  }
  const changeOrders = store.sage.search('changeOrder', { parent: draft.job, limit: store.sage.count('changeOrder') });
  const subcontracts = needsSubcontracts(draft, changeOrders)
    ? await sage.subcontractsOf(draft.job)
    : succeed<readonly Subcontract[]>([]);
  if (!subcontracts.ok) return fail(subcontracts.failure);
  const catalog = await catalogForPlans(context);
  if (!catalog.ok) return fail(catalog.failure);
  return succeed({ ...factsFor(context, draft, changeOrders, subcontracts.value), catalog: catalog.value });
}

/** Only a draft that names a subcontract, or changes lines that do, needs them read. */
function needsSubcontracts(draft: Draft, changeOrders: readonly ChangeOrder[]): boolean {
  if (draft.budget.some(({ subcontract }) => subcontract !== null)) return true;
  const { target } = draft;
  if (target.mode === 'new') return false;
  const existing = changeOrders.find(({ record }) => record === target.record);
  return existing?.budget.some(({ subcontract }) => subcontract !== null) ?? false;
}

function factsFor(
  { store }: Context,
  draft: Draft,
  changeOrders: readonly ChangeOrder[],
  subcontracts: readonly Subcontract[],
): Omit<PlanningFacts, 'catalog'> {
  const codes = [...draft.prime, ...draft.budget].map(({ costCode }) => canonicalCostCode(costCode));
  const vendors = draft.budget.map(({ subcontract }) => subcontract?.vendor ?? '');
  const found = <T>(keys: readonly (string | null)[], get: (key: string) => T | null): ReadonlyMap<string, T> => {
    const map = new Map<string, T>();
    for (const key of new Set(keys)) {
      const value = key === null || key === '' ? null : get(key);
      if (key !== null && value !== null) map.set(key, value);
    }
    return map;
  };
  return {
    job: store.sage.get('job', draft.job),
    phases: store.sage.search('phase', { parent: draft.job, limit: 1000 }),
    costCodes: found(codes, (code) => store.sage.get('costCode', code)),
    costTypes: store.sage.search('costType', { limit: 20 }),
    changeOrderTypes: store.sage.search('changeOrderType', { limit: 1000 }),
    vendors: found(vendors, (number) => store.sage.get('vendor', number)),
    subcontracts,
    changeOrders,
    links: [...store.links.ofJob(draft.job), ...linksElsewhere(store, draft)],
  };
}

/** A COR that Clearstory moved to another project is linked in the job of its former one. */
function linksElsewhere({ links }: Context['store'], { corIds, job }: Draft): readonly Link[] {
  return corIds.flatMap((id) => links.get(id) ?? []).filter((link) => link.job !== job);
}
