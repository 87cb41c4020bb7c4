import type { HomeStatus } from '#shared/contract/home.ts';
import type { StateKind } from './StateBadge.tsx';

/** Each tone of the whole as a word and a kind of state. */
export const toneWords: Readonly<Record<HomeStatus['tone'], { readonly kind: StateKind; readonly word: string }>> = {
  inStep: { kind: 'ok', word: 'In step' },
  working: { kind: 'working', word: 'Working' },
  needsYou: { kind: 'warning', word: 'Needs you' },
  noContact: { kind: 'failed', word: 'No contact' },
  paused: { kind: 'paused', word: 'Paused' },
  setup: { kind: 'info', word: 'Setting up' },
};
