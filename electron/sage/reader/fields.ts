import { formatScaled, parseScaled } from '#shared/domain/decimal.ts';
import { SqlFailure, type SqlRow } from '../connection.ts';
import { textAt } from '../dialect/statements.ts';

/** The values of one row as facts are made of them, by column or alias. Padding is gone, NULL has become what it means. */
export type Fields = {
  /** NULL is empty text. */
  readonly text: (name: string) => string;
  /** NULL or blank is null: for dates. */
  readonly textOrNull: (name: string) => string | null;
  /** A number that points to another record or to an entry of a list: NULL, blank and any way of writing 0 are null. */
  readonly reference: (name: string) => string | null;
  /** A whole number; NULL is 0. */
  readonly whole: (name: string) => string;
  /** A phase number; NULL is 0, none. */
  readonly phase: (name: string) => string;
  /** An amount with exactly two decimals; NULL is nothing. */
  readonly money: (name: string) => string;
  /** A decimal with exactly so many decimals; NULL is nothing. */
  readonly decimal: (name: string, scale: number) => string;
  /** A cost code in its one spelling, three decimals; NULL is null. */
  readonly costCode: (name: string) => string | null;
  /** A check box of a header: 0 or 1; NULL is not checked. */
  readonly flag: (name: string) => boolean;
  /** A check box of a grid: Y or N; NULL is not checked. */
  readonly gridFlag: (name: string) => boolean;
};

/** Throws `SqlFailure` with state `unreadable` when an amount or a code is no number; `table` is for that message. */
export function fieldsOf(table: string, row: SqlRow): Fields {
  return new RowFields(table, row);
}

/** A class, because a page makes a thousand of these: its functions are shared, not made for each row. */
class RowFields implements Fields {
  readonly #table: string;
  readonly #row: SqlRow;

  constructor(table: string, row: SqlRow) {
    this.#table = table;
    this.#row = row;
  }

  text(name: string): string {
    return textAt(this.#row, name)?.trim() ?? '';
  }

  textOrNull(name: string): string | null {
    return this.text(name) || null;
  }

  reference(name: string): string | null {
    const value = this.text(name);
    return canBeZero(value) && /^0*(?:\.0+)?$/.test(value) ? null : value;
  }

  whole(name: string): string {
    return this.text(name) || '0';
  }

  phase(name: string): string {
    return this.text(name) || '0';
  }

  money(name: string): string {
    return this.decimal(name, 2);
  }

  decimal(name: string, scale: number): string {
    const value = this.text(name);
    if (isCanonical(value, scale)) return value;
    const scaled = value === '' ? 0n : parseScaled(value, scale);
    if (scaled === null) {
      const message = `${this.#table}.${name} holds '${value}', which is no number with at most ${scale} decimals`;
      throw new SqlFailure('query', 'unreadable', null, message);
    }
    return formatScaled(scaled, scale);
  }

  costCode(name: string): string | null {
    return this.text(name) === '' ? null : this.decimal(name, 3);
  }

  flag(name: string): boolean {
    const value = this.text(name);
    return value !== '' && value !== '0';
  }

  gridFlag(name: string): boolean {
    return this.text(name).toUpperCase() === 'Y';
  }
}

/** Asked of every reference of every row; nearly none begins like a zero. */
function canBeZero(value: string): boolean {
  const first = value.charAt(0);
  return first === '' || first === '0' || first === '.';
}

const canonical = /^(?:-(?!0\.0+$))?(?:0|[1-9]\d*)\.\d+$/;

/** True for what needs no rewriting, as nearly every amount in a database: reading is several times faster for it. */
function isCanonical(value: string, scale: number): boolean {
  return value.charAt(value.length - 1 - scale) === '.' && canonical.test(value);
}
