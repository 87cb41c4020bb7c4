import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CompanyEvent } from '#shared/contract/companies.ts';
import type { Reply } from '../../electron/engine/engineTypes.ts';
import { type Attention, type Unheard, watchAttention } from '../../electron/hosts/attentionWatch.ts';
import { createManualClock } from '../integration/companies/manualClock.ts';

const changed: CompanyEvent = { company: null, topics: ['status'], transfer: null };

function watching(answer: () => Promise<Reply> | Reply) {
  const clock = createManualClock();
  const listeners = new Set<(event: CompanyEvent) => void>();
  const told: (Attention | Unheard)[] = [];
  let asked = 0;
  const door = {
    request: async () => {
      asked += 1;
      return answer();
    },
    onChanged: (listener: (event: CompanyEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const watch = watchAttention(door, clock, (attention) => told.push(attention));
  return {
    watch,
    told,
    asked: () => asked,
    change: () => {
      for (const listener of listeners) listener(changed);
    },
    pass: async (ms: number) => {
      clock.pass(ms);
      await setImmediate();
    },
    listeners,
  };
}

const inStep: Reply = { ok: true, value: { now: '2026-11-23T17:00:00.000Z', companies: [] } };

describe('watching what needs a person', () => {
  it('tells at once how things stand', async () => {
    const { told, pass } = watching(() => inStep);
    await pass(0);
    expect(told).toEqual([{ now: '2026-11-23T17:00:00.000Z', companies: [] }]);
  });

  it('looks once after several changes in a row', async () => {
    const { asked, change, pass } = watching(() => inStep);
    await pass(0);
    for (let times = 0; times < 5; times += 1) change();
    await pass(1_000);
    expect(asked()).toBe(2);
  });

  it('looks every minute, because silence is no event', async () => {
    const { asked, pass } = watching(() => inStep);
    await pass(0);
    await pass(60_000);
    expect(asked()).toBe(2);
  });

  it('never asks a second time before it was answered, and then looks again when something changed meanwhile', async () => {
    let release: (reply: Reply) => void = () => undefined;
    const { asked, change, pass } = watching(() => new Promise<Reply>((resolve) => (release = resolve)));
    await pass(0);
    change();
    await pass(5_000);
    expect(asked()).toBe(1);
    release(inStep);
    await pass(0);
    await pass(1_000);
    expect(asked()).toBe(2);
  });

  it('says why nobody answers, and looks again soon until somebody does', async () => {
    const failure = { next: 'needsPerson', code: 'x', sentence: 'No.' } as const;
    let answer: Reply = { ok: false, failure };
    const { told, pass } = watching(() => answer);
    await pass(0);
    answer = inStep;
    await pass(5_000);
    expect(told).toEqual([{ failure }, { now: '2026-11-23T17:00:00.000Z', companies: [] }]);
  });

  it('takes an answer that it does not understand for none', async () => {
    const { told, pass } = watching(() => ({ ok: true, value: { companies: 1 } }));
    await pass(0);
    expect(told).toMatchObject([{ failure: { code: 'contract.response' } }]);
  });

  it('asks nothing any more once it is stopped', async () => {
    const { watch, asked, listeners, pass } = watching(() => inStep);
    await pass(0);
    watch.stop();
    await pass(600_000);
    expect([asked(), listeners.size]).toEqual([1, 0]);
  });
});
