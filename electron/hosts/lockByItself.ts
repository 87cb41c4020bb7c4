import type { CompanyId } from '#shared/domain/company.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { Store } from '../engine/ports/store.ts';
import type { Runtime } from './composition.ts';
import { booksByItself } from './keptBooks.ts';
import type { MachineLock } from './machine/machineLock.ts';

/**
 * The lock by what the database said of itself when it was last looked at: another Plumbline of this computer may call its server by another
 * name. Null: it has not been looked at yet, or another company of this Plumbline is on it, which is said where it is read.
 */
export async function lockByItself(
  { books, lockBooks }: Pick<Runtime, 'books' | 'lockBooks'>,
  store: Store,
  company: CompanyId,
  companyName: string,
): Promise<Result<MachineLock | null>> {
  const known = store.inspection.read()?.books ?? null;
  if (known === null || books.found(company, known) !== null) return succeed(null);
  return lockBooks(booksByItself(known), companyName);
}
