import type { Deciding } from './useDecide.ts';

export type ActButton = {
  readonly act: Deciding;
  readonly word: string;
  /** What follows from it, for the dialog. */
  readonly sentence: string;
  /** Null: no reason is asked for, and it is done at once. */
  readonly reasonLabel: string | null;
};

/** What a person may say of an item, in the order of the buttons. */
export const actButtons: readonly ActButton[] = [
  {
    act: 'reject',
    word: 'Reject',
    sentence: 'It stays in Procore as it is and is not written into Sage. It can be sent again.',
    reasonLabel: 'Reason',
  },
  { act: 'retrieve', word: 'Take back', sentence: '', reasonLabel: null },
  { act: 'send', word: 'Send again', sentence: '', reasonLabel: null },
  { act: 'archive', word: 'Archive', sentence: '', reasonLabel: null },
  { act: 'restore', word: 'Restore', sentence: '', reasonLabel: null },
  {
    act: 'post',
    word: 'Mark as posted',
    sentence:
      'It is never written into Sage by Plumbline, because it is there already or must not be. This can be taken back.',
    reasonLabel: 'Why it needs no record in Sage from here',
  },
  { act: 'takeBack', word: 'No longer posted', sentence: '', reasonLabel: null },
];
