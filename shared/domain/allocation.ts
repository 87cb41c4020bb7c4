import { allocateByWeights } from './allocate.ts';
import { compareDecimals, formatScaled, isDecimal, multiplyDecimals, parseScaled } from './decimal.ts';
import type { BudgetDraft, HeaderDraft, PrimeDraft } from './draft.ts';
import { isZero, type Money, multiplyMoney, parseMoney, subtractMoney, sumMoney, zero } from './money.ts';

/**
 * From the price of one COR to its budget lines: a *share* of the price, in money or percent, times the *multiplier*
 * (price → cost factor, 1 keeps the amount) gives the budget amount. Screen, planner and tests all calculate it here.
 */

type ShareInput = Pick<BudgetDraft, 'id' | 'shareMode' | 'share' | 'multiplier'>;

export type AllocatedLine = {
  readonly id: string;
  /** The share of the COR's price; null when it cannot be worked out. */
  readonly share: Money | null;
  /** Budget Amount: share × multiplier, rounded once to the cent, half away from zero. */
  readonly amount: Money | null;
  /** Why there is no share or no amount, and what to enter instead. */
  readonly problem: string | null;
  /** The field that the problem is about; null without one. */
  readonly problemIn: 'share' | 'multiplier' | null;
};

export type Allocation = {
  readonly lines: readonly AllocatedLine[];
  /** Sums over the lines that could be worked out. */
  readonly shares: Money;
  readonly budget: Money;
  /** The price less the shares: what no line has taken yet. Of the opposite sign to the price when too much was taken. */
  readonly left: Money;
};

/** The price of one COR: its approved amounts under header status 1-Approved, else its requested ones. Unreadable amounts count as 0. */
export function priceOf(corId: string, prime: readonly PrimeDraft[], status: HeaderDraft['status']): Money {
  const lines = prime.filter((line) => line.corId === corId);
  return sumMoney(lines.map(({ approved, requested }) => parseMoney(status === '1' ? approved : requested) ?? zero));
}

/** Works out every budget line of one COR from its price. Never throws for what a person typed: see `problem`. */
export function allocate(base: Money, lines: readonly ShareInput[]): Allocation {
  const ofPercent = lines.filter((line) => percentOf(line) !== null);
  const split = splitByPercents(
    base,
    ofPercent.map((line) => percentOf(line) ?? '0'),
  );
  const percentShares = new Map(ofPercent.map((line, index) => [line, split[index] ?? null]));
  const allocated = lines.map((line): AllocatedLine => {
    const share = line.shareMode === 'amount' ? parseMoney(line.share) : (percentShares.get(line) ?? null);
    const inShare = shareProblem(line);
    const problem = inShare ?? multiplierProblem(line.multiplier);
    const problemIn = problem === null ? null : inShare === null ? 'multiplier' : 'share';
    const amount = share === null || problem !== null ? null : multiplyMoney(share, line.multiplier.trim());
    return { id: line.id, share, amount, problem, problemIn };
  });
  const shares = sumMoney(allocated.map(({ share }) => share ?? zero));
  const budget = sumMoney(allocated.map(({ amount }) => amount ?? zero));
  return { lines: allocated, shares, budget, left: subtractMoney(base, shares) };
}

/** What is earned on a change: price less budget, and that in percent of the price with one decimal (null without a price). */
export function margin(prime: Money, budget: Money): { readonly amount: Money; readonly percent: string | null } {
  const amount = subtractMoney(prime, budget);
  if (isZero(prime)) return { amount, percent: null };
  const price = parseScaled(prime, 2) ?? 1n;
  const earned = parseScaled(amount, 2) ?? 0n;
  // Thousandths of the price, rounded half away from zero; the quotient's sign.
  const magnitude = (abs(earned) * 2000n + abs(price)) / (2n * abs(price));
  return { amount, percent: formatScaled(earned < 0n === price < 0n ? magnitude : -magnitude, 1) };
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The percentage of a line as exact decimal text; null when the line has none or it cannot be used. */
function percentOf(line: ShareInput): string | null {
  if (line.shareMode !== 'percent') return null;
  const text = line.share.trim().replace(/\s*%$/, '');
  return isDecimal(text) && compareDecimals(text, '0') >= 0 ? text : null;
}

/**
 * Shares by percentages, largest remainder: up to 100 % what is not taken competes for the odd cents like one more line, so the
 * shares and the rest equal the whole, and 100 % leaves nothing. Above 100 % there is no whole to keep: each share is rounded.
 */
function splitByPercents(base: Money, percents: readonly string[]): readonly Money[] {
  const scale = percents.reduce((most, text) => Math.max(most, text.length), 2);
  const used = percents.reduce((sum, text) => sum + (parseScaled(text, scale) ?? 0n), 0n);
  const rest = 100n * 10n ** BigInt(scale) - used;
  if (rest >= 0n) return allocateByWeights(base, [...percents, formatScaled(rest, scale)])?.slice(0, -1) ?? [];
  return percents.map((percent) => multiplyMoney(base, multiplyDecimals(percent, '0.01', percent.length + 2) ?? '0'));
}

function shareProblem(line: ShareInput): string | null {
  const text = line.share.trim();
  if (line.shareMode === 'amount') {
    if (text === '') return 'Enter this line’s share of the price, as an amount or a percentage.';
    return parseMoney(text) === null ? `“${text}” is not an amount. Enter one like 1,250.00.` : null;
  }
  if (text === '') return 'Enter this line’s share of the price in percent.';
  if (percentOf(line) !== null) return null;
  return text.startsWith('-')
    ? `A percentage cannot be below zero (${text}). For a credit against the price, enter an amount.`
    : `“${text}” is not a percentage. Enter one like 33.5.`;
}

function multiplierProblem(multiplier: string): string | null {
  const text = multiplier.trim();
  if (text === '') return 'Enter the multiplier. 1 makes the budget equal to the share.';
  if (!isDecimal(text)) return `“${text}” is not a multiplier. Enter a factor like 0.8.`;
  return compareDecimals(text, '0') < 0
    ? `The multiplier cannot be below zero (${text}). For a credit, enter the share as a negative amount.`
    : null;
}
