import type { AllocatedLine } from '#shared/domain/allocation.ts';
import { canonicalCostCode } from '#shared/domain/costCode.ts';
import { isDate } from '#shared/domain/dates.ts';
import { fitsDecimal, isDecimal } from '#shared/domain/decimal.ts';
import type { BudgetDraft, Draft, PrimeDraft } from '#shared/domain/draft.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { descriptionLength } from './lineEdits.ts';

/**
 * What can be said about a field without asking the engine. Hints never stop anybody: only the planner's refusals do.
 * `missing`: not entered yet, marked quietly; `wrong`: said in words beside the field.
 */
export type Hint = { readonly kind: 'missing' | 'wrong'; readonly words: string };
/** By field name within one line or form; no entry = nothing to say. */
export type Hints = Readonly<Record<string, Hint>>;

/** Always the same object, so that a row without hints has nothing new. */
export const noHints: Hints = {};

const missing = (words: string): Hint => ({ kind: 'missing', words });
const wrong = (words: string): Hint => ({ kind: 'wrong', words });

class HintList {
  private readonly found: Record<string, Hint> = {};

  /** Keeps the first hint of each field. */
  add(field: string, hint: Hint | null): void {
    if (hint !== null) this.found[field] ??= hint;
  }

  get hints(): Hints {
    return Object.keys(this.found).length === 0 ? noHints : this.found;
  }
}

function tooLong(text: string, limit: number): Hint | null {
  const over = text.trim().length - limit;
  return over > 0 ? wrong(`${over} too many: Sage keeps ${limit} characters.`) : null;
}

function dateHint(text: string): Hint | null {
  return text === '' || isDate(text) ? null : wrong('Not a date.');
}

function daysHint(text: string): Hint | null {
  return text.trim() === '' || /^-?\d{1,5}$/.test(text.trim()) ? null : wrong('Whole days only, like 5.');
}

/** Hints for the header of a change order, by field name of `HeaderDraft`. */
export function headerHints({ header }: Draft): Hints {
  const list = new HintList();
  if (header.numbering === 'typed') {
    list.add('number', header.number.trim() === '' ? missing('Type a number, or take the next one.') : null);
    list.add('number', tooLong(header.number, 20));
  }
  list.add('date', header.date === '' ? missing('Sage needs a date.') : dateHint(header.date));
  list.add('description', header.description.trim() === '' ? missing('Sage needs a description.') : null);
  list.add('description', tooLong(header.description, descriptionLength));
  list.add('status', header.status === '' ? missing('Choose a status.') : null);
  list.add('clientPo', tooLong(header.clientPo, 30));
  list.add('reason', tooLong(header.reason, 50));
  list.add('delayRequested', daysHint(header.delayRequested));
  list.add('delayApproved', daysHint(header.delayApproved));
  list.add('submitted', dateHint(header.submitted));
  list.add('approvedOn', dateHint(header.approvedOn));
  if (header.approvedOn !== '' && header.status !== '1') {
    list.add('approvedOn', wrong('Goes with status 1-Approved only.'));
  }
  list.add('notes', tooLong(header.notes, 4000));
  return list.hints;
}

/** Sage's own numbering stops at a number that mixes letters and digits (confidence high). Null when nothing is to be said. */
export function numberAdvice(number: string): string | null {
  return /[a-z]/i.test(number) && /\d/.test(number)
    ? 'Letters with digits: Sage will not suggest the number after this one.'
    : null;
}

function moneyHint(text: string): Hint | null {
  if (text.trim() === '') return missing('Enter an amount, 0.00 for none.');
  const amount = parseMoney(text);
  if (amount === null) return wrong('Not an amount. Type it like 1,250.00.');
  return fitsDecimal(amount, 12, 2) ? null : wrong('Larger than Sage can hold.');
}

function costCodeHint(text: string): Hint | null {
  return canonicalCostCode(text) === null ? wrong('Choose a code from the list.') : null;
}

/** Adds that Sage was asked for the line's cost code and has none such. */
export function withUnknownCode(hints: Hints, unknown: boolean): Hints {
  return unknown ? { ...hints, costCode: wrong('Not in Sage’s list (6-5). Choose one from the list.') } : hints;
}

/** Hints for the prime lines, in their order. Descriptions must differ: progress billing matches lines by exact description. */
export function primeHints(lines: readonly PrimeDraft[]): readonly Hints[] {
  const seen = new Map<string, number>();
  return lines.map((line, index) => {
    const list = new HintList();
    const description = line.description.trim();
    const key = description.toLowerCase();
    const twin = seen.get(key);
    if (description === '') list.add('description', missing('Sage needs a description.'));
    else if (twin !== undefined) list.add('description', wrong(`The same as line ${twin + 1}. Each must differ.`));
    else seen.set(key, index);
    list.add('description', tooLong(line.description, descriptionLength));
    list.add('requested', moneyHint(line.requested));
    list.add('approved', moneyHint(line.approved));
    if (line.costCode !== '') {
      list.add('costCode', costCodeHint(line.costCode));
      list.add('costType', line.costType === '' ? missing('Choose the cost type.') : null);
    } else if (line.costType !== '') list.add('costCode', missing('Choose the cost code as well.'));
    return list.hints;
  });
}

function quantityHint(text: string, scale: number): Hint | null {
  const trimmed = text.trim();
  return trimmed === '' || fitsDecimal(trimmed, 12, scale) ? null : wrong(`A number, at most ${scale} decimals.`);
}

/** Hints for one budget line. `problem` is what its allocation says about share or multiplier. */
export function budgetHints(line: BudgetDraft, problem: string | null, problemIn: AllocatedLine['problemIn']): Hints {
  const list = new HintList();
  list.add('costCode', line.costCode === '' ? missing('Choose the cost code.') : costCodeHint(line.costCode));
  list.add('costType', line.costType === '' ? missing('Choose the cost type.') : null);
  if (problem !== null && problemIn !== null) {
    list.add(problemIn, line[problemIn].trim() === '' ? missing(problem) : wrong(problem));
  }
  // Its allocation names the share first; a multiplier that is wrong as well is said at the same time.
  if (line.multiplier.trim() === '') list.add('multiplier', missing('Enter the multiplier, 1 for none.'));
  else if (!isDecimal(line.multiplier.trim())) list.add('multiplier', wrong('Not a factor. Type one like 0.8.'));
  if (line.description.trim() === '') list.add('description', missing('Sage needs a description.'));
  list.add('description', tooLong(line.description, descriptionLength));
  list.add('hours', quantityHint(line.hours, 2));
  list.add('units', quantityHint(line.units, 4));
  const sub = line.subcontract;
  if (sub !== null) {
    list.add('subcontract.vendor', sub.vendor === '' ? missing('Choose the vendor.') : null);
    list.add('subcontract.subcontract', sub.subcontract === '' ? missing('Choose the subcontract.') : null);
    list.add('subcontract.changeNumber', sub.changeNumber.trim() === '' ? missing('Type its change number.') : null);
    list.add('subcontract.changeNumber', tooLong(sub.changeNumber, 20));
    list.add('subcontract.status', sub.status === '' ? missing('Choose a status.') : null);
  }
  return list.hints;
}
