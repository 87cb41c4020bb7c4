import type { TransferView } from '#shared/contract/queue.ts';
import type { TransferState, TransferStateName } from '#shared/domain/transfer.ts';
import type { StateKind } from '../../components/StateBadge.tsx';

export const stateWords: Readonly<Record<TransferStateName, { readonly kind: StateKind; readonly word: string }>> = {
  draft: { kind: 'neutral', word: 'Draft' },
  queued: { kind: 'info', word: 'Queued' },
  waiting: { kind: 'waiting', word: 'Waiting' },
  applying: { kind: 'working', word: 'Applying' },
  awaitingEntry: { kind: 'waiting', word: 'Waiting to be typed into Sage' },
  inDoubt: { kind: 'warning', word: 'In doubt' },
  needsAttention: { kind: 'failed', word: 'Needs attention' },
  done: { kind: 'ok', word: 'Done' },
  dropped: { kind: 'neutral', word: 'Dropped' },
};

/** Everything that is not finished, in the order of the chips. */
export const openStates = [
  'draft',
  'queued',
  'waiting',
  'applying',
  'awaitingEntry',
  'inDoubt',
  'needsAttention',
] as const;

/** Since when a transfer is in its state. Nobody notes when a wait began, so there it is the approval. */
export function sinceOf(
  state: TransferState,
  { createdAt, approvedAt }: { readonly createdAt: string; readonly approvedAt: string | null },
): string {
  switch (state.name) {
    case 'draft':
      return createdAt;
    case 'waiting':
      return approvedAt ?? createdAt;
    case 'done':
    case 'dropped':
      return state.at;
    default:
      return state.since;
  }
}

/** Where a transfer leads. */
export const modeWords = {
  new: 'A new change order',
  existing: 'An existing change order',
  update: 'Update of its change order',
  void: 'Void of its change order',
} as const;

/** Where in Sage it goes. */
export function intoWords({
  item,
  mode,
  record,
  screen,
}: Pick<TransferView, 'item' | 'mode' | 'record' | 'screen'>): string {
  if (item === null) return modeWords[mode];
  return `${mode === 'new' ? 'A new' : 'An existing'} ${record} (${screen})`;
}
