import { setImmediate } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { boardItems, countByList } from './board.ts';
import { knownKinds } from './kinds/registry.ts';

const note = 'procore.waiting';

/**
 * Counts anew what waits on the board for a person, after a run or an act. Working out every state takes too long for a status that is
 * asked for all the time, so that the number is kept.
 */
export async function countWaiting(context: Context): Promise<void> {
  if (!context.procore.configured()) return;
  let waiting = 0;
  for (const kind of knownKinds) {
    const counts = countByList(boardItems(context, kind));
    waiting += counts.readyToExport + counts.readyToUpdate + counts.failed;
    // Whoever waits for an answer gets it between two kinds.
    await setImmediate();
  }
  if (String(waiting) !== context.store.notes.read(note)) context.store.notes.write(note, String(waiting));
}

/** As last counted. */
export function waitingItems({ store }: Pick<Context, 'store'>): number {
  return Number(store.notes.read(note) ?? '0');
}
