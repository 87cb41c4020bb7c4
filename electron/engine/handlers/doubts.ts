import type { doubtChannels } from '#shared/contract/doubts.ts';
import { compareInstants } from '#shared/domain/dates.ts';
import { type Failure, succeed } from '#shared/domain/failure.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { Context } from '../context.ts';
import { doubtCandidates, isIt, mayBe, notWritten, undecided } from '../handEntry/decideDoubt.ts';
import { comparedEntry } from './handEntry.ts';
import type { Acts, Handlers } from './handler.ts';

const mostOthers = 100;

export const doubtHandlers: Handlers<keyof typeof doubtChannels> = {
  'doubt.compare': async ({ id, record }, context, { sync }) => {
    const before = undecided(context, id);
    if (!before.ok) return before;
    const unread = await readSince(context, before.value, sync);
    const found = undecided(context, id);
    if (!found.ok) return found;
    const choices = await doubtCandidates(context, found.value, record);
    const candidates = choices.ok ? choices.value : [];
    const shown = new Set(candidates.map((one) => one.record));
    return succeed({
      candidates: candidates.map(comparedEntry),
      others: mayBe(context, found.value)
        .filter((one) => !shown.has(one.record))
        .slice(0, mostOthers)
        .map(({ record: other, number, description }) => ({ record: other, number, description })),
      unread: unread ?? (choices.ok ? null : choices.failure),
    });
  },

  'doubt.isIt': async ({ id, ...seen }, context) => {
    const done = await isIt(context, id, seen);
    return done.ok ? succeed({}) : done;
  },

  'doubt.notWritten': async ({ id, to, seen }, context, { pushSoon }) => {
    const done = await notWritten(context, id, to, seen);
    if (done.ok && to === 'queue') pushSoon();
    return done.ok ? succeed({}) : done;
  },
};

/** Reads Sage unless that was done since the doubt became a person's: what was written would else not be seen. Null when it was. */
async function readSince({ store }: Context, { state }: Transfer, sync: Acts['sync']): Promise<Failure | null> {
  const last = store.runs.lastGood('sage');
  const since = state.name === 'needsAttention' ? state.since : '';
  if (last !== null && compareInstants(last.startedAt, since) > 0) return null;
  return (await sync(['sage'])).find(({ failure }) => failure !== null)?.failure ?? null;
}
