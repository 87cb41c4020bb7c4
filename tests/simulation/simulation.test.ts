import { describe, expect, it } from 'vitest';
import type { ServerOptions } from './sage/server.ts';
import { soundServer } from './sage/server.ts';
import { runScenario } from './scenario.ts';
import { createTemplates } from './templates.ts';

const templates = await createTemplates();

async function brokenPromises(seeds: number, server: ServerOptions): Promise<readonly string[]> {
  const broken: string[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    broken.push(...(await runScenario(seed, { templates, met: new Map(), server })).broken);
  }
  return broken;
}

describe('a simulated world full of faults', () => {
  it('keeps every promise', async () => {
    expect(await brokenPromises(2_000, soundServer)).toEqual([]);
  });

  it('happens again, event for event, from its seed', async () => {
    const run = async () => {
      const events: string[] = [];
      await runScenario(77, { templates, met: new Map(), trace: (words) => events.push(words) });
      return events;
    };
    const first = await run();
    expect(first.length).toBeGreaterThan(10);
    expect(await run()).toEqual(first);
  });
});

describe('the simulation notices', () => {
  it('when markers are taken out: change orders are doubled', async () => {
    const broken = await brokenPromises(1_000, { ...soundServer, markers: 'forgotten' });
    expect(broken.filter((words) => words.includes('doubled')).length).toBeGreaterThan(5);
  });

  it('when the application lock is taken out: an old session commits after the new one has looked', async () => {
    const broken = await brokenPromises(6_000, { ...soundServer, applicationLocks: 'ignored' });
    expect(broken.filter((words) => words.includes('in Sage, though it is said not to be'))).not.toEqual([]);
  });
});
