import { homeStatusSchema } from '#shared/contract/home.ts';
import { type CheckResult, settingsChannels } from '#shared/contract/settings.ts';
import type { KnownName } from '#shared/domain/support/scrub.ts';
import type { Companies } from '../companies/companies.ts';
import type { KnownCompany } from '../companies/knownCompanies.ts';
import { personHere } from '../person.ts';
import { companyReport } from './companyReport.ts';
import { companyFacts } from './configuration.ts';
import { namesOf } from './names.ts';

export type CompanyPart = {
  readonly id: string;
  readonly names: readonly KnownName[];
  readonly facts: object;
  readonly report: object;
  readonly checks: readonly CheckResult[];
};

/** What a package says of one company, as it is; a company that could not be opened says why. */
export async function companyPart(companies: Companies, company: KnownCompany): Promise<CompanyPart> {
  const { id } = company;
  const place = companies.placeOf(id);
  const persons = [companies.surroundings.person, personHere()];
  if (place.state !== 'open') {
    const report = place.state === 'failed' ? { notOpened: place.failure } : { notOpened: place.state };
    return { id, names: namesOf(company, null, persons), facts: companyFacts(company, null), report, checks: [] };
  }
  const { engine, store } = place.composed;
  const checked = await engine.request('diagnostics.run', {});
  const status = await engine.request('home.status', {});
  return {
    id,
    names: namesOf(company, store, persons),
    facts: companyFacts(company, store.settings.read()),
    report: companyReport(store, status.ok ? homeStatusSchema.parse(status.value) : null),
    checks: checked.ok ? settingsChannels['diagnostics.run'].response.parse(checked.value).checks : [],
  };
}

export function checksText({ id, checks, report }: CompanyPart): string {
  if (checks.length === 0) return `${id}\n  The checks could not be run. ${JSON.stringify(report)}\n`;
  const lines = checks.map(({ number, title, result, sentence, remedy, ms }) => {
    const time = ms === undefined ? '' : ` (${ms} ms)`;
    return `  ${String(number).padStart(2)} ${result.padEnd(8)} ${title}${time}: ${sentence}${remedy === '' ? '' : ` ${remedy}`}`;
  });
  return `${[id, ...lines].join('\n')}\n`;
}
