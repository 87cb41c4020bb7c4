import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKillRig, exactlyOnce, foundAfter, type KillRig, runUntil, twoAtATime } from '../adversarial/kill/rig.ts';
import { figure } from './figures.ts';

describe.each(['table', 'recordFields', 'subcontract'] as const)('kill -9 at every pair of points: %s', (pushed) => {
  let rig: KillRig;
  beforeAll(async () => {
    rig = await createKillRig(pushed);
  }, 60_000);
  afterAll(() => rig.close());

  it('loses nothing and doubles nothing', async () => {
    let kills = 0;
    await twoAtATime([...rig.points.keys()], async (index) => {
      const first = index + 1;
      const killed = rig.fresh();
      expect(await runUntil(killed, first)).toBeNull();
      kills += 1;
      for (let second = 1; ; second += 1) {
        const { ended, ...found } = await foundAfter(rig, killed, second, pushed);
        expect({ first, second, ...found }).toEqual({ first, second, ...exactlyOnce });
        if (ended) break;
        kills += 1;
      }
      rig.remove(killed);
    });
    figure(`Kills, every pair of ${rig.points.length} points, ${pushed}`, `${kills}: 0 lost, 0 doubled`);
    expect(kills).toBeGreaterThan(1_000);
  }, 7_200_000);
});
