import type { EnteredCompany } from '#shared/contract/companies.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { keepingAt, lockReason, valueAt } from '#shared/domain/settingLocks.ts';
import type { CompanyEntry } from '../config.ts';
import type { PolicyValues } from '../policy/policy.ts';

/** What the policy sets of a company's name and connection: asked otherwise it is refused, and what was entered before stays kept. */

/** Null, or why what is asked is not what the policy sets. */
export function againstPolicy({ name, sage }: EnteredCompany, set: PolicyValues): Failure | null {
  if (sage.kind === 'sample') return null;
  const asked = { company: { name }, sage };
  for (const [key, value] of set) {
    const wanted = valueAt(asked, key);
    if (key === 'sage.companionDatabase' || wanted === (value ?? undefined)) continue;
    const reason = lockReason({ key, path: key, by: 'organisation' });
    const sentence = `${reason} It is ${value === null ? 'left out' : JSON.stringify(value)} there.`;
    return { next: 'needsPerson', code: 'company.locked', sentence };
  }
  return null;
}

/** The entry to keep: what the policy sets is not written over what somebody entered. */
export function withoutPolicyValues(entry: CompanyEntry, before: CompanyEntry, set: PolicyValues): CompanyEntry {
  const paths = [...set.keys()].map((key) => key.replace(/^company\./, ''));
  return keepingAt(entry, before, paths);
}
