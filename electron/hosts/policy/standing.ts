import { createHash } from 'node:crypto';
import type { AttentionFacts } from '#shared/domain/attention.ts';
import type { SettingLock } from '#shared/domain/settingLocks.ts';
import type { Check } from '../../engine/diagnostics/check.ts';
import type { PolicyProblem } from './policy.ts';

/** What the organisation's policy comes to on this computer. */
export type PolicyStanding = {
  /** Where it is read, in words. */
  readonly source: string;
  /** How many single settings it sets. */
  readonly count: number;
  /** What no screen may change of the installation as a whole, by the policy or the configuration file. */
  readonly locks: readonly SettingLock[];
  /** What of it does not hold, and the way out. */
  readonly problems: readonly NoticedProblem[];
};

/** `since`: when this process first read it, an instant (ISO UTC). */
export type NoticedProblem = PolicyProblem & { readonly since: string };

/** Each problem once, with when it was first noticed: those that stood there before keep their time. */
export function noticed(
  problems: readonly PolicyProblem[],
  before: readonly NoticedProblem[],
  now: string,
): readonly NoticedProblem[] {
  const known = new Map(before.map(({ sentence, since }) => [sentence, since]));
  const single = new Map(problems.map((problem) => [problem.sentence, problem]));
  return [...single.values()].map((problem) => ({ ...problem, since: known.get(problem.sentence) ?? now }));
}

/** Each problem as something that needs a person; another wrong value is another matter. */
export function policyMatters({ problems }: Pick<PolicyStanding, 'problems'>): AttentionFacts['installation'] {
  return problems.map(({ sentence, remedy, since }) => ({
    id: `policy:${createHash('sha256').update(sentence).digest('hex').slice(0, 12)}`,
    sentence: `${sentence} ${remedy}`,
    since,
  }));
}

/** The self-check of the policy: wrong values are named, one after the other. */
export function policyCheck({ source, count, problems }: PolicyStanding): Check {
  const [first] = problems;
  const sets = count === 1 ? 'one setting' : `${count} settings`;
  const sentence = count === 0 ? 'No policy sets anything on this computer.' : `The policy in ${source} sets ${sets}.`;
  if (first === undefined) {
    return { id: 'policy', title: 'The organisation’s policy', result: 'ok', sentence, remedy: '' };
  }
  return {
    id: 'policy',
    title: 'The organisation’s policy',
    result: 'fail',
    sentence: problems.map((problem) => problem.sentence).join(' '),
    remedy: [...new Set(problems.map(({ remedy }) => remedy))].join(' '),
  };
}
