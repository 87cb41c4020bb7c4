import type { CorStatus } from '#shared/domain/cor.ts';
import type { MappingDefaults } from '#shared/domain/mapping.ts';
import { changeOrderStatuses } from '#shared/domain/sage/enumerations.ts';

export const numberingWords: Readonly<Record<MappingDefaults['numbering'], string>> = {
  next: 'Next number in Sage',
  customerCoNumber: 'The customer’s CO number',
  corNumber: 'The number of the COR',
};

/** The same in two words, for a column. */
export const shortNumberingWords: Readonly<Record<MappingDefaults['numbering'], string>> = {
  next: 'Next in Sage',
  customerCoNumber: 'CO number',
  corNumber: 'COR number',
};

/** In the order of a COR's life. */
export const corStatusWords: readonly (readonly [CorStatus, string])[] = [
  ['draft', 'Draft'],
  ['placeholder', 'Placeholder'],
  ['in_review', 'In review'],
  ['approved_to_proceed', 'Approved to proceed'],
  ['approved_co_issued', 'Approved, CO issued'],
  ['rejected', 'Rejected'],
];

/** What a COR status becomes in Sage: `1-Approved`, or that it is not pushed. */
export const sageStatusChoices: readonly (readonly [MappingDefaults['statusMap'][CorStatus], string])[] = [
  ['', 'Not pushed'],
  ['1', `1-${changeOrderStatuses['1']}`],
  ['2', `2-${changeOrderStatuses['2']}`],
  ['3', `3-${changeOrderStatuses['3']}`],
  ['4', `4-${changeOrderStatuses['4']}`],
  ['5', `5-${changeOrderStatuses['5']}`],
  ['6', `6-${changeOrderStatuses['6']}`],
];

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
