import type { SettingLock } from '#shared/domain/settingLocks.ts';
import type { Host } from '../../engine/ports/host.ts';
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
  readonly problems: readonly PolicyProblem[];
};

/** The self-check of the policy: wrong values are named, one after the other. */
export function policyCheck({ source, count, problems }: PolicyStanding): Awaited<ReturnType<Host['checks']>>[number] {
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
