import type { SideStatus } from '#shared/contract/home.ts';
import { addMinutesTo, minutesBetween } from '#shared/domain/dates.ts';
import type { Run } from '#shared/domain/records.ts';

/** The last 24 hours of one side. Positions run from 0 (a day ago) to 1 (now). */
export type Timeline = {
  readonly marks: readonly { readonly run: Run; readonly at: number }[];
  /** Stretches in which a run was due and none came. */
  readonly gaps: readonly Gap[];
};
export type Gap = { readonly startedAt: string; readonly endedAt: string; readonly from: number; readonly to: number };

const dayMinutes = 24 * 60;
/** A run may be late: by twice its usual distance, and always by twenty minutes. */
const patience = 3;
const alwaysPatientMinutes = 20;

function position(instant: string, now: string): number {
  return Math.min(1, Math.max(0, 1 - minutesBetween(instant, now) / dayMinutes));
}

/** The usual distance between two runs in minutes: the median, which a night of sleep does not move. */
function usualDistance(runs: readonly Run[]): number {
  const distances = runs
    .slice(1)
    .map((run, index) => minutesBetween(runs[index]?.startedAt ?? run.startedAt, run.startedAt))
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

/** Places the runs of a side on the day that ends at `now`, and finds the stretches of silence between and after them. */
export function timelineOf(side: SideStatus, now: string): Timeline {
  const dayAgo = addMinutesTo(now, -dayMinutes);
  const runs = side.runs.filter((run) => minutesBetween(dayAgo, run.startedAt) >= 0);
  const limit = Math.max(alwaysPatientMinutes, patience * usualDistance(runs));
  const gaps: Gap[] = [];
  const addGap = (startedAt: string, endedAt: string) =>
    gaps.push({ startedAt, endedAt, from: position(startedAt, now), to: position(endedAt, now) });
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    if (next !== undefined && minutesBetween(run.endedAt, next.startedAt) > limit) addGap(run.endedAt, next.startedAt);
  }
  const last = runs.at(-1);
  const lastGap = last === undefined ? 0 : minutesBetween(last.endedAt, now);
  if (last !== undefined && side.state !== 'paused' && (side.state === 'silent' || lastGap > limit)) {
    addGap(last.endedAt, now);
  }
  return { marks: runs.map((run) => ({ run, at: position(run.startedAt, now) })), gaps };
}

export type HourTick = {
  readonly at: number;
  readonly label: string;
  /** Midnight, six, noon, six. */
  readonly major: boolean;
};

/** The full hours of the last day that are divisible by three where the office is, with their places. */
export function hourTicks(now: string, timeZone: string | undefined): readonly HourTick[] {
  const clock = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: 'numeric', hourCycle: 'h23', timeZone });
  const words = new Intl.DateTimeFormat('en-US', { hour: 'numeric', timeZone });
  const read = (instant: string, type: 'hour' | 'minute') =>
    Number.parseInt(clock.formatToParts(Date.parse(instant)).find((part) => part.type === type)?.value ?? '0', 10);
  const ticks: HourTick[] = [];
  for (let hours = 0; hours < 24; hours += 1) {
    const instant = addMinutesTo(now, -read(now, 'minute') - hours * 60);
    const hour = read(instant, 'hour');
    if (hour % 3 === 0)
      ticks.push({ at: position(instant, now), label: words.format(Date.parse(instant)), major: hour % 6 === 0 });
  }
  return ticks;
}

function counted(count: number, words: string): string | null {
  return count === 0 ? null : `${count} ${words}`;
}

/** The drawing in one sentence, for those who do not see it. */
export function timelineWords(name: string, timeline: Timeline): string {
  const outcomes = timeline.marks.map(({ run }) => run.outcome);
  const count = (outcome: Run['outcome']) => outcomes.filter((each) => each === outcome).length;
  const said = [
    counted(count('ok'), 'went well'),
    counted(count('partial'), 'went partly'),
    counted(count('failed'), 'failed'),
    counted(timeline.gaps.length, timeline.gaps.length === 1 ? 'stretch without a run' : 'stretches without a run'),
  ].filter((words) => words !== null);
  return `Runs of ${name} in the last 24 hours: ${said.length === 0 ? 'none' : said.join(', ')}.`;
}
