import type { ItemState } from './item.ts';

/** How an item stands, in one sentence with the way out. `likely`: something like it is on the other side already. */
export function stateSentence(state: ItemState, likely = false): string {
  switch (state.name) {
    case 'notReady': {
      const [first] = state.unmet;
      const more = state.unmet.length - 1;
      return `${first?.sentence ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`;
    }
    case 'readyToImport':
      if (likely) return 'It seems to be in Procore already: open it, compare the two and link them.';
      return 'In Sage only: accept it to have it in Procore.';
    case 'readyToExport':
      if (likely) return 'It seems to be in Sage already: open it, compare the two and link them.';
      return 'Nothing is missing in Procore: open it, answer what Sage asks for, and accept it.';
    case 'readyToUpdate':
      return `More to send: ${state.what}.`;
    case 'underway':
      return `It is ${state.what}.`;
    case 'failed':
      return state.failure.sentence;
    case 'synced':
      return `Linked by ${state.by}.`;
    case 'archived':
    case 'posted':
      return state.reason === '' ? `Said by ${state.by}.` : `${state.by}: ${state.reason}`;
    case 'rejected':
      return `${state.by}: ${state.reason}`;
    case 'retrieved':
      return `${state.by} took it back: send it again when it is right.`;
    case 'external':
      return state.reason;
  }
}
