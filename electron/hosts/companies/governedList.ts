import type { Clock } from '../../engine/ports/runtime.ts';
import type { Config } from '../config.ts';
import { governedCompanies, governedConfig } from '../policy/governed.ts';
import type { Policy } from '../policy/policy.ts';
import { noticed, type PolicyStanding } from '../policy/standing.ts';
import type { PolicyWatch } from '../policy/watchPolicy.ts';
import type { KeptCompanies } from './companiesFile.ts';
import { type KnownCompany, knownCompanies } from './knownCompanies.ts';

export type GovernedList = { readonly companies: readonly KnownCompany[]; readonly standing: PolicyStanding };

/** The companies as configuration file, entries and policy make them now. Settings are read often, so that it is put together once. */
export function governedList(
  config: Config,
  kept: () => KeptCompanies,
  policy: PolicyWatch,
  clock: Pick<Clock, 'now'>,
): () => GovernedList {
  let last: { readonly kept: KeptCompanies; readonly policy: Policy; readonly list: GovernedList } | null = null;
  return () => {
    const from = { kept: kept(), policy: policy.current() };
    if (last === null || last.kept !== from.kept || last.policy !== from.policy) {
      const { companies, standing } = listOf(config, from.kept, from.policy);
      const problems = noticed(standing.problems, last?.list.standing.problems ?? [], clock.now());
      last = { ...from, list: { companies, standing: { ...standing, problems } } };
    }
    return last.list;
  };
}

function listOf(file: Config, kept: KeptCompanies, policy: Policy) {
  const { locks, problems: misfits, config } = governedConfig(file, policy);
  const { companies, problems } = governedCompanies(knownCompanies(config, kept), policy);
  const count = [policy.all, ...policy.companies.values()].reduce((sum, values) => sum + values.size, 0);
  const standing = { source: policy.source, count, locks, problems: [...policy.problems, ...misfits, ...problems] };
  return { companies, standing };
}
