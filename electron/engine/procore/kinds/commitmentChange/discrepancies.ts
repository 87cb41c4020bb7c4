import { formatMoney, parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { shownAmount } from '#shared/domain/plans/itemPlan.ts';
import { changeOfKey } from '#shared/domain/procore/commitmentKey.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreChange } from '#shared/domain/procore/records.ts';
import { changeOrderStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import { readSince } from '../commitments/inSage.ts';
import { keptLines } from './orderLines.ts';

/** where a synced change order is no longer what both sides agreed on. `change` null: Procore has it no longer. */
export function changeDiscrepancies(
  context: Context,
  link: ProcoreLink,
  change: ProcoreChange | null,
): readonly string[] {
  return [...ofProcore(link, change), ...ofSage(context, link)];
}

function ofProcore({ agreed }: ProcoreLink, change: ProcoreChange | null): readonly string[] {
  if (change === null) return ['It is no longer in Procore: delete it in Sage as well, then unlink it.'];
  const found: string[] = [];
  const total = parseMoney(change.grandTotal) ?? change.grandTotal;
  if (agreed.total !== undefined && total !== agreed.total) {
    found.push(`Its amount in Procore is ${shownAmount(total)}; ${shownAmount(agreed.total)} was sent to Sage.`);
  }
  if (change.status !== 'approved') {
    found.push(`Its status in Procore is ${change.status}; in Sage it still counts.`);
  }
  return found;
}

function ofSage(context: Context, link: ProcoreLink): readonly string[] {
  const key = changeOfKey(link.sageKey);
  if (key === null) return [];
  if (key.type === 'subcontract') {
    const found = context.store.sage.get('changeOrder', key.record);
    return found === null ? gone(context, link) : ofChangeOrder(link, found);
  }
  const order = context.store.sage.get('purchaseOrder', key.record);
  if (!readSince(context, link.at)) return [];
  if (order === null) return gone(context, link);
  const { there, missing } = keptLines(link, order.lines);
  if (there.length === 0) return gone(context, link);
  if (missing.length === 0) return [];
  return [`Lines ${missing.join(', ')} of ${link.sageNumber} were changed or deleted in Sage.`];
}

function gone(context: Context, link: ProcoreLink): readonly string[] {
  if (!readSince(context, link.at)) return [];
  return [`${link.sageNumber} is no longer in Sage: unlink it, then it can be edited in Procore and sent again.`];
}

function ofChangeOrder(link: ProcoreLink, found: ChangeOrder): readonly string[] {
  const subcontract = link.agreed.subcontract ?? '';
  const lines = found.budget.filter((line) => line.subcontract === subcontract);
  const differences: string[] = [];
  if (found.status === '5' || found.status === '6') {
    differences.push(
      `Change order ${found.number.trim()} is ${statusWords(changeOrderStatuses, found.status)} in Sage (6-4-1).`,
    );
  }
  const total = sumMoney(lines.map(({ amount }) => parseMoney(amount) ?? zero));
  if (link.agreed.total !== undefined && total !== link.agreed.total) {
    differences.push(
      `Change order ${found.number.trim()} changes the subcontract by ${formatMoney(total)} in Sage; ${shownAmount(link.agreed.total)} was sent.`,
    );
  }
  const open = lines.find(({ status }) => status !== '1');
  if (open !== undefined && differences.length === 0) {
    const status = open.status === null ? 'no status' : statusWords(changeOrderStatuses, open.status);
    differences.push(
      `Line ${open.line} of change order ${found.number.trim()} has ${status} in Sage; it was sent as 1-Approved.`,
    );
  }
  return differences;
}
