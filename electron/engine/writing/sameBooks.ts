import type { Failure } from '#shared/domain/failure.ts';
import type { EnginePorts } from '../engineTypes.ts';

/**
 * Two companies of one installation on the same database would take each other's change orders for changes made in Sage, whatever names
 * their servers are reached by. Null when this one is there alone, or was there first, by what was last read.
 */
export function sameBooks({
  store,
  companyName,
  companyOn,
}: Pick<EnginePorts, 'store' | 'companyName' | 'companyOn'>): Failure | null {
  const books = store.inspection.read()?.books ?? null;
  const other = books === null ? null : (companyOn?.(books) ?? null);
  if (books === null || other === null) return null;
  const where = books.server === '' ? books.database : `database ${books.database} on ${books.server}`;
  return {
    next: 'needsPerson',
    code: 'company.sameBooks',
    sentence: `${companyName} is the same database as ${other}, reached by another name: both are ${where}. ${companyName} is neither read nor written.`,
    remedy: 'Correct the connection of one of them under Settings, Companies, or remove one.',
  };
}
