import { expect, it } from 'vitest';
import { forceDoubts } from '../adversarial/doubts.ts';

const wanted = 10_000;

it(`of ${wanted} commits in doubt none is lost, none is doubled, and the outbox knows of each how it ended`, async () => {
  const { doubts, ...found } = await forceDoubts(wanted, 1);
  expect(doubts).toBeGreaterThanOrEqual(wanted);
  expect(found).toEqual({ transfers: expect.any(Number), lost: [], doubled: [], mistaken: [], integrity: [] });
}, 3_600_000);
