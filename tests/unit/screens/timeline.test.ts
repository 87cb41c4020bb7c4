import { describe, expect, test } from 'vitest';
import type { SideStatus } from '#shared/contract/home.ts';
import { addMinutesTo } from '#shared/domain/dates.ts';
import type { Run } from '#shared/domain/records.ts';
import { hourTicks, timelineOf, timelineWords } from '../../../renderer/screens/home/timeline.ts';

const now = '2026-11-22T18:20:00.000Z';

function run(minutesAgo: number, outcome: Run['outcome'] = 'ok'): Run {
  const startedAt = addMinutesTo(now, -minutesAgo);
  return { side: 'sage', startedAt, endedAt: startedAt, outcome, sentence: '', rowsRead: 0, changed: 0 };
}

function side(runs: readonly Run[], state: SideStatus['state'] = 'ok'): SideStatus {
  return { side: 'sage', name: 'Sage', state, sentence: '', lastHeard: null, nextRun: null, runs };
}

describe('the day of runs on Home', () => {
  test('runs stand where they happened, from a day ago to now', () => {
    const { marks } = timelineOf(side([run(24 * 60), run(12 * 60), run(0)]), now);
    expect(marks.map(({ at }) => at)).toEqual([0, 0.5, 1]);
  });

  test('runs of more than a day ago are not shown', () => {
    expect(timelineOf(side([run(24 * 60 + 1), run(5)]), now).marks).toHaveLength(1);
  });

  test('a stretch without the usual run is a gap', () => {
    const { gaps } = timelineOf(side([run(300), run(270), run(240), run(90), run(60), run(30)]), now);
    expect(gaps.map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [addMinutesTo(now, -240), addMinutesTo(now, -90)],
    ]);
  });

  test('a run that is a little late is no gap', () => {
    expect(timelineOf(side([run(120), run(90), run(60), run(30)]), addMinutesTo(now, 15)).gaps).toEqual([]);
  });

  test('silence up to now is a gap, and at once when the engine says so', () => {
    const runs = [run(150), run(120), run(90), run(40)];
    expect(timelineOf(side(runs), now).gaps).toEqual([]);
    expect(timelineOf(side(runs, 'silent'), now).gaps).toHaveLength(1);
    expect(timelineOf(side(runs), addMinutesTo(now, 90)).gaps).toHaveLength(1);
  });

  test('a pause is no silence', () => {
    expect(timelineOf(side([run(600), run(570), run(540)], 'paused'), now).gaps).toEqual([]);
  });

  test('the words count what the drawing shows', () => {
    const timeline = timelineOf(side([run(90), run(60, 'failed'), run(30, 'partial')]), now);
    expect(timelineWords('Sage', timeline)).toBe(
      'Runs of Sage in the last 24 hours: 1 went well, 1 went partly, 1 failed.',
    );
    expect(timelineWords('Sage', timelineOf(side([]), now))).toBe('Runs of Sage in the last 24 hours: none.');
  });

  test('the hours are those of the office', () => {
    expect(hourTicks(now, 'America/Los_Angeles').map(({ label }) => label)).toEqual([
      '9 AM',
      '6 AM',
      '3 AM',
      '12 AM',
      '9 PM',
      '6 PM',
      '3 PM',
      '12 PM',
    ]);
  });
});
