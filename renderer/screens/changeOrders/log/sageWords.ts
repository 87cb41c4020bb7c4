import type { SageState } from '#shared/domain/link.ts';
import type { StateKind } from '../../../components/StateBadge.tsx';

export type SageWord = {
  readonly kind: StateKind;
  readonly word: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
};

/** The words of the *Sage* column and of its filters. */
export const sageWords: Readonly<Record<SageState, SageWord>> = {
  notMapped: { kind: 'neutral', word: 'Not mapped', meaning: 'Its project has no Sage job yet.' },
  notInSage: { kind: 'neutral', word: 'Not in Sage', meaning: 'It has not been added to Sage 100.' },
  draft: { kind: 'info', word: 'Draft', meaning: 'Somebody has begun to add it; nothing is in Sage yet.' },
  waiting: { kind: 'waiting', word: 'Waiting', meaning: 'It is on its way into Sage: see Queue.' },
  awaitingEntry: {
    kind: 'waiting',
    word: 'To be typed',
    meaning: 'It is approved, and a person types it into Sage: see Queue.',
  },
  failed: { kind: 'failed', word: 'Failed', meaning: 'It could not be written to Sage: see Queue.' },
  inSync: { kind: 'ok', word: 'In step', meaning: 'Sage and Clearstory say the same.' },
  changedSincePush: {
    kind: 'warning',
    word: 'Changed since push',
    meaning: 'It changed in Clearstory after it was pushed to Sage.',
  },
  changedInSage: {
    kind: 'warning',
    word: 'Changed in Sage',
    meaning: 'Its change order was edited in Sage after the push.',
  },
  conflict: { kind: 'failed', word: 'Conflict', meaning: 'Both sides changed after the push: decide field by field.' },
  voidPending: {
    kind: 'warning',
    word: 'Void pending',
    meaning: 'It is void in Clearstory, and its change order in Sage is not.',
  },
  locked: { kind: 'locked', word: 'Locked', meaning: 'It changed, and its change order is locked in Sage.' },
  orphaned: { kind: 'failed', word: 'Gone from Sage', meaning: 'Its change order is no longer in Sage.' },
  external: {
    kind: 'info',
    word: 'External',
    meaning: 'Clearstory’s own integration has pushed it, not Plumbline.',
  },
};

/** What the cell says: the change order's number when both sides are in step, else the state. */
export function sageWord(state: SageState, changeOrder: string | null): string {
  return state === 'inSync' && changeOrder !== null ? orderWords(changeOrder) : sageWords[state].word;
}

/** The cell's words and, where there is one, the number of its change order, for exports and tips. */
export function sageText(state: SageState, changeOrder: string | null): string {
  return changeOrder === null ? sageWords[state].word : `${sageWords[state].word}, ${orderWords(changeOrder)}`;
}

/** `CO 14`; some companies write the letters into the number itself: `COR8`. */
function orderWords(changeOrder: string): string {
  return /^co/i.test(changeOrder) ? changeOrder : `CO ${changeOrder}`;
}
