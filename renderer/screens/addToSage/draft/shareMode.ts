import { allocate, priceOf } from '#shared/domain/allocation.ts';
import { formatScaled, parseScaled, roundScaled } from '#shared/domain/decimal.ts';
import type { BudgetDraft } from '#shared/domain/draft.ts';
import type { Money } from '#shared/domain/money.ts';
import type { Edit } from './headerEdits.ts';
import { changeBudget } from './lineEdits.ts';

/** A share in percent of the price, with four decimals at most; null when there is no such percentage. */
function percentOf(share: Money, price: Money): string | null {
  const part = parseScaled(share, 2) ?? 0n;
  const whole = parseScaled(price, 2) ?? 0n;
  if (whole === 0n || part < 0n !== whole < 0n) return part === 0n ? '0' : null;
  const percent = formatScaled(roundScaled((part * 10n ** 8n) / whole, 6, 4), 4);
  return percent.replace(/\.?0+$/, '');
}

/** Turns a share into an amount or a percentage, keeping what it comes to (a percentage as exactly as four decimals can). */
export function setShareMode(id: string, shareMode: BudgetDraft['shareMode']): Edit {
  return (draft) => {
    const line = draft.budget.find((candidate) => candidate.id === id);
    if (line === undefined || line.shareMode === shareMode) return draft;
    const price = priceOf(line.corId, draft.prime, draft.header.status);
    const own = draft.budget.filter(({ corId }) => corId === line.corId);
    const share = allocate(price, own).lines.find((one) => one.id === id)?.share ?? null;
    const text = share === null ? null : shareMode === 'amount' ? share : percentOf(share, price);
    return changeBudget(id, { shareMode, share: text ?? '' })(draft);
  };
}
