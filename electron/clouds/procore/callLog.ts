import type { Clock } from '../../engine/ports/runtime.ts';

/** A call that was sent; `sentMs` on the clock that never jumps. */
export type Ticket = { readonly sentMs: number };

/**
 * When calls were made. The far end counted a call at some moment between its sending and its answer, so a call counts in a window
 * from its sending until that long after its answer: then no window of the far end can hold more than ours.
 */
export type CallLog = {
  readonly sent: () => Ticket;
  readonly done: (ticket: Ticket) => void;
  readonly underWay: () => number;
  /** Milliseconds until fewer than `limit` calls count in a window; 0 when that is so now. */
  readonly waitMs: (windowMs: number, limit: number) => number;
  readonly hourWaitMs: (limit: number) => number;
  /** Calls that were under way together with this one, without it. */
  readonly overlapping: (ticket: Ticket) => number;
  readonly inHour: () => number;
  readonly total: () => number;
};

const hourMs = 3_600_000;

export function createCallLog(clock: Clock): CallLog {
  const open = new Set<Ticket>();
  /** When calls were answered, oldest first, of the last hour. */
  let answered: number[] = [];
  let total = 0;

  function forgetOld(): void {
    const limit = clock.monotonicMs() - hourMs;
    const first = answered.findIndex((at) => at > limit);
    if (first !== 0) answered = first < 0 ? [] : answered.slice(first);
  }

  function waitMs(windowMs: number, limit: number): number {
    // The answer that has to leave the window before there is room for one more.
    const surplus = limit - open.size;
    if (surplus <= 0) return windowMs;
    const blocking = answered.at(-surplus);
    if (blocking === undefined) return 0;
    return Math.max(0, blocking + windowMs - clock.monotonicMs());
  }

  return {
    sent: () => {
      const ticket = { sentMs: clock.monotonicMs() };
      open.add(ticket);
      total += 1;
      return ticket;
    },
    done: (ticket) => {
      if (!open.delete(ticket)) return;
      answered.push(clock.monotonicMs());
      forgetOld();
    },
    underWay: () => open.size,
    waitMs,
    hourWaitMs: (limit) => waitMs(hourMs, limit),
    overlapping: (ticket) => {
      const others = [...open].filter((one) => one !== ticket).length;
      return others + answered.slice(0, -1).filter((at) => at >= ticket.sentMs).length;
    },
    inHour: () => {
      forgetOld();
      return answered.length + open.size;
    },
    total: () => total,
  };
}
