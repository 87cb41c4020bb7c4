import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { createScheduler, type Scheduler, type Timer } from '../../electron/engine/scheduler.ts';
import { openStore } from '../../electron/store/store.ts';
import { transfer } from '../contracts/storeRig.ts';
import { createManualClock } from './companies/manualClock.ts';

let folder: string;
let store: Store;
let nowMs: number;
let runs: Timer[];
let finish: (() => void)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-scheduler-'));
  const opened = openStore({ file: join(folder, 'store.db'), company: companyIdOf('cascade') });
  if (!opened.ok) throw new Error(opened.failure.sentence);
  store = opened.value;
  nowMs = Date.parse('2026-03-02T15:00:00.000Z');
  runs = [];
  finish = [];
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function scheduler(): Scheduler {
  const clock = { now: () => new Date(nowMs).toISOString(), monotonicMs: () => nowMs, after: () => () => undefined };
  const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  return createScheduler({ store, clock, logger }, (timer) => {
    runs.push(timer);
    return new Promise((resolve) => finish.push(resolve));
  });
}

async function finishAll(): Promise<void> {
  for (const resolve of finish.splice(0)) resolve();
  await new Promise((resolve) => setImmediate(resolve));
}

const minutes = (count: number) => {
  nowMs += count * 60_000;
};

describe('the two timers', () => {
  it('run once at the first start, then push every 5 and pull every 30 minutes', async () => {
    const timers = scheduler();
    timers.tick();
    expect(runs).toEqual(['pull', 'push']);
    for (let tick = 0; tick < 60; tick += 1) {
      await finishAll();
      minutes(1);
      timers.tick();
    }
    expect(runs.filter((timer) => timer === 'push')).toHaveLength(1 + 12);
    expect(runs.filter((timer) => timer === 'pull')).toHaveLength(1 + 2);
  });

  it('skip a tick while their run is still going, and never queue it', async () => {
    const timers = scheduler();
    timers.tick();
    minutes(45);
    timers.tick();
    timers.tick();
    expect(runs).toEqual(['pull', 'push']);
    await finishAll();
    minutes(30);
    timers.tick();
    expect(runs).toEqual(['pull', 'push', 'pull', 'push']);
  });

  it('run exactly once after eight hours of sleep', async () => {
    const timers = scheduler();
    timers.tick();
    await finishAll();
    minutes(8 * 60);
    timers.tick();
    timers.tick();
    await finishAll();
    timers.tick();
    expect(runs).toEqual(['pull', 'push', 'pull', 'push']);
  });

  it('do not wait a day when the wall clock was set back by a day', async () => {
    const timers = scheduler();
    timers.tick();
    await finishAll();
    minutes(-24 * 60);
    timers.tick();
    minutes(31);
    timers.tick();
    expect(runs).toEqual(['pull', 'push', 'pull', 'push']);
  });

  it('keep their due time over a restart', async () => {
    scheduler().tick();
    await finishAll();
    minutes(3);
    scheduler().tick();
    expect(runs).toEqual(['pull', 'push']);
    minutes(2);
    scheduler().tick();
    expect(runs).toEqual(['pull', 'push', 'push']);
  });

  it('do not let wait what is due in the outbox: a wait that is over, a write that a crash cut off', async () => {
    const timers = scheduler();
    timers.tick();
    await finishAll();
    const failure = { next: 'retry', code: 'sage.locked', sentence: 'Somebody else is just saving.' } as const;
    const until = new Date(nowMs + 60_000).toISOString();
    store.transfers.save(transfer('a', { name: 'waiting', until, attempt: 1, failure }));
    timers.tick();
    expect(runs).toEqual(['pull', 'push']);
    minutes(1);
    timers.tick();
    timers.tick();
    expect(runs).toEqual(['pull', 'push', 'push']);
    await finishAll();

    store.transfers.save(transfer('a', { name: 'applying', since: until, attempt: 2 }));
    store.settings.write({ ...store.settings.read(), pausedUntil: new Date(nowMs + 60_000).toISOString() });
    timers.tick();
    expect(runs).toEqual(['pull', 'push', 'push']);
    minutes(1);
    timers.tick();
    expect(runs).toEqual(['pull', 'push', 'push', 'push']);
  });

  it('rest while paused and come back by themselves', async () => {
    const timers = scheduler();
    const pausedUntil = new Date(nowMs + 60 * 60_000).toISOString();
    store.settings.write({ ...store.settings.read(), pausedUntil });
    timers.tick();
    minutes(59);
    timers.tick();
    expect(runs).toEqual([]);
    minutes(2);
    timers.tick();
    expect(runs).toEqual(['pull', 'push']);
  });

  it('follow a changed interval at once', async () => {
    const timers = scheduler();
    timers.tick();
    await finishAll();
    store.settings.write({ ...store.settings.read(), schedule: { pushMinutes: 1, pullMinutes: 2 } });
    timers.tick();
    minutes(2);
    timers.tick();
    expect(runs).toEqual(['pull', 'push', 'pull', 'push']);
  });

  it('rest after sleep for as long as they are told, and only once they have been started', async () => {
    const manual = createManualClock();
    const quiet = () => undefined;
    const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const resting = createScheduler({ store, clock: manual, logger }, async (timer) => void runs.push(timer));
    resting.rest(30_000);
    manual.pass(60_000);
    expect(runs).toEqual([]);
    resting.start();
    expect(runs).toEqual(['pull', 'push']);
    await finishAll();
    manual.pass(19_000);
    resting.rest(40_000);
    manual.pass(39_000);
    expect(runs).toHaveLength(2);
    manual.pass(3_600_000);
    expect(runs).toEqual(['pull', 'push', 'pull', 'push']);
    resting.stop();
  });

  it('go on when a full disk has no room even for their next turn, and run as soon as there is some', async () => {
    const manual = createManualClock();
    const quiet = () => undefined;
    const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const told: unknown[] = [];
    const run = async (timer: Timer) => void runs.push(timer);
    const timers = createScheduler({ store, clock: manual, logger }, run, (error) => told.push(error));
    const { write } = store.notes;
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    Object.assign(store.notes, {
      write: () => {
        throw full;
      },
    });
    timers.start();
    manual.pass(60_000);
    expect(runs).toEqual([]);
    expect(told.length).toBeGreaterThan(1);
    expect(told[0]).toBe(full);
    Object.assign(store.notes, { write });
    manual.pass(20_000);
    expect(runs).toEqual(['pull', 'push']);
    timers.stop();
  });
});
