import type { CorLogRow } from '#shared/domain/corLog.ts';
import { formatMoney, sumMoney } from '#shared/domain/money.ts';

/**
 * What is selected, with its totals. A COR that was sent is a price, one that was received a cost: their amounts are never added
 * to each other.
 */
export function selectionWords(rows: readonly CorLogRow[]): string {
  if (rows.length === 0) return '';
  const received = rows.filter(({ inbox }) => inbox === 'received');
  const sent = rows.filter(({ inbox }) => inbox === 'sent');
  if (received.length === 0) return `${counted(sent)} selected: ${totals(sent)}`;
  if (sent.length === 0) return `${counted(received)} received selected: ${totals(received)}`;
  const parts = [`${counted(sent)} sent: ${totals(sent)}`, `${counted(received)} received: ${totals(received)}`];
  return `${counted(rows)} selected · ${parts.join(' · ')}`;
}

function totals(rows: readonly CorLogRow[]): string {
  const requested = formatMoney(sumMoney(rows.map((row) => row.requested)));
  const effective = formatMoney(sumMoney(rows.map((row) => row.effective)));
  return `${requested} requested, ${effective} effective`;
}

function counted({ length }: readonly CorLogRow[]): string {
  return length.toLocaleString('en-US');
}
