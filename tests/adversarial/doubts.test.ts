import { describe, expect, it } from 'vitest';
import { blind, forceDoubts, forgettingMarkers } from './doubts.ts';

const wanted = 1000;

describe('commits in doubt', () => {
  it(`of ${wanted} in a row none is lost, none is doubled, and the outbox knows of each how it ended`, async () => {
    const { doubts, ...found } = await forceDoubts(wanted, 20_261_130);
    expect(doubts).toBeGreaterThanOrEqual(wanted);
    expect(found).toEqual({ transfers: expect.any(Number), lost: [], doubled: [], mistaken: [], integrity: [] });
  }, 300_000);

  it('are doubled where markers are missing and nobody looks for what has none: the same run shows it', async () => {
    const { doubled } = await forceDoubts(30, 20_261_130, blind(forgettingMarkers()));
    expect(doubled.length).toBeGreaterThan(0);
  });

  it('are for a person to look at, and are not doubled, where nothing but markers is missing', async () => {
    const { doubled, mistaken } = await forceDoubts(100, 20_261_130, forgettingMarkers());
    expect(doubled).toEqual([]);
    expect(mistaken.length).toBeGreaterThan(0);
  });
});
