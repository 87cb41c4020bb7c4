import type { queueChannels } from '#shared/contract/queue.ts';
import { fail, succeed } from '#shared/domain/failure.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { isUndecided } from '#shared/domain/transfer.ts';
import type { Context } from '../context.ts';
import { typedMeanwhile } from '../handEntry/typedMeanwhile.ts';
import { heldNow } from '../proofs/hold.ts';
import { act } from '../push/approve.ts';
import { giveUpDoubt } from '../push/giveUp.ts';
import { decideFirst } from '../push/words.ts';
import { type Handlers, refuse } from './handler.ts';
import { transferView } from './transferView.ts';

const notThere = () => refuse('transfer.gone', 'This transfer is no longer in the queue: it was discarded.');

export const queueHandlers: Handlers<keyof typeof queueChannels> = {
  'queue.list': (query, context) => {
    const { rows, total } = context.store.transfers.list(query);
    const hold = heldNow(context);
    return succeed({
      rows: rows.map((transfer) => transferView(context, transfer, hold)),
      total,
      counts: context.store.transfers.counts(),
    });
  },

  'queue.get': ({ id }, context) => {
    const transfer = context.store.transfers.get(id);
    if (transfer === null) return notThere();
    const history = context.store.history.list({ ...everyEntry, transferId: id });
    return succeed({ transfer: transferView(context, transfer), attempts: transfer.attempts, history: history.rows });
  },

  'queue.receipt': ({ id, offset, limit }, { store }) => {
    const receipt = store.transfers.get(id)?.receipt ?? null;
    if (receipt === null) return succeed({ receipt: null, rows: 0 });
    return succeed({
      receipt: { ...receipt, rows: receipt.rows.slice(offset, offset + limit) },
      rows: receipt.rows.length,
    });
  },

  'queue.retry': ({ id }, context, { pushSoon }) => {
    if (isAsked(context, id)) return undecided();
    const done = act(context, id, { type: 'retry', at: context.clock.now() });
    if (done.ok) pushSoon();
    return done.ok ? succeed({}) : done;
  },

  'queue.withdraw': async ({ id }, context, { sync }) => {
    const typed = await typedMeanwhile(context, id, 'withdraw', () => sync(['sage']));
    if (typed !== null) return fail(typed);
    const done = act(context, id, { type: 'withdraw' });
    return done.ok ? succeed({}) : done;
  },

  'queue.drop': async ({ id, reason }, context, { sync }) => {
    const typed = await typedMeanwhile(context, id, 'drop', () => sync(['sage']));
    if (typed !== null) return fail(typed);
    const done = act(context, id, { type: 'drop', at: context.clock.now(), reason });
    return done.ok ? succeed({}) : done;
  },

  'queue.giveUp': async ({ id, ...given }, context, { alone }) => {
    const done = await alone(() => giveUpDoubt(context, id, given));
    return done.ok ? succeed({}) : done;
  },

  'queue.fix': ({ id }, context) => {
    if (context.store.transfers.get(id)?.state.name === 'draft') return succeed({});
    if (isAsked(context, id)) return undecided();
    const done = act(context, id, { type: 'reopen' });
    return done.ok ? succeed({}) : done;
  },

  'history.list': (query, { store }) => succeed(store.history.list(query)),
};

/** Whoever retries or reopens says that it was not written: that is said where it can be compared. */
function isAsked({ store }: Context, id: string): boolean {
  const state = store.transfers.get(id)?.state;
  return state !== undefined && isUndecided(state);
}

const undecided = () => refuse('doubt.undecided', `It may be in Sage. ${decideFirst}`);
