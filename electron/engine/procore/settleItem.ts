import type { Receipt } from '#shared/domain/plan.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { byItself, type Context } from '../context.ts';
import type { AppliedMarker } from '../ports/sageCompany.ts';

/**
 * The item is in Sage: its kind saves the link and queues what Procore must be told. Call it inside the local transaction that says
 * that the transfer is done. `receipt`: null where the proof was found after a crash; then only record and number are known.
 */
export function settleItem(
  context: Context,
  { id, item, plan, choices, approvedBy, source }: ItemTransfer,
  receipt: Receipt | null,
  marker: AppliedMarker | null,
): void {
  if (plan === null) return;
  const applied = {
    transferId: id,
    plan,
    receipt,
    marker,
    by: approvedBy ?? byItself,
    choices,
    source: JSON.parse(source.snapshot) as unknown,
  };
  context.kindModule(item.kind).settleTransfer(context, item, applied);
}
