import { companyIdSchema } from '#shared/domain/company.ts';
import { type SettingKey, settingKey } from '../settingKeys.ts';
import { policyValue, type RawValue } from './policyValue.ts';

/** What the organisation sets for this computer, by key; and what of it cannot hold, in words. */
export type Policy = {
  /** Where it was read, e.g. `the registry (HKLM\SOFTWARE\Policies\Plumbline)`. */
  readonly source: string;
  /** For the installation, and for every company. */
  readonly all: PolicyValues;
  /** For single companies, by their short names. */
  readonly companies: ReadonlyMap<string, PolicyValues>;
  readonly problems: readonly PolicyProblem[];
};
export type PolicyValues = ReadonlyMap<string, unknown>;
export type PolicyProblem = { readonly sentence: string; readonly remedy: string };

/** One value as it was found: `schedule.pushMinutes`, or `Companies/acme/schedule.pushMinutes`. */
export type PolicyEntry = { readonly path: string; readonly value: RawValue };

/** The part of the registry key with what is for single companies. */
export const companyPlace = 'Companies';

export const noPolicy: Policy = { source: 'no policy', all: new Map(), companies: new Map(), problems: [] };

/** Checks every entry by itself: what is wrong is named, and everything else holds. */
export function policyOf(entries: readonly PolicyEntry[], source: string): Policy {
  const all = new Map<string, unknown>();
  const companies = new Map<string, Map<string, unknown>>();
  const problems: PolicyProblem[] = [];
  const put = (company: string | null, key: string, value: unknown) => {
    if (company === null) all.set(key, value);
    else companies.set(company, (companies.get(company) ?? new Map()).set(key, value));
  };
  for (const { path, value } of entries) {
    const { company, key } = addressed(path);
    const read = readEntry(company, key, value);
    if ('problem' in read) {
      const where = company === null ? '' : ` for company ${company}`;
      const sentence = `The policy in ${source} does not hold in one point${where}: ${read.problem}`;
      const held = isWritingMode(company, key);
      const also = held ? 'Until then nothing is written into Sage. ' : '';
      problems.push({ sentence, remedy: `${read.remedy} ${also}Everything else of the policy holds.` });
      if (held) put(company, 'writing.mode', 'readOnly');
    } else put(company, key, read.value);
  }
  for (const values of [all, ...companies.values()]) {
    const half = halfAddress(values);
    if (half === null) continue;
    for (const key of ['procore.loginBase', 'procore.apiBase']) values.delete(key);
    const remedy = 'Correct it in the policy. Everything else of the policy holds.';
    problems.push({ sentence: `The policy in ${source} does not hold in one point: ${half}`, remedy });
  }
  return { source, all, companies, problems };
}

/** Whoever says how change orders get into Sage, and is not understood, may have wanted to forbid it. */
function isWritingMode(company: string | null, key: string): boolean {
  return settingKey(key)?.key === 'writing.mode' && (company === null || companyIdSchema.safeParse(company).success);
}

/** What holds for one company: what is set for it, then what is set for all. */
export function policyFor({ all, companies }: Policy, company: string): PolicyValues {
  return new Map([...all, ...(companies.get(company) ?? [])]);
}

/** Registry keys and values do not tell upper from lower case, short names of companies are lower case. */
function addressed(path: string): { readonly company: string | null; readonly key: string } {
  const [, company, key] = /^companies[\\/]([^\\/]+)[\\/](.+)$/i.exec(path) ?? [];
  return company === undefined || key === undefined
    ? { company: null, key: path }
    : { company: company.toLowerCase(), key };
}

type Read = { readonly value: unknown } | { readonly problem: string; readonly remedy: string };

const correct = 'Correct it in the policy.';

function readEntry(company: string | null, key: string, raw: RawValue): Read {
  if (company !== null && !companyIdSchema.safeParse(company).success) {
    const problem = `“${company}” is not the short name of a company: lower-case letters, digits and hyphens, at most 40.`;
    return { problem, remedy: correct };
  }
  const known = settingKey(key);
  if (known === null) return unknownKey(key);
  const misplaced = misplacedWords(known, company);
  if (misplaced !== null) return { problem: misplaced, remedy: correct };
  if (isGarbled(raw)) {
    return {
      problem: `${key} holds letters that could not be read from the registry.`,
      remedy: 'Enter it again in the policy, without letters that the computers’ language does not have.',
    };
  }
  const value = policyValue(known, raw);
  if (value.ok) return { value: value.value };
  return { problem: `${value.failure.sentence}.`, remedy: correct };
}

/** Every user of the domain can read policies: what looks like a secret is refused, and its value is never repeated. */
const secretLike = /pass(word|wd|phrase)?$|password|pwd|secret|token|api-?key|key-?id|client-?id|credential/i;

function unknownKey(key: string): Read {
  if (secretLike.test(key)) {
    return {
      problem: `${key} looks like a secret, and every user of the domain can read a policy.`,
      remedy:
        'Take it out of the policy and change that secret; enter it under Settings, or once with an enrolment file.',
    };
  }
  return { problem: `${key} is not a setting of this version.`, remedy: 'Check its spelling in the list of keys.' };
}

/** What two companies cannot share. */
export const ofOneCompany = ['company.name', 'sage.connection.database'];

function misplacedWords({ key, scope }: SettingKey, company: string | null): string | null {
  if (company !== null && scope === 'installation') return `${key} is for the whole computer, not for one company.`;
  if (company === null && ofOneCompany.includes(key)) return `${key} is of one company; it has to name which.`;
  return null;
}

function isGarbled(raw: RawValue): boolean {
  return JSON.stringify(raw).includes('\uFFFD');
}

/** Addresses of Procore come in pairs, and in place of one of its environments. */
function halfAddress(values: PolicyValues): string | null {
  const [login, api] = [values.has('procore.loginBase'), values.has('procore.apiBase')];
  if (login !== api) return 'procore.loginBase and procore.apiBase belong together, and only one of them is set.';
  return login && values.has('procore.environment')
    ? 'procore.environment and procore.loginBase exclude each other; the environment holds.'
    : null;
}
