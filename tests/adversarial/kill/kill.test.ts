import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createKillRig,
  exactlyOnce,
  forgetMarkers,
  foundAfter,
  type KillRig,
  lookInto,
  recover,
  runUntil,
  twoAtATime,
} from './rig.ts';

/** All pairs of points are in tests/soak/killPairs.test.ts. */

describe.each(['table', 'recordFields', 'subcontract'] as const)('a push killed (kill -9): %s', (pushed) => {
  let rig: KillRig;
  beforeAll(async () => {
    rig = await createKillRig(pushed);
  }, 60_000);
  afterAll(() => rig.close());

  it('is in Sage exactly once after the next start, whichever point it was killed at', async () => {
    // Every statement of a change order with two lines, and three local transactions: fewer points would mean that some were missed.
    expect(rig.points.length).toBeGreaterThan(pushed === 'subcontract' ? 30 : 45);
    await twoAtATime([...rig.points.entries()], async ([index, name]) => {
      const folder = rig.fresh();
      expect(await runUntil(folder, index + 1)).toBeNull();
      await recover(folder);
      expect({ name, ...lookInto(folder, pushed) }).toEqual({ name, ...exactlyOnce });
      rig.remove(folder);
    });
  }, 240_000);

  it('is in Sage exactly once when the next start is killed as well', async () => {
    const firsts = rig.points.map((_, index) => index + 1).filter((first) => first % 9 === 2);
    await twoAtATime(firsts, async (first) => {
      const killed = rig.fresh();
      await runUntil(killed, first);
      for (let second = 1 + (first % 5); ; second += 11) {
        const { ended, ...found } = await foundAfter(rig, killed, second, pushed);
        expect({ first, second, ...found }).toEqual({ first, second, ...exactlyOnce });
        if (ended) break;
      }
      rig.remove(killed);
    });
  }, 240_000);
});

describe('without markers', () => {
  it('a push killed after the commit is doubled: what finds the others in order would notice', async () => {
    const rig = await createKillRig('table');
    const folder = rig.fresh();
    await runUntil(folder, rig.points.indexOf('after commit') + 1);
    forgetMarkers(folder);
    await recover(folder);
    expect(lookInto(folder).inSage).toEqual([2, 2, 2]);
    rig.close();
  }, 60_000);
});
