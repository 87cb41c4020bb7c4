import { isSilent } from '#shared/domain/connectionTest.ts';
import { type Failure, fail, type Result } from '#shared/domain/failure.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { doubtWords, transition } from '#shared/domain/transfer.ts';
import type { Context } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { mayActOn } from '../procore/approvers.ts';
import { act, save } from './approve.ts';
import { resolveDoubt } from './drain.ts';
import { itemDetail, screenOf, subjectOf } from './words.ts';

export type GivenUp = {
  readonly reason: string;
  /** What the person typed: only `doubtWords` counts. */
  readonly confirmation: string;
  readonly to: 'needsAttention' | 'dropped';
};

/**
 * The way out of a doubt about a company that nobody will ever be able to ask again. The company is asked once more: while anybody
 * answers there, the answer counts and nothing is given up. Let no other run of the outbox go on meanwhile.
 */
export async function giveUpDoubt(context: Context, id: string, given: GivenUp): Promise<Result<null>> {
  const { store, sage } = context;
  const transfer = store.transfers.get(id);
  if (transfer?.state.name !== 'inDoubt') return fail(notInDoubt(transfer));
  const barred = mayActOn(context, transfer);
  if (barred !== null) return fail(barred);
  if (plain(given.confirmation) !== plain(doubtWords)) {
    const sentence = `Type '${doubtWords}' to say that you know it: nothing was changed.`;
    return fail(refused('doubt.confirmation', sentence));
  }
  await resolveDoubt(context, transfer);
  const asked = store.transfers.get(id);
  if (asked?.state.name !== 'inDoubt') return fail(answered(transfer));
  if (!isSilent(await sage.test())) return fail(reachable(asked.state.failure));
  const { title } = asked;
  const { reason, to } = given;
  const at = context.clock.now();
  return store.transaction(() => {
    const state = transition(asked.state, { type: 'giveUp', at, failure: givenUp(asked, context.companyName, reason) });
    if (state === null) return fail(notInDoubt(asked));
    save(context, { ...asked, state });
    context.tell({
      kind: 'doubtDecided',
      sentence: `${context.host.person} gave up asking ${context.companyName} whether '${title}' was saved; it may be in Sage: ${reason}.`,
      ...subjectOf(asked),
      detail: itemDetail(asked),
    });
    return to === 'dropped' ? act(context, id, { type: 'drop', at, reason }) : { ok: true, value: null };
  });
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

function givenUp(transfer: Transfer, company: string, reason: string): Failure {
  return {
    next: 'needsPerson',
    code: 'push.doubtGivenUp',
    sentence: `It is not known whether '${transfer.title}' was saved, and ${company} can no longer be asked: ${reason}`,
    remedy: `Look for it in ${screenOf(transfer)} wherever the books are now, then say in the queue, under “Is it in Sage?”, whether it is there.`,
  };
}

function answered({ title }: Transfer): Failure {
  return refused('doubt.answered', `Sage answered just now: the queue says how '${title}' stands.`);
}

function reachable({ sentence }: Failure): Failure {
  return {
    next: 'needsPerson',
    code: 'doubt.reachable',
    sentence: `Sage's server is there, so it has to be asked before this is given up. What is in the way now: ${sentence}`,
    remedy: 'Do what Settings, Sage says after a test of the connection; Plumbline then asks again by itself.',
  };
}

function notInDoubt(transfer: Transfer | null): Failure {
  if (transfer === null) return refused('transfer.gone', 'This transfer is no longer in the queue: it was discarded.');
  return refused('transfer.state', `${transfer.title} is not in doubt: look at it again in the queue.`);
}
