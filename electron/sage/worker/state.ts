import { assertNever } from '#shared/domain/failure.ts';

/**
 * What the engine knows of its worker.
 *
 *                start            ready             ask
 *      absent ─────────▶ starting ───────▶ idle ─────────▶ busy
 *        ▲                │  ⟲ sign         │ ◀──answered── │ ⟲ sign
 *        ├──── lost ──────┴────── lost ─────┴───── lost ────┘
 *        └──── recycle ──────────────────── idle
 *
 *      any ── close ──▶ closed
 *
 * lost: it ended by itself, gave no sign for too long, or said what cannot be understood; it is killed. After the first loss the next
 * call starts another one at once; when that is lost too before it has answered anything, the pauses in between grow.
 */
export type WorkerState =
  | { readonly name: 'absent'; readonly losses: number; readonly restUntilMs: number }
  | { readonly name: 'starting'; readonly losses: number; readonly signMs: number }
  | { readonly name: 'idle'; readonly losses: number; readonly sinceMs: number }
  | { readonly name: 'busy'; readonly losses: number; readonly sinceMs: number; readonly signMs: number }
  | { readonly name: 'closed' };

/** `atMs`: the monotonic clock. */
export type WorkerEvent =
  | { readonly type: 'start' | 'ready' | 'ask' | 'sign' | 'lost'; readonly atMs: number }
  | { readonly type: 'answered' | 'recycle' | 'close' };

export type WorkerTimes = {
  /** So long without a sign of life while something was asked of it, and it is given up. */
  readonly watchdogMs: number;
  /** So old, and it is replaced before the next call. */
  readonly recycleMs: number;
  /** Pause after the second loss in a row; each further one doubles it. */
  readonly firstRestMs: number;
  readonly longestRestMs: number;
  /** How long to wait for the end of a process that was killed. */
  readonly endMs: number;
};

export const workerTimes: WorkerTimes = {
  // A statement may take 30 s and a login 10 s before the driver itself gives up: only a driver that hangs is silent for longer.
  watchdogMs: 45_000,
  // The driver's binding never frees some buffers of each query.
  recycleMs: 24 * 60 * 60_000,
  firstRestMs: 1_000,
  longestRestMs: 60_000,
  // At once, unless the system itself waits for a device or a network drive: then it ends whenever that answers.
  endMs: 5_000,
};

export const noWorkerYet: WorkerState = { name: 'absent', losses: 0, restUntilMs: 0 };

/** Null: the event is not possible in this state. */
export function transition(state: WorkerState, event: WorkerEvent, times: WorkerTimes): WorkerState | null {
  if (event.type === 'close') return { name: 'closed' };
  switch (state.name) {
    case 'absent':
      if (event.type !== 'start' || event.atMs < state.restUntilMs) return null;
      return { name: 'starting', losses: state.losses, signMs: event.atMs };
    case 'starting':
      if (event.type === 'sign') return { ...state, signMs: event.atMs };
      if (event.type === 'ready') return { name: 'idle', losses: state.losses, sinceMs: event.atMs };
      return event.type === 'lost' ? absentAfter(state.losses + 1, event.atMs, times) : null;
    case 'idle':
      if (event.type === 'ask') return { ...state, name: 'busy', signMs: event.atMs };
      if (event.type === 'recycle') return noWorkerYet;
      return event.type === 'lost' ? absentAfter(state.losses + 1, event.atMs, times) : null;
    case 'busy':
      if (event.type === 'sign') return { ...state, signMs: event.atMs };
      if (event.type === 'answered') return { name: 'idle', losses: 0, sinceMs: state.sinceMs };
      return event.type === 'lost' ? absentAfter(state.losses + 1, event.atMs, times) : null;
    case 'closed':
      return null;
    default:
      return assertNever(state);
  }
}

function absentAfter(losses: number, atMs: number, times: WorkerTimes): WorkerState {
  const restMs = losses < 2 ? 0 : Math.min(times.longestRestMs, times.firstRestMs * 2 ** (losses - 2));
  return { name: 'absent', losses, restUntilMs: atMs + restMs };
}

/** How much longer it may be silent, in ms; null when nothing is expected of it. */
export function patienceMs(state: WorkerState, nowMs: number, times: WorkerTimes): number | null {
  if (state.name !== 'starting' && state.name !== 'busy') return null;
  return Math.max(0, state.signMs + times.watchdogMs - nowMs);
}

/** Whether it is to be replaced before it is asked anything more. */
export function isStale(state: WorkerState, nowMs: number, times: WorkerTimes): boolean {
  return state.name === 'idle' && nowMs - state.sinceMs >= times.recycleMs;
}
