import type { Call, Fields } from './api/call.ts';
import { total } from './api/wire.ts';
import type { Memory } from './memory.ts';
import type { ChangeOrder, Commitment } from './records/tables.ts';

/** In these statuses a contract's vendor and lines cannot be changed and it cannot be deleted. */
export const isLocked = (status: string): boolean =>
  status === 'Approved' || status === 'Complete' || status === 'approved';

export const lockText = 'is Approved or Complete: its schedule of values and its company cannot be changed';

/** Fields that outside systems keep their own books in: they can be written whatever the status. */
export function onlyBookkeeping(change: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(change).every((name) => name.startsWith('origin_'));
}

/** Change orders are not in the contract's own lines. */
export function originalAmount(memory: Memory, contractId: string): string {
  return total(memory.where('contractLines', 'contract_id', contractId).map(({ amount }) => amount));
}

export function changeOrderAmount(memory: Memory, order: ChangeOrder): string {
  return total(memory.where('changeOrderLines', 'change_order_id', order.id).map(({ amount }) => amount));
}

const pendingStatuses = new Set([
  'pricing',
  'not_pricing',
  'pending',
  'revised',
  'proceeding',
  'not_proceeding',
  'pending_billable',
]);

export type ContractTotals = Readonly<
  Record<'original' | 'approved' | 'pending' | 'draft' | 'revised' | 'invoiced' | 'paid', string>
>;

export function contractTotals(memory: Memory, contract: Commitment): ContractTotals {
  const orders = memory.where('changeOrders', 'contract_id', contract.id).filter((order) => order.deleted_at === null);
  const sum = (fits: (status: string) => boolean) =>
    total(orders.filter(({ status }) => fits(status)).map((order) => changeOrderAmount(memory, order)));
  const original = originalAmount(memory, contract.id);
  const approved = sum((status) => status === 'approved');
  const invoices = memory.where('requisitions', 'commitment_id', contract.id);
  return {
    original,
    approved,
    pending: sum((status) => pendingStatuses.has(status)),
    draft: sum((status) => status === 'draft'),
    revised: total([original, approved]),
    invoiced: total(invoices.flatMap((invoice) => invoice.items.map((item) => item.work_completed_this_period))),
    paid: total(memory.where('payments', 'contract_id', contract.id).map(({ amount }) => amount)),
  };
}

type Owned = { readonly origin_id: string | null };

/**
 * Whether an origin id makes this change impossible: of invoices, payments and direct costs everything else stays as it is. That the
 * slot itself stays writable, so that a wrong id can be taken back, is inferred and can be switched off.
 */
export function isImmutable(call: Pick<Call, 'clearOrigin'>, record: Owned, change: Fields): boolean {
  if (record.origin_id === null) return false;
  if (!onlyBookkeeping(change)) return true;
  return call.clearOrigin === 'refused' && 'origin_id' in change && change.origin_id !== record.origin_id;
}
