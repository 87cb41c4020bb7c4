import type { Failure } from '#shared/domain/failure.ts';
import type { Books } from '#shared/domain/sage/catalog.ts';
import type { EnginePorts } from '../engineTypes.ts';
import type { Store } from '../ports/store.ts';

type Known = Pick<EnginePorts, 'store' | 'companyName' | 'companyOn'>;

/** Why the database that was last looked at is not to be read or written as this company; null: it is this company's, and only its. */
export function theseBooks(known: Known): Failure | null {
  const books = known.store.inspection.read()?.books ?? null;
  return books === null ? null : (sameBooks(known, books) ?? otherDatabase(known, books));
}

/**
 * Two companies of one installation on the same database would take each other's change orders for changes made in Sage, whatever names
 * their servers are reached by. Null when this one is there alone, or was there first.
 */
function sameBooks({ companyName, companyOn }: Known, books: Books): Failure | null {
  const other = companyOn?.(books) ?? null;
  if (other === null) return null;
  const where = books.server === '' ? books.database : `database ${books.database} on ${books.server}`;
  return {
    next: 'needsPerson',
    code: 'company.sameBooks',
    sentence: `${companyName} is the same database as ${other}, reached by another name: both are ${where}. ${companyName} is neither read nor written.`,
    remedy: 'Correct the connection of one of them under Settings, Companies, or remove one.',
  };
}

const noteName = 'database';

/**
 * SQL Server gives each database a number that goes with it wherever it is restored. Another one under the old name is no longer what
 * change orders were approved for. Null and remembered when it is the same or nothing waits.
 */
function otherDatabase({ store, companyName }: Known, { database, guid }: Books): Failure | null {
  if (guid === '') return null;
  const before = store.notes.read(noteName);
  const waiting = waitingWords(store);
  if (before === null || before === guid || waiting === null) {
    if (before !== guid) store.notes.write(noteName, guid);
    return null;
  }
  return {
    next: 'needsPerson',
    code: 'company.otherDatabase',
    sentence: `${waiting.what} ${waiting.wait} for ${companyName}, but the database ${database} is another one now than when they were approved: somebody put another company or a new copy in its place. It is neither read nor written.`,
    remedy:
      'Ask the Sage administrator to put the former database back. If the new one is right, take back or drop what waits on the Queue screen; Plumbline then goes on with it.',
  };
}

/** What was approved and is not done, as subject and verb of a sentence; null: nothing. */
export function waitingWords({
  transfers,
}: Pick<Store, 'transfers'>): { readonly what: string; readonly wait: string } | null {
  const waiting = transfers.open().filter(({ state }) => state.name !== 'draft').length;
  if (waiting === 0) return null;
  return waiting === 1
    ? { what: 'One change order', wait: 'waits' }
    : { what: `${waiting} change orders`, wait: 'wait' };
}
