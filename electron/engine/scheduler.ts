import { addMinutesTo } from '#shared/domain/dates.ts';
import { decide } from '#shared/domain/schedule.ts';
import type { Context } from './context.ts';
import { outboxDue } from './push/drain.ts';

export type Timer = 'push' | 'pull';

/** Short enough that "every 5 minutes" means it, long enough to cost nothing. Windows timers do not count time asleep. */
const tickMs = 20_000;

export type Scheduler = {
  readonly start: () => void;
  readonly stop: () => void;
  /** Looks at the clock only after so many milliseconds again: after sleep the network is not there yet. */
  readonly rest: (ms: number) => void;
  readonly nextRun: (timer: Timer) => string | null;
  /** One look at the clock: which timers are due. Exported for the tests' fake clock. */
  readonly tick: () => void;
};

/**
 * The two timers. A tick compares the wall clock with stored due times, so sleep, clock changes and restarts lead to exactly one
 * run to catch up. A timer whose run is still going is skipped, never queued. `notNoted`: a look at the clock that failed, with why.
 */
export function createScheduler(
  context: Pick<Context, 'store' | 'clock' | 'logger'>,
  run: (timer: Timer) => Promise<void>,
  notNoted: (error: unknown) => void = () => undefined,
): Scheduler {
  const { store, clock } = context;
  const running = new Set<Timer>();
  let cancel: (() => void) | null = null;
  let lastTick: string | null = null;

  const everyMinutes = (timer: Timer) => {
    const { schedule } = store.settings.read();
    return timer === 'push' ? schedule.pushMinutes : schedule.pullMinutes;
  };
  const nextDue = (timer: Timer) => store.notes.read(`timer.${timer}.nextDue`);

  const look = (timer: Timer) => {
    const now = clock.now();
    const schedule = { everyMinutes: everyMinutes(timer), nextDueUtc: nextDue(timer) ?? now };
    const decision = decide(schedule, now, store.settings.read().pausedUntil, lastTick);
    if (decision.schedule.nextDueUtc !== nextDue(timer)) {
      store.notes.write(`timer.${timer}.nextDue`, decision.schedule.nextDueUtc);
    }
    // What waits for its next try, or was cut off by a crash, does not wait for the timer as well.
    const early = timer === 'push' && decision.reason !== 'paused' && !decision.due && outboxDue(context);
    if ((!decision.due && !early) || running.has(timer)) return;
    running.add(timer);
    run(timer)
      .catch((error: unknown) => context.logger.error('timer.bug', { timer, error: String(error) }))
      .finally(() => running.delete(timer));
  };

  const tick = () => {
    look('pull');
    look('push');
    lastTick = clock.now();
  };

  const loop = () => {
    // On a full disk not even the next turn can be noted. The timers go on, and find out when there is room again.
    try {
      tick();
    } catch (error) {
      context.logger.error('timer.bug', { timer: 'tick', error: String(error) });
      notNoted(error);
    }
    cancel = clock.after(tickMs, loop);
  };

  return {
    start: () => {
      if (cancel === null) loop();
    },
    stop: () => {
      cancel?.();
      cancel = null;
    },
    rest: (ms) => {
      if (cancel === null) return;
      cancel();
      cancel = clock.after(ms, loop);
    },
    nextRun: (timer) => nextDue(timer) ?? addMinutesTo(clock.now(), everyMinutes(timer)),
    tick,
  };
}
