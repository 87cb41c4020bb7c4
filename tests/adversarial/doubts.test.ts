import { describe, expect, it } from 'vitest';
import { forceDoubts, forgettingMarkers } from './doubts.ts';

const wanted = 1000;

describe('commits in doubt', () => {
  it(`of ${wanted} in a row none is lost, none is doubled, and the outbox knows of each how it ended`, async () => {
    const { doubts, ...found } = await forceDoubts(wanted, 20_261_130);
    expect(doubts).toBeGreaterThanOrEqual(wanted);
    expect(found).toEqual({ transfers: expect.any(Number), lost: [], doubled: [], mistaken: [], integrity: [] });
  }, 300_000);

  it('are doubled where markers are missing: the same run shows it', async () => {
    const { doubled } = await forceDoubts(30, 20_261_130, forgettingMarkers());
    expect(doubled.length).toBeGreaterThan(0);
  });
});
