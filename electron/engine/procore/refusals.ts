import { type ItemAct, itemActs } from '#shared/contract/procore.ts';
import type { ItemState, ItemStateName } from '#shared/domain/procore/item.ts';
import { leavesUndecided } from '#shared/domain/transfer.ts';
import { decideFirst } from '../push/words.ts';
import type { ItemFacts, ItemKindModule } from './kindModule.ts';

/** In which states each act is possible at all. */
const allowed: Readonly<Record<ItemAct, readonly ItemStateName[]>> = {
  accept: ['readyToImport', 'readyToExport', 'readyToUpdate'],
  reject: ['readyToExport', 'failed'],
  retrieve: ['readyToExport'],
  send: ['rejected', 'retrieved'],
  archive: ['readyToImport', 'notReady'],
  restore: ['archived'],
  post: ['readyToExport', 'notReady', 'rejected', 'retrieved'],
  takeBack: ['posted'],
  link: ['readyToImport', 'readyToExport', 'notReady'],
  unlink: ['synced', 'readyToUpdate'],
  reset: ['synced', 'readyToUpdate'],
  retry: ['failed'],
  check: itemStateNames(),
};

function itemStateNames(): readonly ItemStateName[] {
  return [
    'notReady',
    'readyToImport',
    'readyToExport',
    'readyToUpdate',
    'failed',
    'synced',
    'archived',
    'rejected',
    'retrieved',
    'posted',
    'external',
  ];
}

/** Why each act is not possible now, in a sentence; null: it is. A dimmed button shows it. */
export function actRefusals(
  { unmet, link }: ItemFacts,
  state: ItemState,
  module: ItemKindModule,
): Readonly<Record<ItemAct, string | null>> {
  const sentenceOf = (act: ItemAct): string | null => {
    if (act === 'link' && module.partners === null) return 'Items of this kind are not linked by hand.';
    if (act === 'reset' && module.kind !== 'project') return 'Only a project is reset, with everything of its job.';
    if (act === 'reject' && state.name === 'failed' && link !== null) {
      return 'It is linked, and only Procore has not been told: retry it.';
    }
    // Written anew from here, what is in Sage already would be doubled.
    if (act === 'retry' && isUnsure(state)) return decideFirst;
    if (allowed[act].includes(state.name)) return null;
    const [first] = unmet;
    if (act === 'accept' && state.name === 'notReady' && first !== undefined) return first.sentence;
    return stateSentence(state);
  };
  return Object.fromEntries(itemActs.map((act) => [act, sentenceOf(act)])) as Record<ItemAct, string | null>;
}

function isUnsure(state: ItemState): boolean {
  return state.name === 'failed' && leavesUndecided(state.failure);
}

function stateSentence(state: ItemState): string {
  switch (state.name) {
    case 'notReady':
      return 'Something is missing first: it is listed under the item.';
    case 'readyToImport':
    case 'readyToExport':
    case 'readyToUpdate':
      return 'It waits to be accepted.';
    case 'underway':
      return `It is on its way: ${state.what}. Wait until it has arrived.`;
    case 'failed':
      return isUnsure(state)
        ? `It may be in Sage. ${decideFirst}`
        : 'It did not arrive: retry it, or reject it with a reason.';
    case 'synced':
      return 'It is synced: unlink it first, which asks Sage whether the record is gone.';
    case 'archived':
      return 'It is archived: restore it first.';
    case 'rejected':
      return 'It was rejected: send it again first.';
    case 'retrieved':
      return 'It was taken back: send it again first.';
    case 'posted':
      return 'It is marked as posted: take that back first.';
    case 'external':
      return state.reason;
  }
}
