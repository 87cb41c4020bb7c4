import { relativeWords } from '#shared/domain/dates.ts';
import type { Context } from '../context.ts';
import { usedClouds } from '../usedClouds.ts';
import { type Check, inOrder, lookAt } from './check.ts';

/** A day: longer than any timer and than a night of a computer that sleeps. */
const longMs = 24 * 3_600_000;

/** When each side was last heard by the timers, whatever it says at this moment. */
export function heardCheck(context: Context): Check {
  const named = { id: 'heard', title: 'Every side was heard lately' } as const;
  const { store, clock } = context;
  const now = clock.now();
  const used = usedClouds(context);
  const sides = (['sage', 'clearstory', 'procore'] as const).filter((side) => side === 'sage' || used[side]);
  const names = { sage: 'Sage', clearstory: 'Clearstory', procore: 'Procore' };
  const heard = sides.map((side) => ({ name: names[side], at: store.runs.lastHeard(side)?.endedAt ?? null }));
  const sentence = `${heard.map(({ name, at }) => `${name}: ${at === null ? 'never' : relativeWords(at, now)}`).join('; ')}.`;
  const silent = heard.filter(({ at }) => at === null || Date.parse(now) - Date.parse(at) > longMs);
  if (silent.length === 0) return inOrder(named, sentence);
  return lookAt(
    named,
    sentence,
    'Press Sync now, and see what the checks of that side say. Does Plumbline run at all by day?',
  );
}
