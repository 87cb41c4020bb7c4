import { isDate } from '../../dates.ts';
import { fitsDecimal, parseScaled } from '../../decimal.ts';
import { formatMoney, type Money, parseMoney } from '../../money.ts';
import type { Refusal } from '../../plan.ts';
import { type Limits, longestTextOf } from '../../sage/catalog/limits.ts';
import { columnOf, tableNamed } from '../../sage/schema/tables.ts';

/** Collects why a draft cannot be planned. Every refusal names the field, the value and the way out. */
export class Refusals {
  readonly list: Refusal[] = [];
  readonly #limits: Limits;

  /** In: the limits of this company where they are tighter than described. */
  constructor(limits: Limits) {
    this.#limits = limits;
  }

  add(field: string, value: string, sentence: string): void {
    this.list.push({ field, value, sentence });
  }

  /** Text that must fit a Sage column; `required` text may not be blank. */
  text(field: string, value: string, table: string, column: string, required: boolean): void {
    const described = columnOf(tableNamed(table), column);
    const limit = longestTextOf(this.#limits, table, column);
    const length = value.trim().length;
    if (length === 0 && required) {
      this.add(field, value, `${described.label} is empty: enter one, because Sage does not save without it.`);
    }
    if (length > limit) {
      const words = `${described.label} has ${length} characters and Sage keeps ${limit}: shorten it by ${length - limit}.`;
      this.add(field, value, words);
    }
  }

  /** Money that must fit decimal(12,2); null (and a refusal) when it is not money. */
  money(field: string, label: string, value: string): Money | null {
    const amount = parseMoney(value);
    if (amount === null) {
      this.add(field, value, `${label} '${value}' is not an amount in dollars and cents: type it like 1234.56.`);
      return null;
    }
    if (!fitsDecimal(amount, 12, 2)) {
      this.add(field, value, `${label} ${formatMoney(amount)} is more than Sage can hold (${moneyLimit}): ${split}`);
      return null;
    }
    return amount;
  }

  /** A decimal with at most `scale` places that fits `precision`; empty counts as zero. */
  quantity(field: string, label: string, value: string, precision: number, scale: number): string | null {
    const text = value.trim() === '' ? '0' : value.trim();
    if (parseScaled(text, scale) === null) {
      const words = `${label} '${value}' is not a number with at most ${scale} decimals: type it like 12.5, or leave it empty.`;
      this.add(field, value, words);
      return null;
    }
    if (!fitsDecimal(text, precision, scale)) {
      this.add(field, value, `${label} ${text} has more than ${precision - scale} digits before the point: ${split}`);
      return null;
    }
    return text;
  }

  date(field: string, label: string, value: string, required: boolean): void {
    if (value === '' && !required) return;
    if (!isDate(value)) this.add(field, value, `${label} '${value}' is not a date: choose one, like 2026-03-31.`);
  }

  wholeNumber(field: string, label: string, value: string): void {
    if (value.trim() !== '' && !/^-?\d{1,5}$/.test(value.trim())) {
      const words = `${label} '${value}' is not a whole number of days: type it like 5, or leave it empty.`;
      this.add(field, value, words);
    }
  }
}

/** The largest amount in decimal(12,2), as people read it. */
const moneyLimit = '9,999,999,999.99';
const split = 'enter less, or split it over several change orders.';
