import type { CorStatus } from '#shared/domain/cor.ts';
import type { MappingDefaults } from '#shared/domain/mapping.ts';
import { changeOrderStatuses } from '#shared/domain/sage/enumerations.ts';

export const numberingWords: Readonly<Record<MappingDefaults['numbering'], string>> = {
  next: 'Next number in Sage',
  customerCoNumber: 'The customer’s CO number',
  corNumber: 'The number of the COR',
};

/** In the order of a COR's life. */
export const corStatusWords: readonly (readonly [CorStatus, string])[] = [
  ['draft', 'Draft'],
  ['placeholder', 'Placeholder'],
  ['in_review', 'In review'],
  ['approved_to_proceed', 'Approved to proceed'],
  ['approved_co_issued', 'Approved, CO issued'],
  ['rejected', 'Void'],
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
