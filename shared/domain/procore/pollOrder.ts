import { minutesBetween } from '../dates.ts';

/** One project as the poll sees it. Instants, ISO UTC. */
export type PolledProject = {
  readonly id: string;
  /** Null: never read with all that belongs to it. */
  readonly readAt: string | null;
  /** When what tells no change times, cost codes and budget, was read as well; null: never. */
  readonly deepAt: string | null;
  /** Newest change known of it or of anything in it. */
  readonly changedAt: string;
  /** Something of it is under way, or a person is looking at it. */
  readonly wanted: boolean;
};

/** `deep`: cost codes and budget as well, which costs twice as many calls as asking what changed. */
export type ProjectReading = { readonly id: string; readonly deep: boolean };

/** A company of so many projects is read whole every time: some hundred calls. */
const fewProjects = 10;
/** People work on a project for days: one that changed lately is likely to change again. */
const hotMinutes = 3 * 24 * 60;
/** One without news is read again within a day. The timer gives 48 runs a day: some may be missed. */
const runsPerRound = 40;
const dayMinutes = 24 * 60;
/** After days without contact many are overdue: those are caught up with over a few hours, so that calls are left for writing. */
const runsToCatchUp = 8;
/** Cost codes and budget of a project without news are not read again sooner: with a round of 20 hours that is once a day at least. */
const deepMinutes = 4 * 60;

/**
 * Which projects one run reads, in order: those that are wanted, those never read, those that changed lately, then a share of the
 * others, those longest unread first.
 */
export function projectsToRead(projects: readonly PolledProject[], now: string): readonly ProjectReading[] {
  const age = (at: string | null) => (at === null ? Number.POSITIVE_INFINITY : minutesBetween(at, now));
  const groups: Groups = { wanted: [], fresh: [], hot: [], cold: [] };
  for (const project of projects) {
    if (project.wanted) groups.wanted.push(project);
    else if (project.readAt === null) groups.fresh.push(project);
    else if (age(project.changedAt) <= hotMinutes) groups.hot.push(project);
    else groups.cold.push(project);
  }
  const cold = groups.cold.sort(byReading);
  const overdue = cold.filter(({ readAt }) => age(readAt) >= dayMinutes).length;
  const share = Math.max(
    fewProjects,
    Math.ceil(cold.length / runsPerRound),
    Math.min(overdue, Math.ceil(cold.length / runsToCatchUp)),
  );
  const first = [...groups.wanted, ...groups.fresh, ...groups.hot.sort(byReading)];
  return [
    ...first.map(({ id }) => ({ id, deep: true })),
    ...cold
      .slice(0, share)
      .map(({ id, deepAt }) => ({ id, deep: projects.length <= fewProjects || age(deepAt) >= deepMinutes })),
  ];
}

type Groups = Readonly<Record<'wanted' | 'fresh' | 'hot' | 'cold', PolledProject[]>>;

function byReading(one: PolledProject, other: PolledProject): number {
  const [a, b] = [one.readAt ?? '', other.readAt ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}
