import type { HomeStatus } from '#shared/contract/home.ts';

export const firstRunSteps = [
  { id: 'company', name: 'Company', title: 'Try it with the sample company, or connect your own?' },
  { id: 'connection', name: 'Connection', title: 'The connection to Sage 100 Contractor' },
  { id: 'cloud', name: 'Cloud', title: 'Which cloud do your projects live in?' },
  { id: 'reading', name: 'First reading', title: 'The first reading' },
  { id: 'map', name: 'First project', title: 'Map your first project' },
] as const;
export type FirstRunStep = (typeof firstRunSteps)[number]['id'];

export function hashOf(step: FirstRunStep): string {
  return `#/first-run/${step}`;
}

/**
 * Which steps are done, by what Home's checklist says; a company without a checklist has nothing left to do. The company is chosen once
 * somebody has gone on from it.
 */
export function doneSteps(home: HomeStatus | null, at: FirstRunStep): ReadonlySet<FirstRunStep> {
  if (home === null) return new Set();
  const { checklist } = home;
  const has = (wanted: string) => checklist.length === 0 || checklist.some(({ id, done }) => id === wanted && done);
  const cloud = has('clearstory') || has('procore');
  const done: readonly (readonly [FirstRunStep, boolean])[] = [
    ['company', at !== 'company' || has('map')],
    ['connection', has('sage')],
    ['cloud', cloud],
    ['reading', has('sage') && cloud],
    ['map', has('map') || has('procoreProject')],
  ];
  return new Set(done.filter(([, is]) => is).map(([id]) => id));
}
