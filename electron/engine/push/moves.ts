import type { Failure } from '#shared/domain/failure.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { retryDelayMs } from '#shared/domain/retry.ts';
import { type TransferEvent, transition } from '#shared/domain/transfer.ts';
import { byItself, type Context } from '../context.ts';
import { save } from './approve.ts';
import { itemDetail, subjectOf } from './words.ts';

/** The steps that a transfer takes while the outbox works on it, each saved with what is told of it. */

/** Sage cannot tell either: a person looks. */
export function unsure(context: Context, transfer: Transfer, failure: Failure): Failure {
  move(context, transfer, { type: 'unsure', at: context.clock.now(), failure });
  return failure;
}

export function doubted(context: Context, transfer: Transfer, failure: Failure): Failure {
  const until = retryAt(context, transfer);
  move(context, transfer, { type: 'doubt', at: context.clock.now(), failure: { ...failure, next: 'retry', until } });
  // Said as it is: an answer that cannot be read is in the way of this job only.
  return failure;
}

export function failed(context: Context, transfer: Transfer, failure: Failure): Failure {
  const { clock } = context;
  move(context, transfer, { type: 'failed', at: clock.now(), failure, retryAt: retryAt(context, transfer) });
  return failure;
}

/** Full jitter, so that a fleet does not come back at the same instant. */
function retryAt({ clock, random }: Context, { state }: Transfer): string {
  const attempt = 'attempt' in state ? state.attempt : 1;
  return new Date(Date.parse(clock.now()) + retryDelayMs(attempt, random.fraction())).toISOString();
}

/** One step of the state machine, with its attempt and its line in History. An illegal step is a bug. */
export function move(context: Context, transfer: Transfer, event: TransferEvent): Transfer {
  const { store, clock } = context;
  const state = transition(transfer.state, event);
  if (state === null)
    throw new Error(`Transfer ${transfer.id}: ${event.type} is not possible in ${transfer.state.name}`);
  const failure = 'failure' in event ? event.failure : null;
  if (failure === null) context.logger.debug('push.moved', { transfer: transfer.id, by: event.type, to: state.name });
  else {
    const { code, next } = failure;
    context.logger.warn('push.notApplied', { transfer: transfer.id, code, next, to: state.name });
  }
  const attempt =
    failure === null ? [] : [{ at: clock.now(), sentence: failure.sentence, detail: failure.detail ?? failure.code }];
  const next: Transfer = { ...transfer, state, attempts: [...transfer.attempts, ...attempt].slice(-50) };
  store.transaction(() => {
    save(context, next);
    if (failure === null) return;
    context.tell({
      kind: 'failed',
      by: byItself,
      sentence: `${transfer.title}: ${failure.sentence}`,
      ...subjectOf(transfer),
      detail: { ...itemDetail(transfer), code: failure.code, technical: failure.detail ?? '' },
    });
  });
  return next;
}
