import type { Context } from '../context.ts';
import { boardItems, countByList } from './board.ts';
import { knownKinds } from './kinds/registry.ts';

const note = 'procore.waiting';

/**
 * Counts anew what waits on the board for a person, after a run or an act. Working out every state takes too long for a status that is
 * asked for all the time, so that the number is kept.
 */
export function countWaiting(context: Context): void {
  if (!context.procore.configured()) return;
  const waiting = knownKinds
    .map((kind) => countByList(boardItems(context, kind)))
    .reduce((sum, counts) => sum + counts.readyToExport + counts.readyToUpdate + counts.failed, 0);
  if (String(waiting) !== context.store.notes.read(note)) context.store.notes.write(note, String(waiting));
}

/** As last counted. */
export function waitingItems({ store }: Pick<Context, 'store'>): number {
  return Number(store.notes.read(note) ?? '0');
}
