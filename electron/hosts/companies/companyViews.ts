import { type CompanyView, type EnteredSage, enteredSageSchema } from '#shared/contract/companies.ts';
import { type HomeStatus, homeStatusSchema } from '#shared/contract/home.ts';
import { lockAt } from '#shared/domain/settingLocks.ts';
import { trustOf } from '#shared/domain/trustedServers.ts';
import type { HostSecrets } from '../secretStore.ts';
import type { Companies } from './companies.ts';
import type { KnownCompany } from './knownCompanies.ts';

/** Every company as the switcher and the settings show it, in their order. */
export function companyViews(companies: Companies, secrets: HostSecrets): Promise<readonly CompanyView[]> {
  return Promise.all(companies.known().map((company) => viewOf(company, companies, secrets)));
}

async function viewOf(company: KnownCompany, companies: Companies, secrets: HostSecrets): Promise<CompanyView> {
  const { id, name, origin, config, plainSecrets } = company;
  const place = companies.placeOf(id);
  const reply = place.state === 'open' ? await place.composed.engine.request('home.status', {}) : null;
  const status = reply?.ok === true ? homeStatusSchema.parse(reply.value) : null;
  return {
    id,
    name,
    kind: kindOf(company),
    place: placeWords(company),
    origin,
    state: place.state,
    failure: place.state === 'failed' ? place.failure : null,
    status: status === null ? null : { tone: status.tone, sentence: status.sentence },
    needsSomebody: place.state === 'failed' || (status !== null && needsSomebody(status)),
    entered: origin === 'file' || origin === 'policy' ? null : enteredOf(config.sage),
    locks: company.bookLocks,
    passwordStored: secrets.of(id, plainSecrets).has('sage.password'),
    trust: trustIn(company, companies),
  };
}

/** Where writing has stopped by itself, nothing waits in a list, and yet only a person can do something about it. */
function needsSomebody({ tone, hindered }: HomeStatus): boolean {
  return tone === 'needsYou' || tone === 'noContact' || hindered !== null;
}

/** The decision that holds for the company's server: somebody's on screen, or the file's own. */
function trustIn(company: KnownCompany, companies: Companies): CompanyView['trust'] {
  const { origin, bookLocks } = company;
  const { sage } = company.config;
  if (sage?.kind !== 'odbc' || !('server' in sage.connection) || !sage.connection.trustServerCertificate) return null;
  if (lockAt(bookLocks, 'sage.connection.trustServerCertificate') !== null)
    return { by: 'your organisation', at: null };
  if (origin === 'file') return { by: 'the configuration file', at: null };
  const decided = trustOf(companies.kept().trustedServers, sage.connection.server);
  return decided === null ? null : { by: decided.by, at: decided.at };
}

function kindOf({ config }: KnownCompany): CompanyView['kind'] {
  return config.sage?.kind === 'odbc' && config.sage.dialect === 'mssql' ? 'live' : 'sample';
}

function placeWords({ config }: KnownCompany): string {
  const { sage } = config;
  if (sage === undefined || sage.kind === 'sample') return 'Sample company on this computer';
  const { connection } = sage;
  if ('server' in connection) return `${connection.database} on ${connection.server}`;
  return 'database' in connection ? 'A file over ODBC' : `As ${connection.fromEnvironment} says`;
}

/** What the form of the screens can show and change; null for what only a file can say. */
function enteredOf(sage: KnownCompany['config']['sage']): EnteredSage | null {
  const { companionDatabase: _, ...entered } = { companionDatabase: '', ...(sage ?? { kind: 'sample' }) };
  const parsed = enteredSageSchema.safeParse(entered);
  return parsed.success ? parsed.data : null;
}
