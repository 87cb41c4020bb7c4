import type { ItemAct, ItemRow } from '#shared/contract/procore.ts';
import { type ItemKey, type ItemKind, type ItemList, itemLists, listOfState } from '#shared/domain/procore/item.ts';
import { itemState } from '#shared/domain/procore/itemState.ts';
import type { Context } from '../context.ts';
import type { Store } from '../ports/store.ts';
import type { ItemFacts } from './kindModule.ts';
import { kindModule } from './kinds/registry.ts';
import { actRefusals } from './refusals.ts';
import { motions } from './underway.ts';

/** One item with its state, as the board and the use cases need it. */
export type BoardItem = {
  readonly facts: ItemFacts;
  readonly state: ItemRow['state'];
  readonly transferId: string | null;
};

type Board = { readonly changes: number; readonly items: readonly BoardItem[] };

/** Everything on the board is made of the store, and thousands of items are listed again and again while nothing changes. */
const boards = new WeakMap<Store, Map<ItemKind, Board>>();

/** All items of a kind with their states, in the kind's own order. */
export function boardItems(context: Context, kind: ItemKind): readonly BoardItem[] {
  const { store } = context;
  const changes = store.changes();
  if (changes === null) return workOut(context, kind);
  const ofStore = boards.get(store) ?? new Map<ItemKind, Board>();
  boards.set(store, ofStore);
  const known = ofStore.get(kind);
  if (known?.changes === changes) return known.items;
  const items = workOut(context, kind);
  // Reading may note a record that cannot be read, which is a change too.
  ofStore.set(kind, { changes: store.changes() ?? changes, items });
  return items;
}

function workOut(context: Context, kind: ItemKind): readonly BoardItem[] {
  const motionOf = motions(context);
  const decisions = new Map(context.store.procore.decisions.all(kind).map((said) => [said.item.id, said]));
  const module = kindModule(kind);
  return module.items(context).map((facts) => {
    const motion = motionOf(facts.key);
    const state = itemState({ ...facts, ...motion, decision: decisions.get(facts.key.id) ?? null });
    return { facts, state, transferId: motion.transferId };
  });
}

/** Null when there is no such item any more. Whoever looks at one comes from the board, where it has been worked out already. */
export function boardItem(context: Context, key: ItemKey): BoardItem | null {
  const { store } = context;
  const board = boards.get(store)?.get(key.kind);
  const listed = board?.items.find(({ facts }) => facts.key.id === key.id);
  if (listed !== undefined && board?.changes === store.changes()) return listed;
  const module = kindModule(key.kind);
  const facts = module.item(context, key);
  if (facts === null) return null;
  const motion = motions(context)(key);
  const state = itemState({ ...facts, ...motion, decision: context.store.procore.decisions.get(key) });
  return { facts, state, transferId: motion.transferId };
}

/** Why each act is not possible now; null: it is. */
export function refusalsOf({ facts, state }: BoardItem): Readonly<Record<ItemAct, string | null>> {
  return actRefusals(facts, state, kindModule(facts.key.kind));
}

export function countByList(items: readonly BoardItem[]): Readonly<Record<ItemList, number>> {
  const counts = Object.fromEntries(itemLists.map((list) => [list, 0])) as Record<ItemList, number>;
  for (const { state } of items) counts[listOfState[state.name]] += 1;
  return counts;
}

export function rowOf(item: BoardItem): ItemRow {
  const { facts, state } = item;
  return {
    key: facts.key,
    state,
    number: facts.number,
    title: facts.title,
    place: facts.place,
    amount: facts.amount,
    sage: facts.link?.sageNumber ?? '',
    suggestion: facts.suggestion,
    differences: facts.discrepancies.length,
    updatedAt: facts.updatedAt,
    refusals: refusalsOf(item),
  };
}
