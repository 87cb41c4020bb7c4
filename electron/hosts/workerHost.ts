import type { Readable } from 'node:stream';
import type { Config } from './config.ts';
import type { Environment } from './secretNames.ts';

/** What both ways of starting the Sage worker share. */

/**
 * What the worker may see of the environment: what ODBC and its drivers go by (their files, Kerberos, locale), none of Plumbline's own
 * variables, which hold secrets, and not the variable that holds the connection string.
 */
export function workerEnvironment(environment: Environment, { sage }: Config): Environment {
  const connection = sage?.kind === 'odbc' ? sage.connection : null;
  const named = connection !== null && 'fromEnvironment' in connection ? connection.fromEnvironment : null;
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('PLUMBLINE_') && name !== named),
  );
}

/** Enough for the words of a failed start or of a crash. */
const longestBeginning = 300;

/** Keeps the beginning of what comes, on one line. */
export function beginningOf(stream: Readable | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    if (text.length < longestBeginning) text += chunk.toString();
  });
  return () => text.replace(/\s+/g, ' ').trim().slice(0, longestBeginning);
}
