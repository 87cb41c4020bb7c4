import type { EnteredCompany } from '#shared/contract/companies.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { type SageConnection, serverKey } from '#shared/domain/sageConnection.ts';
import type { KnownCompany } from './knownCompanies.ts';

/** Whether the connection leads to the server and the login that the company's stored password was entered for. */
export function isSameLogin({ server, user }: SageConnection, { config }: KnownCompany): boolean {
  const before = config.sage?.kind === 'odbc' && 'server' in config.sage.connection ? config.sage.connection : null;
  return before?.user === user && before !== null && serverKey(before.server) === serverKey(server);
}

/** A stored password goes to the server and for the login that it was entered for, and nowhere else. */
export function passwordElsewhere({ name, sage, password }: EnteredCompany, known: KnownCompany): Failure | null {
  if (password !== null || sage.kind === 'sample' || sage.connection.user === undefined) return null;
  if (isSameLogin(sage.connection, known)) return null;
  return {
    next: 'needsPerson',
    code: 'company.password',
    sentence: `The password of ${sage.connection.user} on ${sage.connection.server} is not stored, so that ${name} was not saved.`,
    remedy: 'Enter it together with the new server or login.',
  };
}
