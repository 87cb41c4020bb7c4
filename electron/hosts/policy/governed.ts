import { companyIdOf } from '#shared/domain/company.ts';
import { type SettingLock, valueAt, withValueAt } from '#shared/domain/settingLocks.ts';
import type { KnownCompany } from '../companies/knownCompanies.ts';
import { type Config, companyEntrySchema, configSchema } from '../config.ts';
import { setValues } from '../configuredSettings.ts';
import { settingKey, settingKeys } from '../settingKeys.ts';
import { type Policy, type PolicyProblem, type PolicyValues, policyFor } from './policy.ts';

/** What the policy sets stands above the configuration file, which stands above what was set on screen. */

export type GovernedConfig = {
  readonly config: Config;
  /** What no screen may change of the installation as a whole. */
  readonly locks: readonly SettingLock[];
  readonly problems: readonly PolicyProblem[];
};

/** The configuration with what the policy sets for the installation as a whole. */
export function governedConfig(file: Config, policy: Policy): GovernedConfig {
  const keys = settingKeys.filter(({ scope }) => scope === 'installation').map(({ key }) => key);
  const problems: PolicyProblem[] = [];
  const locks: SettingLock[] = [];
  let config = file;
  for (const key of keys) {
    const value = policy.all.get(key);
    const next = value === undefined ? null : configSchema.safeParse(withValueAt(config, key, value));
    if (next?.success === true) {
      config = next.data;
      locks.push({ key, path: key, by: 'organisation' });
    } else {
      if (next !== null) problems.push(doesNotFit(policy, key));
      if (valueAt(file, key) !== undefined) locks.push({ key, path: key, by: 'file' });
    }
  }
  return { config, locks, problems };
}

export type Governed = { readonly companies: readonly KnownCompany[]; readonly problems: readonly PolicyProblem[] };

/** The companies with what the policy sets for each; and those that the policy alone names, with server and database. */
export function governedCompanies(known: readonly KnownCompany[], policy: Policy): Governed {
  const missing = [...policy.companies.keys()].filter((id) => known.every((one) => one.id !== id));
  const made = missing.flatMap((id) => companyOf(id, policyFor(policy, id)) ?? []);
  // The sample company stands in while nothing names a company.
  const kept = made.length === 0 ? known : known.filter(({ origin }) => origin !== 'sample');
  const companies = [...kept, ...made].map((company) => governed(company, policyFor(policy, company.id)));
  const unknown = missing.filter((id) => made.every((one) => one.id !== id));
  const notBooks = kept.flatMap((company) => booksElsewhere(company, policy));
  return { companies, problems: [...unknown.map((id) => unknownCompany(policy, id)), ...notBooks] };
}

function governed(company: KnownCompany, values: PolicyValues): KnownCompany {
  const set = setValues('organisation', (key) => values.get(key));
  const under = company.values.filter(({ path }) => !set.some((one) => one.path === path));
  const books = isOnSqlServer(company) ? [...bookValues(values)] : [];
  const config = books.reduce(
    (all, [key, value]) => withValueAt(all, key, value === null ? undefined : value),
    company.config,
  );
  return {
    ...company,
    config,
    name: config.company.name,
    values: [...under, ...set],
    bookLocks: books.map(([key]) => ({ key, path: key, by: 'organisation' as const })),
  };
}

/** What of a policy is about a company's name and connection; null for a part that is to be absent. */
export function bookValues(values: PolicyValues): PolicyValues {
  return new Map([...values].filter(([key]) => settingKey(key)?.scope === 'books'));
}

function isOnSqlServer({ config: { sage } }: KnownCompany): boolean {
  return sage?.kind === 'odbc' && sage.dialect === 'mssql' && 'server' in sage.connection;
}

/** A company that stands in the policy alone. Null when the policy does not say where its books are. */
function companyOf(id: string, values: PolicyValues): KnownCompany | null {
  const [server, database] = [values.get('sage.connection.server'), values.get('sage.connection.database')];
  const entry = companyEntrySchema.safeParse({
    id,
    name: values.get('company.name') ?? id,
    sage: { kind: 'odbc', dialect: 'mssql', connection: { server, database } },
  });
  if (!entry.success) return null;
  const { name, sage } = entry.data;
  const company = { id: companyIdOf(id), name };
  return { ...company, origin: 'policy', config: { company, sage }, plainSecrets: false, values: [], bookLocks: [] };
}

function booksElsewhere(company: KnownCompany, policy: Policy): readonly PolicyProblem[] {
  const values = policy.companies.get(company.id) ?? new Map();
  const keys = [...bookValues(values).keys()];
  if (isOnSqlServer(company) || keys.length === 0) return [];
  return [
    {
      sentence: `The policy in ${policy.source} sets ${keys.join(', ')} for ${company.name}, which is not connected to SQL Server by server and database, so that this does not hold.`,
      remedy: 'Take it out of the policy, or connect the company by server and database.',
    },
  ];
}

function unknownCompany({ source }: Policy, id: string): PolicyProblem {
  return {
    sentence: `The policy in ${source} is for company ${id} among others, which is not on this computer.`,
    remedy:
      'Check the short name; or set sage.connection.server and sage.connection.database for it as well, which connects it here.',
  };
}

function doesNotFit({ source }: Policy, key: string): PolicyProblem {
  return {
    sentence: `The policy in ${source} sets ${key}, which does not go together with the rest of the configuration, so that it does not hold.`,
    remedy: 'Correct it in the policy. Everything else of the policy holds.',
  };
}
