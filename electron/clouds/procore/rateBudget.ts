import type { Clock, Random } from '../../engine/ports/runtime.ts';
import { type HttpOutcome, longestPauseMs, longestWaitMs } from '../http.ts';
import { createCallLog, type Ticket } from './callLog.ts';
import { readRateNotice } from './rateHeaders.ts';

/**
 * The calls one credential may make. Procore counts per credential, so that every company and every part of the program that uses it
 * shares one budget. A call asks for a ticket, waits its turn, and gives the ticket back with what was answered.
 */
export type RateBudget = {
  /** A ticket, or the instant (ISO UTC) before which none can be had when that is too long to wait for. */
  readonly take: () => Promise<Turn>;
  readonly giveBack: (ticket: Ticket, outcome: HttpOutcome) => void;
  readonly usage: () => RateUsage;
};

export type Turn = { readonly ok: true; readonly ticket: Ticket } | { readonly ok: false; readonly until: string };

/** For the screen and for measuring. */
export type RateUsage = {
  /** Calls since the program started, and in the last 60 minutes. */
  readonly calls: number;
  readonly callsInHour: number;
  /** Observed limits; null until Procore has told them. */
  readonly spikeLimit: number | null;
  readonly hourLimit: number | null;
  /** Nothing is sent before this instant, ISO UTC; null when calls may be made. */
  readonly pausedUntil: string | null;
};

const spikeWindowMs = 10_000;
/** One call in five stays free for other users of the credential and for what is under way. */
const shareOfSpike = { of: 5, use: 4 };
/** Procore's example limit, until it tells its own: only one call is under way until then. */
const assumedSpikeLimit = 25;
const mostAtOnce = 4;
/** A refusal that does not say how long. */
const unknownPauseMs = spikeWindowMs;
const jitterMs = 1_000;

type Pause = { readonly monotonicMs: number; readonly wallMs: number };

export function createRateBudget(clock: Clock, random: Random): RateBudget {
  const log = createCallLog(clock);
  const waiting: ((turn: Turn) => void)[] = [];
  let spikeLimit: number | null = null;
  let hourLimit: number | null = null;
  /** Calls left in the long window as last told, less what was sent since; null when unknown. */
  let hourLeft: number | null = null;
  let pause: Pause | null = null;
  let cancelTimer: (() => void) | null = null;

  function pauseFor(ms: number): void {
    const total = Math.min(ms, longestPauseMs) + Math.floor(jitterMs * random.fraction());
    const next = { monotonicMs: clock.monotonicMs() + total, wallMs: Date.parse(clock.now()) + total };
    if (pause === null || pause.monotonicMs < next.monotonicMs) pause = next;
  }

  /** Milliseconds of the pause left. Either clock ends it: the one stands still while the machine sleeps, the other can be set. */
  function pauseLeftMs(): number {
    if (pause === null) return 0;
    const left = Math.min(pause.monotonicMs - clock.monotonicMs(), pause.wallMs - Date.parse(clock.now()));
    if (left > 0) return left;
    pause = null;
    // What was used up is so no longer; the next answer tells.
    if (hourLeft !== null && hourLeft <= 0) hourLeft = null;
    return 0;
  }

  /** Milliseconds until a call may be sent; null: when one that is under way is back. */
  function waitMs(): number | null {
    const paused = pauseLeftMs();
    if (paused > 0) return paused;
    const limit = spikeLimit ?? assumedSpikeLimit;
    const usable = Math.max(1, Math.floor((limit * shareOfSpike.use) / shareOfSpike.of));
    // As many at once as stay free in the window: none of them can be one too many before its notice is read.
    const atOnce = spikeLimit === null ? 1 : Math.min(mostAtOnce, Math.max(1, limit - usable));
    if (log.underWay() >= atOnce) return null;
    if (hourLeft !== null && hourLeft <= 0) {
      if (log.underWay() > 0) return null;
      pauseFor(unknownPauseMs);
      return pauseLeftMs();
    }
    return Math.max(log.waitMs(spikeWindowMs, usable), hourLimit === null ? 0 : log.hourWaitMs(hourLimit));
  }

  /** Hands out turns in the order they were asked for. */
  function pump(): void {
    cancelTimer?.();
    cancelTimer = null;
    while (waiting.length > 0) {
      const ms = waitMs();
      if (ms === null) return;
      if (ms > longestWaitMs) {
        const until = new Date(Date.parse(clock.now()) + ms).toISOString();
        for (const refuse of waiting.splice(0)) refuse({ ok: false, until });
      } else if (ms > 0) {
        cancelTimer = clock.after(Math.ceil(ms), pump);
        return;
      } else {
        if (hourLeft !== null) hourLeft -= 1;
        waiting.shift()?.({ ok: true, ticket: log.sent() });
      }
    }
  }

  function learn(ticket: Ticket, outcome: HttpOutcome): void {
    if (!outcome.ok) return;
    const { reply } = outcome;
    const notice = readRateNotice(reply, clock.now(), hourLimit);
    if (notice?.window === 'spike') {
      spikeLimit = notice.limit;
      // It is the window nearer to its end: the other one has no fewer calls left.
      if (hourLeft !== null) hourLeft = Math.max(hourLeft, notice.remaining - log.overlapping(ticket));
      if (notice.remaining === 0) pauseFor(notice.resetInMs);
    }
    if (notice?.window === 'hour') {
      hourLimit = notice.limit;
      // Calls that were under way at the same time may not be counted in it yet.
      hourLeft = Math.max(0, notice.remaining - log.overlapping(ticket));
      if (hourLeft === 0) pauseFor(notice.resetInMs);
    }
    if (reply.status === 429) pauseFor(Math.max(reply.retryAfterMs ?? 0, notice?.resetInMs ?? 0) || unknownPauseMs);
    if (reply.status === 503 && reply.retryAfterMs !== null) pauseFor(reply.retryAfterMs);
  }

  return {
    take: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (cancelTimer === null) pump();
      }),
    giveBack: (ticket, outcome) => {
      log.done(ticket);
      learn(ticket, outcome);
      pump();
    },
    usage: () => {
      const left = pauseLeftMs();
      return {
        calls: log.total(),
        callsInHour: log.inHour(),
        spikeLimit,
        hourLimit,
        pausedUntil: left > 0 ? new Date(Date.parse(clock.now()) + left).toISOString() : null,
      };
    },
  };
}

/** One budget per credential, by its client id. */
export function createRateBudgets(clock: Clock, random: Random): (clientId: string) => RateBudget {
  const budgets = new Map<string, RateBudget>();
  return (clientId) => {
    const known = budgets.get(clientId) ?? createRateBudget(clock, random);
    budgets.set(clientId, known);
    return known;
  };
}
