import type { Act } from '#shared/domain/procore/act.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { StateFacts } from '#shared/domain/procore/itemState.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { headerOf } from '#shared/domain/sage/schema/headers.ts';
import type { Context } from '../context.ts';

type Motion = Pick<StateFacts, 'underway' | 'failed'> & { readonly transferId: string | null };

const still: Motion = { underway: null, failed: null, transferId: null };

/** What is on its way, or stuck, for every item: looked up once for a whole list. */
export function motions({ store }: Context): (key: ItemKey) => Motion {
  const found = new Map<string, Motion>();
  for (const transfer of store.transfers.open()) {
    if (transfer.cloud === 'procore') found.set(nameOf(transfer.item), motionOfTransfer(transfer));
  }
  for (const act of store.procore.acts.open()) {
    const name = nameOf(act.item);
    if (!found.has(name)) found.set(name, motionOfAct(act));
  }
  return (key) => found.get(nameOf(key)) ?? still;
}

function motionOfTransfer({ id, state, createdAt, plan }: ItemTransfer): Motion {
  const underway = (what: string): Motion => ({ underway: { what, since: createdAt }, failed: null, transferId: id });
  switch (state.name) {
    case 'draft':
      return still;
    case 'needsAttention':
      return { underway: null, failed: { failure: state.failure, at: state.since }, transferId: id };
    case 'waiting':
      return underway(`waiting to be written to Sage: ${state.failure.sentence}`);
    case 'inDoubt':
      return underway(`not yet known whether it is in Sage: ${state.failure.sentence}`);
    case 'awaitingEntry':
      return underway(`to be typed into Sage${plan === null ? '' : ` ${headerOf(plan).table.screen}`}`);
    default:
      return underway('being written to Sage');
  }
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
