import type { Failure } from '#shared/domain/failure.ts';
import type { Clock, Logger } from '../../engine/ports/runtime.ts';
import { createMutex } from '../../mutex.ts';
import {
  answerTooLong,
  closing,
  type Loss,
  lossInWords,
  notUnderstood,
  requestTooLong,
  resting,
  startFailure,
} from './failures.ts';
import { createAssembler, framesOf, longestAnswer, longestRequest } from './frames.ts';
import { type CompanySetup, problemOf, readNotice, type WorkerNotice, type WorkerRequest } from './messages.ts';
import { type AnswerOf, type ArgsOf, type Method, type MethodEntry, methods } from './methods.ts';
import type { LaunchWorker, WorkerProcess } from './process.ts';
import { isStale, noWorkerYet, patienceMs, transition, type WorkerEvent, type WorkerTimes } from './state.ts';

export type SageWorkerOptions = {
  readonly launch: LaunchWorker;
  /** Null where only the driver itself is asked about. */
  readonly company: CompanySetup | null;
  readonly clock: Pick<Clock, 'monotonicMs' | 'after'>;
  readonly logger: Logger;
  readonly times: WorkerTimes;
};

/** The process that talks to the ODBC driver, seen from the engine's side: started when it is needed, replaced when it is lost. */
export type SageWorker = {
  /** One at a time, in the order of asking. Never throws: without an answer it is the failure that the method has for that. */
  readonly call: <M extends Method>(method: M, ...args: ArgsOf<M>) => Promise<AnswerOf<M>>;
  /** Lets a write that has begun end; gives up a read. Afterwards there is no process any more. */
  readonly close: () => Promise<void>;
};

/** A running process, and who waits for what it says: one at most. */
type Life = { readonly process: WorkerProcess; hear: (heard: Heard) => void };
type Reply = Extract<WorkerNotice, { readonly id: number }>;
type Heard = Reply | { readonly type: 'ready' } | { readonly type: 'lost'; readonly loss: Loss };

export function createSageWorker({ launch, company, clock, logger, times }: SageWorkerOptions): SageWorker {
  const server = company?.server ?? 'the database';
  const mutex = createMutex();
  let state = noWorkerYet;
  let life: Life | null = null;
  let lastLoss: Loss = { kind: 'closing' };
  let lastExit: Promise<void> = Promise.resolve();
  let lastId = 0;
  let isWriting = false;
  let isClosing = false;
  let stopWatching: () => void = () => {};

  function move(event: WorkerEvent): void {
    const next = transition(state, event, times);
    if (next === null) throw new Error(`Sage worker: ${event.type} is not possible in ${state.name}`);
    state = next;
    watch();
  }

  /** One timer, for as long as something is expected. */
  function watch(): void {
    stopWatching();
    const leftMs = patienceMs(state, clock.monotonicMs(), times);
    stopWatching = leftMs === null ? () => {} : clock.after(leftMs, checkPatience);
  }

  function checkPatience(): void {
    if (patienceMs(state, clock.monotonicMs(), times) !== 0) watch();
    else lose({ kind: 'silent', seconds: Math.round(times.watchdogMs / 1000) });
  }

  function lose(loss: Loss): void {
    if (life === null) return;
    const { process, hear } = life;
    life = null;
    lastLoss = loss;
    process.kill();
    move({ type: 'lost', atMs: clock.monotonicMs() });
    const how = loss.kind === 'ended' ? loss.exit.how : loss.kind;
    const said = loss.kind === 'ended' ? loss.exit.said : '';
    if (loss.kind !== 'closing') logger.warn('sage.workerLost', { pid: process.pid(), how, said });
    hear({ type: 'lost', loss });
  }

  function start(): Promise<Heard> {
    move({ type: 'start', atMs: clock.monotonicMs() });
    const process = launch();
    const assemble = createAssembler(longestAnswer);
    const { promise, resolve: exited } = Promise.withResolvers<void>();
    const mine: Life = { process, hear: () => {} };
    life = mine;
    lastExit = promise;
    process.onFrame((frame) => {
      // What a worker that was given up still says counts no more.
      if (life !== mine) return;
      const assembled = assemble(frame);
      const problem =
        assembled.kind === 'garbled'
          ? assembled.problem
          : assembled.kind === 'message'
            ? take(mine, assembled.text)
            : null;
      if (problem !== null) lose({ kind: 'garbled', problem });
    });
    process.onExit((exit) => {
      exited();
      if (life === mine) lose({ kind: 'ended', exit });
    });
    return heard();
  }

  /** Null, or why it cannot be understood. */
  function take(from: Life, text: string): string | null {
    const notice = readNotice(text);
    if (!notice.ok) return notice.problem;
    const { value } = notice;
    const atMs = clock.monotonicMs();
    if (value.type === 'garbled') return value.problem;
    if (value.type === 'progress') {
      if (state.name === 'busy') move({ type: 'sign', atMs });
      return null;
    }
    if (value.type === 'ready') {
      if (state.name !== 'starting') return 'ready for the second time';
      move({ type: 'ready', atMs });
      logger.info('sage.workerStarted', { pid: from.process.pid() });
    } else {
      if (state.name !== 'busy' || value.id !== lastId) return `${value.type} to what was not asked`;
      move({ type: 'answered' });
    }
    from.hear(value);
    return null;
  }

  const heard = (): Promise<Heard> =>
    new Promise((resolve) => {
      if (life === null) resolve({ type: 'lost', loss: lastLoss });
      else life.hear = resolve;
    });

  function send(text: string): void {
    for (const frame of framesOf(text)) life?.process.send(frame);
  }

  /** Null when it is ready. */
  async function makeReady(): Promise<Failure | null> {
    if (isStale(state, clock.monotonicMs(), times)) await recycle();
    if (state.name === 'absent') {
      const restMs = state.restUntilMs - clock.monotonicMs();
      if (restMs > 0) return resting(state.losses, restMs, server);
      const first = await start();
      if (first.type === 'lost') return startFailure(first.loss, server);
      send(JSON.stringify({ type: 'company', company } satisfies WorkerRequest));
    }
    return null;
  }

  async function recycle(): Promise<void> {
    const old = life;
    life = null;
    move({ type: 'recycle' });
    logger.info('sage.workerRecycled', { pid: old?.process.pid() ?? null });
    old?.process.kill();
    await ended();
  }

  /** Waits for the end of the process that was killed last. */
  async function ended(): Promise<void> {
    let cancel: () => void = () => {};
    const patience = new Promise<void>((resolve) => {
      cancel = clock.after(times.endMs, resolve);
    });
    await Promise.race([lastExit, patience]);
    cancel();
  }

  const call = <M extends Method>(method: M, ...args: ArgsOf<M>): Promise<AnswerOf<M>> =>
    mutex(async () => {
      const entry: MethodEntry<M> = methods[method];
      const unsent = (failure: Failure) => entry.unanswered(failure, false, ...args);
      if (isClosing) return unsent(closing());
      lastId += 1;
      const text = JSON.stringify({ type: 'call', id: lastId, method, args } satisfies WorkerRequest);
      if (text.length > longestRequest) return unsent(requestTooLong(text.length, longestRequest));
      const refusal = await makeReady();
      if (refusal !== null) return unsent(refusal);
      if (life === null) return unsent(lossInWords(lastLoss, server));
      isWriting = entry.writes;
      move({ type: 'ask', atMs: clock.monotonicMs() });
      send(text);
      const beganMs = clock.monotonicMs();
      const reply = await heard();
      logger.debug('sage.call', { method, heard: reply.type, ms: Math.round(clock.monotonicMs() - beganMs) });
      isWriting = false;
      return settle(entry, args, reply);
    });

  function settle<M extends Method>(entry: MethodEntry<M>, args: ArgsOf<M>, reply: Heard): AnswerOf<M> {
    const sent = (failure: Failure) => entry.unanswered(failure, true, ...args);
    switch (reply.type) {
      case 'answer': {
        const parsed = entry.answer(...args).safeParse(reply.answer);
        if (parsed.success) return parsed.data;
        const loss: Loss = { kind: 'garbled', problem: problemOf(parsed.error) };
        lose(loss);
        return sent(lossInWords(loss, server));
      }
      case 'refused':
        return entry.unanswered(notUnderstood(reply.problem, server), false, ...args);
      case 'tooLong':
        return sent(answerTooLong(reply.length, longestAnswer, server));
      case 'lost':
        return sent(lossInWords(reply.loss, server));
      case 'ready':
        throw new Error('Sage worker: ready is no reply');
    }
  }

  return {
    call,
    close: async () => {
      isClosing = true;
      if (!isWriting) lose({ kind: 'closing' });
      await mutex(async () => {
        life?.process.kill();
        life = null;
        move({ type: 'close' });
      });
      await ended();
    },
  };
}
