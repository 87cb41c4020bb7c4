import type { Context } from '../../../context.ts';
import type { SageRecords } from '../../../ports/sageCompany.ts';
import { mostPartners, type PartnerSearch } from '../../kindModule.ts';

/** The vendors or jobs of Sage that a search finds, and the likely one wherever it stands. */
export function sagePartners<K extends 'vendor' | 'job'>(
  { store: { sage } }: Context,
  kind: K,
  { search, first }: PartnerSearch,
): readonly SageRecords[K][] {
  const found = sage.search(kind, { search, limit: mostPartners });
  const likely = first === null ? null : sage.get(kind, first);
  return likely === null || found.some(({ number }) => number === likely.number) ? found : [...found, likely];
}

/** The same of records of Procore: those whose words have every word of the search. */
export function procorePartners<T extends { readonly id: string }>(
  all: readonly T[],
  wordsOf: (record: T) => string,
  { search, first }: PartnerSearch,
): readonly T[] {
  const words = search.toLowerCase().split(/\s+/);
  const found = all.filter((record) => {
    const text = wordsOf(record).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return found.filter(({ id }, place) => place < mostPartners || `p:${id}` === first);
}
