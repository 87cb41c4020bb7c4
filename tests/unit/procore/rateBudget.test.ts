import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpOutcome } from '../../../electron/clouds/http.ts';
import { createRateBudget, createRateBudgets, type RateBudget } from '../../../electron/clouds/procore/rateBudget.ts';

/** A far end that counts in two rolling windows as Procore does, and a clock that only runs when something is due. */
function createWorld(spikeLimit: number, hourLimit: number, delays: readonly number[]) {
  const start = Date.parse('2026-11-23T09:00:00.000Z');
  let ms = 0;
  let timers: { readonly at: number; readonly act: () => void }[] = [];
  const after = (delay: number, act: () => void) => {
    const timer = { at: ms + delay, act };
    timers.push(timer);
    return () => {
      timers = timers.filter((one) => one !== timer);
    };
  };
  const clock = { now: () => new Date(start + ms).toISOString(), monotonicMs: () => ms, after };
  const counted: number[] = [];
  let tooMany = 0;
  let used = 0;
  let underWay = 0;
  let mostAtOnce = 0;

  function answer(): HttpOutcome {
    const within = (window: number) => counted.filter((at) => at > ms - window);
    const allowed = within(10_000).length < spikeLimit && within(3_600_000).length < hourLimit;
    if (!allowed) tooMany += 1;
    counted.push(ms);
    const spike = { limit: spikeLimit, left: Math.max(0, spikeLimit - within(10_000).length), window: 10_000 };
    const hour = { limit: hourLimit, left: Math.max(0, hourLimit - within(3_600_000).length), window: 3_600_000 };
    const told = hour.left < spike.left ? hour : spike;
    const oldest = within(told.window)[0] ?? ms;
    const head: Record<string, string> = {
      'x-rate-limit-limit': String(told.limit),
      'x-rate-limit-remaining': String(told.left),
      'x-rate-limit-reset': String(Math.ceil((start + oldest + told.window) / 1000)),
    };
    const header = (name: string) => head[name.toLowerCase()] ?? null;
    const date = new Date(Math.floor((start + ms) / 1000) * 1000).toISOString();
    return { ok: true, reply: { status: allowed ? 200 : 429, text: '', retryAfterMs: null, date, header } };
  }

  /** One call: on the way for one delay, on the way back for the next. Its turn may be refused. */
  async function call(budget: RateBudget): Promise<'sent' | 'refused'> {
    const turn = await budget.take();
    if (!turn.ok) return 'refused';
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    const delay = () => {
      used += 1;
      return delays[used % delays.length] ?? 0;
    };
    await new Promise<void>((resolve) => void after(delay(), resolve));
    const outcome = answer();
    await new Promise<void>((resolve) => void after(delay(), resolve));
    underWay -= 1;
    budget.giveBack(turn.ticket, outcome);
    return 'sent';
  }

  /** Lets time pass until nothing is due any more. */
  async function run(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const [next] = [...timers].sort((a, b) => a.at - b.at);
      if (next === undefined) return;
      timers = timers.filter((one) => one !== next);
      ms = Math.max(ms, next.at);
      next.act();
    }
  }
  return { clock, call, run, counted, tooMany: () => tooMany, mostAtOnce: () => mostAtOnce };
}

const random = { fraction: () => 0.3, uuid: () => '' };

test('never more calls reach Procore in a window than it allows, whatever the line does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 20, max: 400 }),
      fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 1, maxLength: 7 }),
      fc.integer({ min: 1, max: 150 }),
      async (spikeLimit, hourLimit, delays, calls) => {
        const world = createWorld(spikeLimit, Math.max(hourLimit, spikeLimit + 1), delays);
        const budget = createRateBudget(world.clock, random);
        const done = Promise.all(Array.from({ length: calls }, () => world.call(budget)));
        await world.run();
        const results = await done;
        expect(world.tooMany()).toBe(0);
        const share = Math.max(1, Math.floor(spikeLimit * 0.8));
        for (const at of world.counted)
          expect(world.counted.filter((one) => one > at - 10_000 && one <= at).length).toBeLessThanOrEqual(share);
        // Refused only when the hour is used up.
        if (calls < hourLimit - 10) expect(results).not.toContain('refused');
        expect(world.mostAtOnce()).toBeLessThanOrEqual(4);
      },
    ),
    { numRuns: 150 },
  );
});

test('calls are given their turn in the order they asked, and the budget is used well', async () => {
  const world = createWorld(25, 3600, [100]);
  const budget = createRateBudget(world.clock, random);
  const order: number[] = [];
  const done = Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      await world.call(budget);
      order.push(index);
    }),
  );
  await world.run();
  await done;
  expect(order).toEqual([...order].sort((a, b) => a - b));
  // 20 calls in 10 seconds: the hundredth begins in the fifth window.
  expect(world.clock.monotonicMs()).toBeLessThan(50_000);
  expect(budget.usage()).toMatchObject({ calls: 100, callsInHour: 100, spikeLimit: 25, hourLimit: null });
});

test('all users of one credential share its calls, and another one has its own', () => {
  const { clock } = createWorld(25, 3600, [0]);
  const budgets = createRateBudgets(clock, random);
  expect(budgets('a')).toBe(budgets('a'));
  expect(budgets('b')).not.toBe(budgets('a'));
});
