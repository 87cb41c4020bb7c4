import type { Act } from '#shared/domain/procore/act.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { StateFacts } from '#shared/domain/procore/itemState.ts';
import type { Context } from '../context.ts';

type Motion = Pick<StateFacts, 'underway' | 'failed'> & { readonly transferId: string | null };

const still: Motion = { underway: null, failed: null, transferId: null };

/** What is on its way, or stuck, for every item: looked up once for a whole list. */
export function motions({ store }: Context): (key: ItemKey) => Motion {
  const found = new Map<string, Motion>();
  for (const act of store.procore.acts.open()) {
    const name = nameOf(act.item);
    if (!found.has(name)) found.set(name, motionOfAct(act));
  }
  return (key) => found.get(nameOf(key)) ?? still;
}

function motionOfAct({ state, createdAt }: Act): Motion {
  switch (state.name) {
    case 'needsAttention':
      return { ...still, failed: { failure: state.failure, at: state.since } };
    case 'waiting':
      return {
        ...still,
        underway: { what: `waiting to be told to Procore: ${state.failure.sentence}`, since: createdAt },
      };
    default:
      return { ...still, underway: { what: 'being told to Procore', since: createdAt } };
  }
}

const nameOf = ({ kind, id }: ItemKey) => `${kind}/${id}`;
