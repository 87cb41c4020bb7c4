import { carriesMarker } from '#shared/domain/plans/changeOrder/markerField.ts';
import type { Context } from '../context.ts';
import { shortKey } from '../ports/sageProofs.ts';
import type { Store } from '../ports/store.ts';

/** What a push that is done here says of its proof. */
export type Receipted = {
  readonly id: string;
  /** Plumbline wrote it; what a person typed or pointed at carries no proof. */
  readonly written: boolean;
  /** Its proof is in the record itself. */
  readonly inRecord: boolean;
  /** It changed a record that was there. */
  readonly changes: boolean;
  readonly record: string;
  readonly at: string;
};

/** What is done does not change any more: read once in the life of a process, because a plan may be large. */
const known = new WeakMap<Store, { readonly facts: Map<string, Receipted>; readonly shorts: Map<string, string> }>();

function memoOf(store: Store) {
  const before = known.get(store);
  if (before !== undefined) return before;
  const made = { facts: new Map<string, Receipted>(), shorts: new Map<string, string>() };
  known.set(store, made);
  return made;
}

/** Transfers read between two breaths of the process, so that no screen waits. */
const atOnce = 20;

/** The receipts of these transfers, which are done. */
export async function receiptsOf(
  { store }: Pick<Context, 'store'>,
  ids: readonly string[],
): Promise<readonly Receipted[]> {
  const { facts } = memoOf(store);
  const found: Receipted[] = [];
  let read = 0;
  for (const id of ids) {
    const before = facts.get(id);
    const fact = before ?? readReceipt(store, id);
    if (fact === null) continue;
    facts.set(id, fact);
    found.push(fact);
    if (before !== undefined) continue;
    read += 1;
    if (read % atOnce === 0) await new Promise<void>((go) => setImmediate(go));
  }
  return found;
}

function readReceipt(store: Store, id: string): Receipted | null {
  const transfer = store.transfers.get(id);
  if (transfer?.state.name !== 'done') return null;
  const { plan, state } = transfer;
  return {
    id,
    written: plan !== null && state.typed !== true && state.recognised !== true,
    inRecord: plan !== null && carriesMarker(plan),
    changes: plan !== null && plan.target.record !== null,
    record: state.record,
    at: state.at,
  };
}

/** The transfers by the short form of their key, as it stands in records. */
export function byShortKey({ store }: Pick<Context, 'store'>, ids: readonly string[]): ReadonlyMap<string, string> {
  const { shorts } = memoOf(store);
  for (const id of ids) if (!shorts.has(id)) shorts.set(id, shortKey(id));
  return new Map(ids.map((id) => [shorts.get(id) ?? '', id]));
}
