import { expect, it } from 'vitest';
import { addMinutesTo, minutesBetween } from '#shared/domain/dates.ts';
import { type PolledProject, projectsToRead } from '#shared/domain/procore/pollOrder.ts';

const now = '2026-11-23T17:00:00.000Z';
const ago = (minutes: number) => addMinutesTo(now, -minutes);
const day = 24 * 60;

function project(id: string, given: Partial<PolledProject> = {}): PolledProject {
  return { id, readAt: ago(60), deepAt: ago(60), changedAt: ago(90 * day), wanted: false, ...given };
}

const many = (count: number, given: Partial<PolledProject> = {}) =>
  Array.from({ length: count }, (_, n) => project(`cold ${n}`, given));

const ids = (projects: readonly PolledProject[]) => projectsToRead(projects, now).map(({ id }) => id);

it('a small company is read whole every time', () => {
  const order = projectsToRead(many(10, { readAt: ago(1), deepAt: ago(1) }), now);
  expect(order).toHaveLength(10);
  expect(order.every(({ deep }) => deep)).toBe(true);
});

it('wanted ones come first, then those never read, then those that changed lately', () => {
  const order = ids([
    ...many(100),
    project('hot', { changedAt: ago(day) }),
    project('fresh', { readAt: null, deepAt: null }),
    project('wanted', { wanted: true }),
  ]);
  expect(order.slice(0, 3)).toEqual(['wanted', 'fresh', 'hot']);
});

it('those that changed lately are all read, with codes and budget', () => {
  const hot = Array.from({ length: 40 }, (_, n) => project(`hot ${n}`, { changedAt: ago(2 * day) }));
  const order = projectsToRead([...many(300), ...hot], now).slice(0, 40);
  expect(order.every(({ id, deep }) => id.startsWith('hot') && deep)).toBe(true);
});

it('a large company with no news reads a few projects in a run, those longest unread first, and no codes again', () => {
  const quiet = many(500).map((one, n) => ({ ...one, readAt: ago(n), deepAt: ago(200) }));
  const order = projectsToRead(quiet, now);
  expect(order.map(({ id }) => id)).toEqual(Array.from({ length: 13 }, (_, n) => `cold ${499 - n}`));
  expect(order.every(({ deep }) => !deep)).toBe(true);
});

it('after days without contact the overdue ones are caught up with over a few runs', () => {
  const order = projectsToRead(many(500, { readAt: ago(4 * day), deepAt: ago(4 * day) }), now);
  expect(order).toHaveLength(63);
  expect(order.every(({ deep }) => deep)).toBe(true);
});

it.each([11, 60, 500, 2000])(
  'no project is ever left unread for more than a day, nor its codes and budget, among %i',
  (count) => {
    let projects = many(count, { readAt: now, deepAt: now });
    let oldest = 0;
    for (let at = now; minutesBetween(now, at) < 3 * day; at = addMinutesTo(at, 30)) {
      oldest = Math.max(oldest, ...projects.map(({ deepAt }) => minutesBetween(deepAt ?? '', at)));
      const read = new Map(projectsToRead(projects, at).map(({ id, deep }) => [id, deep]));
      projects = projects.map((one) => {
        const deep = read.get(one.id);
        return deep === undefined ? one : { ...one, readAt: at, deepAt: deep ? at : one.deepAt };
      });
    }
    expect(oldest).toBeLessThanOrEqual(day);
  },
);
