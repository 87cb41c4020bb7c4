import type { Cor } from './cor.ts';
import type { MappingDefaults } from './mapping.ts';

/** The Sage status proposed for a COR: the mapping's own table, refined by the COR's stage. Empty = not to be pushed. */
export function proposedStatus(cor: Cor, defaults: MappingDefaults): string {
  if (cor.status === 'rejected') return cor.stage === 'rejected' ? '6' : (defaults.statusMap.rejected ?? '5');
  if (cor.stage === 'in_dispute' || cor.stage === 'claim') return '4';
  return defaults.statusMap[cor.status] ?? '';
}

/** When the customer approved the COR, as an instant: the CO's issue, else the go-ahead. Null when not approved, or not dated. */
export function decisionInstant(cor: Cor): string | null {
  if (cor.status === 'approved_co_issued') return cor.coIssueDate || cor.approvedToProceedDate || null;
  if (cor.status === 'approved_to_proceed') return cor.approvedToProceedDate || null;
  return null;
}
