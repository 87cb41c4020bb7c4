import type { Context } from './context.ts';

export const clearstoryKeyName = 'clearstory.key';

/**
 * Which clouds this company uses. One without a key is not set up yet, unless the other one is: then it is simply not used, and its
 * silence is no alarm.
 */
export function usedClouds({ secrets, procore }: Pick<Context, 'secrets' | 'procore'>): {
  readonly clearstory: boolean;
  readonly procore: boolean;
} {
  const usesProcore = procore.configured();
  return { clearstory: secrets.has(clearstoryKeyName) || !usesProcore, procore: usesProcore };
}
