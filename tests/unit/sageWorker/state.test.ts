import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isStale,
  noWorkerYet,
  patienceMs,
  transition,
  type WorkerEvent,
  type WorkerState,
  workerTimes,
} from '../../../electron/sage/worker/state.ts';

const times = workerTimes;
const at = (type: 'start' | 'ready' | 'ask' | 'sign' | 'lost', atMs: number): WorkerEvent => ({ type, atMs });

function stateAfter(events: readonly WorkerEvent[], from: WorkerState = noWorkerYet): WorkerState {
  return events.reduce<WorkerState>((state, event) => {
    const next = transition(state, event, times);
    if (next === null) throw new Error(`${event.type} is not possible in ${state.name}`);
    return next;
  }, from);
}

const lostAtStart = (atMs: number) => [at('start', atMs), at('lost', atMs)];

describe('what the engine knows of its worker', () => {
  it('is started, asked, answers, and waits for the next call', () => {
    const state = stateAfter([at('start', 10), at('ready', 20), at('ask', 30), { type: 'answered' }]);
    expect(state).toEqual({ name: 'idle', losses: 0, sinceMs: 20 });
  });

  it('is started again at once after one loss, and after growing pauses when the next ones are lost too', () => {
    let state = noWorkerYet;
    const pauses: number[] = [];
    let nowMs = 0;
    for (let loss = 0; loss < 9; loss += 1) {
      state = stateAfter(lostAtStart(nowMs), state);
      if (state.name !== 'absent') throw new Error('It is there');
      pauses.push(state.restUntilMs - nowMs);
      nowMs = state.restUntilMs;
    }
    expect(pauses).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('is not started before its pause is over', () => {
    const state = stateAfter([...lostAtStart(0), ...lostAtStart(0)]);
    expect(transition(state, at('start', 999), times)).toBeNull();
    expect(transition(state, at('start', 1_000), times)).toMatchObject({ name: 'starting', losses: 2 });
  });

  it('begins anew with its pauses once it has answered something', () => {
    const state = stateAfter([...lostAtStart(0), at('start', 0), at('ready', 0), at('ask', 0), { type: 'answered' }]);
    expect(stateAfter([at('lost', 5)], state)).toEqual({ name: 'absent', losses: 1, restUntilMs: 5 });
  });

  it('may be silent for 45 s, counted from its last sign, and only while something is expected of it', () => {
    const asked = stateAfter([at('start', 0), at('ready', 0), at('ask', 1_000)]);
    expect(patienceMs(asked, 45_999, times)).toBe(1);
    expect(patienceMs(asked, 46_000, times)).toBe(0);
    expect(patienceMs(stateAfter([at('sign', 40_000)], asked), 46_000, times)).toBe(39_000);
    expect(patienceMs(stateAfter([{ type: 'answered' }], asked), 46_000, times)).toBeNull();
    expect(patienceMs(noWorkerYet, 46_000, times)).toBeNull();
    expect(patienceMs(stateAfter([at('start', 0)]), 45_000, times)).toBe(0);
  });

  it('is replaced after a day, when nothing is asked of it', () => {
    const day = 24 * 60 * 60_000;
    const idle = stateAfter([at('start', 0), at('ready', 100)]);
    expect(isStale(idle, day + 99, times)).toBe(false);
    expect(isStale(idle, day + 100, times)).toBe(true);
    expect(isStale(stateAfter([at('ask', 200)], idle), 2 * day, times)).toBe(false);
    expect(stateAfter([{ type: 'recycle' }], idle)).toEqual(noWorkerYet);
  });

  it('is closed for good, from every state, and never asked in a state where it cannot answer', () => {
    const type = fc.constantFrom('start', 'ready', 'ask', 'sign', 'lost', 'answered', 'recycle');
    fc.assert(
      fc.property(fc.array(fc.tuple(type, fc.nat(100_000))), (steps) => {
        let state: WorkerState = noWorkerYet;
        let nowMs = 0;
        for (const [name, step] of steps) {
          nowMs += step;
          const next: WorkerState | null = transition(state, { type: name, atMs: nowMs } as WorkerEvent, times);
          if (name === 'ask') expect(next !== null).toBe(state.name === 'idle');
          if (name === 'lost') expect(next?.name ?? 'absent').toBe('absent');
          state = next ?? state;
          expect(transition(state, { type: 'close' }, times)).toEqual({ name: 'closed' });
        }
        const closed: WorkerState = { name: 'closed' };
        for (const [name] of steps)
          expect(transition(closed, { type: name, atMs: nowMs } as WorkerEvent, times)).toBeNull();
      }),
    );
  });
});
