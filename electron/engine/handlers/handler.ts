import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { type Failure, fail, type Result } from '#shared/domain/failure.ts';
import type { Mutex } from '../../mutex.ts';
import type { Certification } from '../certify/certification.ts';
import type { Context } from '../context.ts';
import type { Side, SyncReport } from '../engineTypes.ts';

/** What handlers may start besides reading and writing the store. */
export type Acts = {
  readonly sync: (sides: readonly Side[]) => Promise<readonly SyncReport[]>;
  /** Lets the outbox be worked through soon, without waiting for it. */
  readonly pushSoon: () => void;
  /** Reads Clearstory soon: a project was mapped whose CORs are not here yet. */
  readonly pullSoon: () => void;
  /** Runs this while no side is read or written. */
  readonly alone: Mutex;
  readonly certification: Certification;
  readonly timers: { readonly nextRun: (timer: 'push' | 'pull') => string | null; readonly working: () => Side | null };
};

export type Handler<C extends ChannelName> = (
  request: RequestOf<C>,
  context: Context,
  acts: Acts,
) => Promise<Result<ResponseOf<C>>> | Result<ResponseOf<C>>;

export type Handlers<C extends ChannelName> = { readonly [K in C]: Handler<K> };

/** A refusal for a person, with the sentence that names the thing, the value and the way out. */
export function refuse(code: string, sentence: string): { readonly ok: false; readonly failure: Failure } {
  return fail({ next: 'needsPerson', code, sentence });
}
