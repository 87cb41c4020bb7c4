import { type Failure, type Result, succeed } from '#shared/domain/failure.ts';
import { type Candidate, candidatesOf, certainOf, type Known } from '#shared/domain/handEntry/candidates.ts';
import { headerTable, type Plan } from '#shared/domain/plan.ts';
import { changeOfKey } from '#shared/domain/procore/commitmentKey.ts';
import type { CorTransfer, ItemTransfer, Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { FoundEntry } from '#shared/domain/transfer.ts';
import { isUndecided, mayBeInSage, transition } from '#shared/domain/transfer.ts';
import { byItself, type Context, hashOf } from '../context.ts';
import { save } from '../push/approve.ts';
import { corTransfer } from '../push/words.ts';
import { awaitedItem, certainItem, itemCandidates, noteFoundItem, settleTypedItem } from './itemEntries.ts';
import { listWordsFor } from './listWords.ts';
import { settleTyped } from './settleTyped.ts';

/**
 * Looks through what was read from Sage for what people have typed, in the order of approval. What is equal in every field is linked;
 * what only looks like it is shown, and a person decides.
 */
export async function findEntries(context: Context): Promise<Failure | null> {
  for (const { id } of context.store.transfers.open()) {
    const item = awaitedItem(context, id);
    const failure = item === null ? await findCorEntry(context, id) : await findItem(context, item);
    if (failure !== null) return failure;
  }
  return null;
}

async function findItem(context: Context, item: ItemTransfer): Promise<Failure | null> {
  const doubt = doubtOf(context, item.businessKey);
  if (doubt === 'open') return null;
  const candidates = await itemCandidates(context, item);
  if (!candidates.ok) return candidates.failure;
  const certain = doubt === 'none' ? certainItem(candidates.value) : null;
  const alone = certain === null ? succeed(false) : await isOnlyOf(context, item, certain.found.record);
  if (!alone.ok) return alone.failure;
  if (certain !== null && alone.value) settleTypedItem(context, item.id, certain, byItself);
  else noteFoundItem(context, item.id, candidates.value);
  return null;
}

async function findCorEntry(context: Context, id: string): Promise<Failure | null> {
  const transfer = corTransfer(context, id);
  if (transfer?.state.name !== 'awaitingEntry' || transfer.plan === null) return null;
  const failure = await readTarget(context, transfer);
  if (failure !== null) return failure;
  const candidates = await candidatesFor(context, transfer);
  const doubt = doubtOf(context, transfer.businessKey);
  if (doubt === 'open') return null;
  const certain = doubt === 'none' ? certainOf(candidates) : null;
  const alone = certain === null ? succeed(false) : await isOnlyOf(context, transfer, certain.changeOrder.record);
  if (!alone.ok) return alone.failure;
  if (certain !== null && alone.value) settleTyped(context, transfer, certain, byItself);
  else noteFound(context, transfer, candidates);
  return null;
}

/** Whether no other transfer that waits to be typed is equal to the record as well: then only a person can tell whose it is. */
async function isOnlyOf(context: Context, { id, plan }: Transfer, record: string): Promise<Result<boolean>> {
  const sameRecords = (other: Plan) =>
    plan !== null && headerTable(other) === headerTable(plan) && other.target.job === plan.target.job;
  for (const other of context.store.transfers.open()) {
    if (other.id === id || other.state.name !== 'awaitingEntry') continue;
    if (other.plan === null || !sameRecords(other.plan)) continue;
    const equal = await equalRecords(context, other);
    if (!equal.ok) return equal;
    if (equal.value.includes(record)) return succeed(false);
  }
  return succeed(true);
}

async function equalRecords(context: Context, transfer: Transfer): Promise<Result<readonly string[]>> {
  if (transfer.cloud === 'clearstory') {
    const equal = (await candidatesFor(context, transfer)).filter(({ compared }) => compared.differences.length === 0);
    return succeed(equal.map(({ changeOrder }) => changeOrder.record));
  }
  const candidates = await itemCandidates(context, transfer);
  if (!candidates.ok) return candidates;
  const equal = candidates.value.filter(({ compared }) => compared.differences.length === 0);
  return succeed(equal.map(({ found }) => found.record));
}

/**
 * Whether Plumbline itself may have written a change order of this job without knowing it yet, which would look as if a person had typed
 * it. `open`: Sage is asked about it; `unsure`: it was asked, and only a person can tell.
 */
export function doubtOf({ store }: Pick<Context, 'store'>, businessKey: string): 'none' | 'open' | 'unsure' {
  const states = store.transfers.open().flatMap((one) => (one.businessKey === businessKey ? [one.state] : []));
  if (states.some(({ name }) => name === 'applying' || name === 'inDoubt')) return 'open';
  return states.some(isUndecided) ? 'unsure' : 'none';
}

/** A line may change without its header's time, which is what the pull goes by. */
async function readTarget({ store, sage }: Context, { plan }: CorTransfer): Promise<Failure | null> {
  const record = plan?.target.record ?? null;
  if (record === null) return null;
  const read = await sage.changeOrder(record);
  if (!read.ok) return read.failure;
  if (read.value !== null) store.sage.upsert('changeOrder', [read.value]);
  return null;
}

/** What may be the record of a transfer, by what was last read; without what a person said is not it. */
export async function candidatesFor(context: Context, transfer: CorTransfer): Promise<readonly Candidate[]> {
  const { plan, state, job } = transfer;
  const passedOver = state.name === 'awaitingEntry' ? state.passedOver : [];
  if (plan === null || (state.name !== 'awaitingEntry' && !mayBeInSage(state))) return [];
  const candidates = candidatesOf(plan, changeOrdersOf(context, job), await knownOf(context, transfer));
  return candidates.filter(({ changeOrder }) => !passedOver.includes(hashOf(changeOrder)));
}

export function changeOrdersOf({ store }: Context, job: string): readonly ChangeOrder[] {
  return store.sage.search('changeOrder', { parent: job, limit: store.sage.count('changeOrder') });
}

/** What tells the change orders that may be a transfer's from those that belong to others. */
export async function knownOf(context: Context, transfer: CorTransfer): Promise<Known> {
  const { plan, job } = transfer;
  const links = context.store.links.ofJob(job);
  const owned = links.flatMap(({ record, pushed }) =>
    record !== plan?.target.record
      ? []
      : [...pushed.prime.map(({ line }) => `pmcgln ${line}`), ...pushed.budget.map(({ line }) => `sbcgln ${line}`)],
  );
  return {
    newestRecord: transfer.newestRecord ?? '0',
    linked: linkedElsewhere(context, transfer),
    owned: new Set(owned),
    shownAs: await listWordsFor(context, transfer),
  };
}

/** Change orders of the job that belong to other CORs, and those that are changes of subcontracts from Procore. */
export function linkedElsewhere(
  { store }: Pick<Context, 'store'>,
  { job, corIds }: Pick<CorTransfer, 'job' | 'corIds'>,
): ReadonlySet<string> {
  const others = store.links.ofJob(job).filter(({ corId }) => !corIds.includes(corId));
  const ofProcore = store.procore.links.all('commitmentChange').flatMap(({ sageKey }) => {
    const key = changeOfKey(sageKey);
    return key?.type === 'subcontract' ? [key.record] : [];
  });
  return new Set([...others.map(({ record }) => record), ...ofProcore]);
}

function noteFound(context: Context, { id }: CorTransfer, candidates: readonly Candidate[]): void {
  const transfer = corTransfer(context, id);
  if (transfer?.state.name !== 'awaitingEntry') return;
  const { state } = transfer;
  const found = candidates.map(
    ({ changeOrder, compared }): FoundEntry => ({
      record: changeOrder.record,
      number: changeOrder.number,
      differences: compared.differences.length,
    }),
  );
  if (JSON.stringify(found) === JSON.stringify(state.found)) return;
  const next = transition(state, { type: 'entriesFound', found });
  if (next === null) return;
  context.store.transaction(() => save(context, { ...transfer, state: next }));
}
