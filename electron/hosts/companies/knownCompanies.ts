import { type CompanyId, companyIdOf } from '#shared/domain/company.ts';
import type { TrustedServer } from '#shared/domain/sageConnection.ts';
import type { SettingLock } from '#shared/domain/settingLocks.ts';
import { trustOf } from '#shared/domain/trustedServers.ts';
import { booksOf, type CompanyConfig, type CompanyEntry, type Config } from '../config.ts';
import { type SetValue, valuesInFile } from '../configuredSettings.ts';
import type { KeptCompanies } from './companiesFile.ts';

/** One company of this installation, opened or not. */
export type KnownCompany = {
  readonly id: CompanyId;
  readonly name: string;
  /** `file`, `policy`: set there, and cannot be changed on screen. `sample`: there because nothing else is. */
  readonly origin: 'file' | 'policy' | 'screen' | 'sample';
  readonly config: CompanyConfig;
  /** Secrets without a company's name are its own: it is the only one that its configuration names. */
  readonly plainSecrets: boolean;
  /** The settings that stand above what is set on screen. */
  readonly values: readonly SetValue[];
  /** What of name and connection no screen may change. */
  readonly bookLocks: readonly SettingLock[];
};

export const sampleCompanyName = 'Cascade Ridge Builders';

/**
 * All companies in the order in which they are shown: those of the configuration file, then those entered on screen. While nothing
 * names any, the embedded sample company.
 */
export function knownCompanies(config: Config, kept: KeptCompanies): readonly KnownCompany[] {
  const { companies, company, sage, secretsFile: _file, network: _network, updates: _updates, ...shared } = config;
  const { person } = shared;
  const entered = (common: Partial<CompanyConfig>) =>
    (kept.companies ?? []).map((one) => {
      const entry = trusting(one, kept.trustedServers);
      return known('screen', entry, { ...common, ...partsOf(entry), person });
    });
  if (companies !== undefined) {
    const listed = companies.map((entry) => known('file', entry, { ...partsOf(entry), person }));
    return firstOfEach([...listed, ...entered({})]);
  }
  if (company !== undefined || sage !== undefined || shared.clearstory !== undefined) {
    const ownCloud = shared.clearstory !== undefined && 'baseUrl' in shared.clearstory;
    // The practice Clearstory and a real one never share what is remembered.
    const id = company?.id ?? companyIdOf(ownCloud ? 'sample-own-cloud' : 'sample');
    const name = company?.name ?? sampleCompanyName;
    const named = { ...known('file', { id, name }, { ...shared, sage }), plainSecrets: true };
    return firstOfEach([named, ...entered({})]);
  }
  // What a file without a company sets, it sets for every company that has no file of its own.
  if (kept.companies !== null) return entered(shared);
  return [{ ...known('sample', sampleEntry, { ...shared, sage: sampleEntry.sage }), plainSecrets: true }];
}

/** Names the books of a company; two of the same books must not be open at once. */
export function booksOfCompany({ config }: KnownCompany): string {
  return booksOf(config.sage ?? sampleEntry.sage);
}

/** The sample company as it would be entered. */
export const sampleEntry = {
  id: companyIdOf('sample'),
  name: sampleCompanyName,
  sage: { kind: 'sample' },
} as const satisfies CompanyEntry;

/** The entry with the decision about its server: kept by server, and not with the company. */
function trusting(entry: CompanyEntry, trusted: readonly TrustedServer[]): CompanyEntry {
  const { sage } = entry;
  if (sage.kind !== 'odbc' || sage.dialect !== 'mssql' || !('server' in sage.connection)) return entry;
  const trustServerCertificate = trustOf(trusted, sage.connection.server) !== null;
  return { ...entry, sage: { ...sage, connection: { ...sage.connection, trustServerCertificate } } };
}

/** What the configuration file says of a company takes the place of what was entered under the same short name. */
function firstOfEach(companies: readonly KnownCompany[]): readonly KnownCompany[] {
  return companies.filter(({ id }, index) => companies.findIndex((one) => one.id === id) === index);
}

function known(
  origin: KnownCompany['origin'],
  { id, name }: Pick<CompanyEntry, 'id' | 'name'>,
  parts: Omit<CompanyConfig, 'company'>,
): KnownCompany {
  const config = { ...parts, company: { id, name } };
  return { id, name, origin, config, plainSecrets: false, values: valuesInFile(config), bookLocks: [] };
}

function partsOf({ id: _id, name: _name, ...parts }: CompanyEntry): Omit<CompanyConfig, 'company'> {
  return parts;
}
