import type { Act } from '#shared/domain/procore/act.ts';
import type { Context } from '../context.ts';

export type NewAct = Pick<Act, 'item' | 'purpose' | 'title' | 'calls' | 'settle' | 'by'>;

/** Keeps a write into Procore until it is done. Call it inside the transaction of what caused it. */
export function queueAct(context: Context, act: NewAct): Act {
  const now = context.clock.now();
  const queued: Act = {
    ...act,
    id: context.random.uuid(),
    given: [],
    state: { name: 'queued', since: now, attempt: 0 },
    attempts: [],
    createdAt: now,
  };
  saveAct(context, queued);
  return queued;
}

/** Call it inside a transaction. */
export function saveAct({ store, notify }: Context, act: Act): void {
  store.procore.acts.save(act);
  notify(['procore', 'status', 'history']);
}
