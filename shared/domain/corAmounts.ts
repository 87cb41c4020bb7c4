import type { Cor, CorStatus } from './cor.ts';
import { assertNever } from './failure.ts';

/** The amount of the bucket that the COR's status stands for (confidence med: coded so by a live consumer of the API). */
export function effectiveAmount(cor: Cor): string {
  switch (cor.status) {
    case 'approved_co_issued':
      return cor.approvedCoIssuedAmount;
    case 'approved_to_proceed':
      return cor.approvedToProceedAmount;
    case 'in_review':
    case 'draft':
      return cor.inReviewAmount;
    case 'placeholder':
      return cor.requestedAmount;
    case 'rejected':
      return cor.voidAmount;
    default:
      return assertNever(cor.status);
  }
}

/** The words that people see for a status; `rejected` is called Void in Clearstory's own screens. */
export const corStatusWords: Readonly<Record<CorStatus, string>> = {
  draft: 'Draft',
  in_review: 'In Review',
  approved_to_proceed: 'Approved to Proceed',
  approved_co_issued: 'Approved CO Issued',
  rejected: 'Void',
  placeholder: 'Placeholder',
};
