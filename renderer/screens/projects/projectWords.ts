import type { MappingDefaults } from '#shared/domain/mapping.ts';
import { sageStatusChoices } from '../../components/mappingDefaults/defaultsWords.ts';

/** Where numbers come from in two words, for a column. */
export const shortNumberingWords: Readonly<Record<MappingDefaults['numbering'], string>> = {
  next: 'Next in Sage',
  customerCoNumber: 'CO number',
  corNumber: 'COR number',
};

export function sageStatusWords(status: string): string {
  return sageStatusChoices.find(([value]) => value === status)?.[1] ?? status;
}

/** A number with its name where there is one; `none` for the empty number. */
export function namedNumber(
  number: string,
  list: readonly { readonly number: string; readonly name: string }[],
  none: string,
): string {
  if (number === '' || number === '0') return none;
  const name = list.find((each) => each.number === number)?.name;
  return name === undefined || name === '' ? number : `${number} – ${name}`;
}
