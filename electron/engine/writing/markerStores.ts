import type { Plan } from '#shared/domain/plan.ts';
import { carriesMarker } from '#shared/domain/plans/changeOrder/markerField.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { type MarkerStore, markerStores } from '#shared/domain/sage/catalog.ts';
import { markerKeys } from '#shared/domain/sage/markerField.ts';
import type { Context } from '../context.ts';
import type { EnginePorts } from '../engineTypes.ts';
import type { MarkerSearch } from '../ports/sageCompany.ts';

/**
 * Where the proofs of applied plans are. The setting decides for plans that are made from now on; a plan that was approved keeps its
 * store, and whoever looks for a proof asks every store that there is: so the setting may change in the middle of a queue. Of a store
 * that was ever used it is noted that it has to answer.
 */

const noteName = 'markers.everUsed';

/** The store for plans that are made now. */
export function markerStoreOf({ store, markerTable }: Pick<EnginePorts, 'store' | 'markerTable'>): MarkerStore {
  return store.settings.read().writing.markers === 'recordFields' ? 'recordFields' : markerTable;
}

/** The store that this plan was approved for. */
export function storeOfPlan({ markerTable }: Pick<EnginePorts, 'markerTable'>, plan: Plan): MarkerStore {
  return carriesMarker(plan) ? 'recordFields' : markerTable;
}

/** Every store that this company is known to have used. Marker tables of sample companies count always: they were used before this was noted. */
export function everUsed({ store, markerTable }: Pick<EnginePorts, 'store' | 'markerTable'>): readonly MarkerStore[] {
  const noted = (store.notes.read(noteName) ?? '').split(' ');
  return markerStores.filter((one) => noted.includes(one) || (one === 'sampleFile' && markerTable === one));
}

/** More change orders than any job has. */
const wholeJob = 10_000;

/**
 * Whether records may carry proofs: also where none was left from here yet, but where proofs are kept there now, or by what waits, or
 * where another computer of the same company left one in a job of what waits.
 */
export function recordsMayCarry(context: Pick<EnginePorts, 'store' | 'markerTable'>): boolean {
  const { store } = context;
  if (everUsed(context).includes('recordFields') || markerStoreOf(context) === 'recordFields') return true;
  const open = store.transfers.open().filter(({ state }) => state.name === 'queued' || state.name === 'waiting');
  if (open.some(({ plan }) => plan !== null && carriesMarker(plan))) return true;
  return [...new Set(open.map(({ job }) => job))].some((job) =>
    store.sage
      .search('changeOrder', { parent: job, limit: wholeJob })
      .some(({ userDefined2 }) => markerKeys(userDefined2 ?? '').length > 0),
  );
}

/** Notes that a store is about to be used; call it in the transaction that claims the transfer, before Sage is asked. */
export function noteUsed(context: Pick<Context, 'store' | 'markerTable'>, used: MarkerStore): void {
  const before = everUsed(context);
  if (!before.includes(used)) context.store.notes.write(noteName, [...before, used].join(' '));
}

/** Change orders with higher record numbers are newer: one of them may be what an approval of this moment leads to. */
export function newestRecord({ store }: Pick<Context, 'store'>): string {
  return String(store.sage.keys('changeOrder').reduce((most, key) => (BigInt(key) > most ? BigInt(key) : most), 0n));
}

/** What the proof of an operation is looked for by. */
export function searchFor(
  context: Pick<Context, 'store' | 'markerTable'>,
  operationKey: string,
  newest: string,
): MarkerSearch {
  return { operationKey, stores: everUsed(context), newestRecord: newest };
}

/** Where the proof of a transfer would be. */
export function searchOf(context: Context, { id, newestRecord: newest }: Transfer): MarkerSearch {
  return searchFor(context, id, newest ?? '0');
}
