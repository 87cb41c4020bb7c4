import type { Readable } from 'node:stream';
import type { Config } from './config.ts';
import type { Environment } from './secretNames.ts';

/** What both ways of starting the Sage worker share. */

/**
 * What the worker may see of the environment: what ODBC and its drivers go by (their files, Kerberos, locale), none of Plumbline's own
 * variables, which hold secrets, and none of the variables that hold connection strings.
 */
export function workerEnvironment(environment: Environment, { sage, companies = [] }: Config): Environment {
  const named = [sage, ...companies.map((company) => company.sage)].flatMap((one) =>
    one?.kind === 'odbc' && 'fromEnvironment' in one.connection ? [one.connection.fromEnvironment] : [],
  );
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('PLUMBLINE_') && !named.includes(name)),
  );
}

/** Enough for the words of a failed start or of a crash. */
const longestBeginning = 600;

/** Keeps the beginning of what comes, on one line. */
export function beginningOf(stream: Readable | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    if (text.length < longestBeginning) text += chunk.toString();
  });
  return () => text.replace(/\s+/g, ' ').trim().slice(0, longestBeginning);
}
