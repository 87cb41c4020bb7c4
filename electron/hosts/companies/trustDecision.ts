import type { EnteredCompany, EnteredSage } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { serverKey, type TrustedServer } from '#shared/domain/sageConnection.ts';
import { trustOf, withDecision } from '#shared/domain/trustedServers.ts';
import type { Companies } from './companies.ts';
import type { HostContext } from './hostRequests.ts';

/** The trusted servers after what was entered: trusting a server's certificate is kept by server, with who and when. */
export function decided(asked: EnteredCompany | null, companies: Companies): readonly TrustedServer[] {
  const { trustedServers } = companies.kept();
  if (asked?.sage.kind !== 'odbc') return trustedServers;
  // What the policy decides nobody here has decided.
  if (companies.bookPolicy(asked.id).has('sage.connection.trustServerCertificate')) return trustedServers;
  const { server, trustServerCertificate: trust } = asked.sage.connection;
  const { person } = companies.surroundings;
  return withDecision(trustedServers, server, { trust, by: person, at: companies.clock.now() });
}

/** What is kept with the company itself. */
export function withoutDecision(sage: Extract<EnteredSage, { kind: 'odbc' }>): typeof sage {
  return { ...sage, connection: { ...sage.connection, trustServerCertificate: false } };
}

/** The other companies that a changed decision about the same server is for: they are to be connected anew. */
export function alsoOnServer({ id, sage }: EnteredCompany, { companies }: HostContext): readonly CompanyId[] {
  if (sage.kind !== 'odbc') return [];
  const { server, trustServerCertificate } = sage.connection;
  if ((trustOf(companies.kept().trustedServers, server) !== null) === trustServerCertificate) return [];
  const isThere = (known: ReturnType<Companies['known']>[number]) =>
    known.id !== id &&
    known.origin === 'screen' &&
    known.config.sage?.kind === 'odbc' &&
    'server' in known.config.sage.connection &&
    serverKey(known.config.sage.connection.server) === serverKey(server);
  return companies
    .known()
    .filter(isThere)
    .map((known) => known.id);
}
