import { minutesBetween } from '../dates.ts';

/** One project as the poll sees it. Instants, ISO UTC. */
export type PolledProject = {
  readonly id: string;
  /** Null: never read. */
  readonly readAt: string | null;
  /** Newest change known of it or of anything in it. */
  readonly changedAt: string;
  /** Something of it is under way, or a person is looking at it. */
  readonly wanted: boolean;
};

/** People work on a project for days: one that changed lately is likely to change again. */
const hotDays = 3;
/** A project without news is read again within a day, which is also the nightly sweep. */
const coldMinutes = 24 * 60;
/** So many projects without news are read anew in one run: some fifty requests of Procore's limits. */
const coldPerRun = 10;

/**
 * Which projects one run reads, in order: those that are wanted, those never read, those that changed lately, then a few of the
 * others, those longest unread first. A company of up to `coldPerRun` projects is read whole every time.
 */
export function projectsToRead(projects: readonly PolledProject[], now: string): readonly string[] {
  const wanted = projects.filter((project) => project.wanted);
  const fresh = projects.filter((project) => !project.wanted && project.readAt === null);
  const rest = projects.filter((project) => !project.wanted && project.readAt !== null);
  const hot = rest.filter(({ changedAt }) => minutesBetween(changedAt, now) <= hotDays * 24 * 60);
  const cold = rest.filter((project) => !hot.includes(project)).sort(byReading);
  const overdue = cold.filter(({ readAt }) => readAt !== null && minutesBetween(readAt, now) >= coldMinutes);
  const few = cold.slice(0, Math.max(coldPerRun, Math.min(overdue.length, coldPerRun * 2)));
  return [...wanted, ...fresh, ...hot.sort(byReading), ...few].map(({ id }) => id);
}

function byReading(one: PolledProject, other: PolledProject): number {
  const [a, b] = [one.readAt ?? '', other.readAt ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}
