import type { TransferView } from '#shared/contract/queue.ts';
import { assertNever } from '#shared/domain/failure.ts';
import { mayBeInSage, type TransferState } from '#shared/domain/transfer.ts';
import type { StateKind } from '../../../components/StateBadge.tsx';

export type Stage = { readonly title: string; readonly kind: StateKind; readonly word: string };

const titles = ['Queued', 'Written to Sage in one transaction', 'Read back and found equal', 'Done'] as const;
const todo = { kind: 'neutral', word: 'to come' } as const;
const finished = { kind: 'ok', word: 'done' } as const;

/** How far a push has come, as four stages with a word each. */
export function stagesOf({ state, held }: Pick<TransferView, 'state' | 'held'>): readonly Stage[] {
  const marks: readonly Mark[] = held ? [{ kind: 'warning', word: 'held back' }] : marksOf(state);
  return titles.map((title, index) => ({ title, ...(marks[index] ?? todo) }));
}

type Mark = Omit<Stage, 'title'>;

function marksOf(state: TransferState): readonly Mark[] {
  switch (state.name) {
    case 'draft':
      return [];
    case 'queued':
      return [{ kind: 'working', word: state.attempt === 0 ? 'starts at once' : 'starts again' }];
    case 'applying':
      return [finished, { kind: 'working', word: state.attempt > 1 ? `attempt ${state.attempt}` : 'being written' }];
    case 'awaitingEntry':
      return [finished, { kind: 'waiting', word: 'a person types it into Sage' }];
    case 'waiting':
      return [finished, { kind: 'waiting', word: 'waits and tries again' }];
    case 'inDoubt':
      return [finished, { kind: 'warning', word: 'outcome unknown, being looked up' }];
    case 'needsAttention':
      return [finished, { kind: 'failed', word: mayBeInSage(state) ? 'perhaps written' : 'nothing was written' }];
    case 'done':
      return [finished, finished, finished, finished];
    case 'dropped':
      return [
        finished,
        { kind: 'neutral', word: mayBeInSage(state) ? 'dropped, perhaps written' : 'dropped, nothing was written' },
      ];
    default:
      return assertNever(state);
  }
}
