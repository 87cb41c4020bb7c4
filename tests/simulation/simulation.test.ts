import { describe, expect, it } from 'vitest';
import { type ServerOptions, soundServer } from './sage/server.ts';
import { runScenario } from './scenario.ts';
import { createTemplates } from './templates.ts';

/** A first look; `npm run verify` goes on to a million scenarios (run.ts). */

const templates = await createTemplates();

/** The first broken promise of that kind among so many scenarios; null when there is none. */
async function firstBroken(seeds: number, server: ServerOptions, kind: string): Promise<string | null> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { broken } = await runScenario(seed, { templates, met: new Map(), server });
    const found = broken.find((words) => words.includes(kind));
    if (found !== undefined) return `seed ${seed}: ${found}`;
  }
  return null;
}

describe('a simulated world full of faults', () => {
  it('keeps every promise', async () => {
    expect(await firstBroken(1_000, soundServer, '')).toBeNull();
  });

  it('takes for waiting for a person what is held because somebody cleared the proof of an earlier push in Sage', async () => {
    const { broken } = await runScenario(4_495_942, { templates, met: new Map() });
    expect(broken).toEqual([]);
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
  it('when a line of what was approved is not in Sage, or is a cent off, whatever was read back', async () => {
    const lineLost = { ...soundServer, commits: 'lineLost' } as const;
    expect(await firstBroken(1_000, lineLost, 'done: plan: ')).toMatch(/rows were approved, and \d are in Sage/);
    const centOff = { ...soundServer, commits: 'centOff' } as const;
    expect(await firstBroken(1_000, centOff, 'done: plan: ')).toContain('has no row as it was approved');
  });

  it('when markers are taken out: change orders are doubled', async () => {
    expect(await firstBroken(1_000, { ...soundServer, markers: 'forgotten' }, 'doubled')).not.toBeNull();
  });

  it('when the application lock is taken out: an old session commits after the new one has looked', async () => {
    const server: ServerOptions = { ...soundServer, applicationLocks: 'ignored' };
    expect(await firstBroken(10_000, server, 'in Sage')).not.toBeNull();
  }, 120_000);
});
