import { resolve } from 'node:path';
import type { Failure } from '#shared/domain/failure.ts';
import type { Books } from '#shared/domain/sage/catalog.ts';
import { serverKey } from '#shared/domain/sageConnection.ts';
import type { Store } from '../engine/ports/store.ts';
import { waitingWords } from '../engine/writing/theseBooks.ts';
import { attributeOf, parseOdbcString } from '../sage/connection/odbcString.ts';
import type { SageSide } from './sageSide.ts';

const noteName = 'books';

/** Which books a company really has, in words, however the connection is stated; with the database that holds the proofs. */
export function booksInWords(books: SageSide['books']): string {
  if ('file' in books) return 'the sample company';
  const { connectionString, database } = books.odbc;
  const parsed = parseOdbcString(connectionString);
  const named = (...keywords: readonly string[]) =>
    keywords
      .map((keyword) => (parsed.ok ? attributeOf(parsed.value, keyword) : null))
      .find((value) => value !== null) ?? '';
  if (database.dialect === 'sqlite') return named('Database');
  const server = named('Server', 'Servername', 'DSN');
  return `${server}, database ${named('Database')}, proofs in ${database.companionDatabase}`;
}

/**
 * What names the books to every Plumbline of this computer, whoever set it up and however it spells the server's capitals. A server that
 * has two names is found out later, by what it says of itself (`booksByItself`).
 */
export function booksOnMachine(books: SageSide['books']): string {
  if ('file' in books) return `file ${books.file}`;
  const { connectionString, database } = books.odbc;
  const parsed = parseOdbcString(connectionString);
  const named = (...keywords: readonly string[]) =>
    keywords.map((keyword) => (parsed.ok ? attributeOf(parsed.value, keyword) : null)).find((value) => value !== null);
  const name = named('Database') ?? '';
  if (database.dialect === 'sqlite') return `file ${resolve(name)}`;
  return JSON.stringify([serverKey(named('Server', 'Servername', 'DSN') ?? ''), name.toLowerCase()]);
}

/** The same by what the database says of itself, whatever its server is called. */
export function booksByItself({ server, database, guid }: Books): string {
  return JSON.stringify(['itself', server, database, guid]);
}

/**
 * Approved change orders are for the books that they were approved for, and their proofs are nowhere else: elsewhere a change order that
 * was written already would look as if it was not. Null and remembered when these are the same books or nothing waits; else why the
 * company is not opened.
 */
export function keepBooks(store: Pick<Store, 'notes' | 'transfers'>, company: string, books: string): Failure | null {
  const before = store.notes.read(noteName);
  const waiting = waitingWords(store);
  if (before === null || before.toLowerCase() === books.toLowerCase() || waiting === null) {
    store.notes.write(noteName, books);
    return null;
  }
  const { what, wait } = waiting;
  return {
    next: 'needsPerson',
    code: 'company.otherBooks',
    sentence: `${what} of ${company} ${wait} for ${before}, but it is connected to ${books} now, so that it was not opened.`,
    remedy:
      'Connect it to the former books again and let them be written, or take them back or drop them on the Queue screen; then change the connection.',
  };
}
