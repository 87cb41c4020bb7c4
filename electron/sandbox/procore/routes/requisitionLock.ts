import type { Fields, ProjectCall } from '../api/call.ts';
import { isImmutable, onlyBookkeeping } from '../contracts.ts';
import { closedText, syncedText } from '../invoices.ts';
import type { Memory } from '../memory.ts';
import type { Requisition } from '../records/tables.ts';

export const ofProject = (call: ProjectCall) => call.memory.where('requisitions', 'project_id', call.project.id);
export const invoiceOf = (call: ProjectCall) => ofProject(call).find(({ id }) => id === call.part('id'));

export const isClosed = (memory: Memory, periodId: string | null | undefined) =>
  memory.get('billingPeriods', periodId)?.status === 'closed';

/** An origin id makes an invoice immutable; a closed billing period keeps what its invoices say. */
export function invoiceLock(memory: Memory, invoice: Requisition, change: Fields, call: ProjectCall): string | null {
  if (isImmutable(call, invoice, change)) return syncedText;
  return !onlyBookkeeping(change) && isClosed(memory, invoice.period_id) ? closedText : null;
}
