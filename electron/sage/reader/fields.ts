import { formatScaled, parseScaled } from '#shared/domain/decimal.ts';
import { SqlFailure, type SqlRow } from '../connection.ts';
import { textAt } from '../dialect/statements.ts';

/** The values of one row as facts are made of them, by column or alias. Padding is gone, NULL has become what it means. */
export type Fields = {
  /** NULL is empty text. */
  readonly text: (name: string) => string;
  /** NULL or blank is null: for references and dates. */
  readonly textOrNull: (name: string) => string | null;
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
  const text = (name: string) => textAt(row, name)?.trim() ?? '';
  const textOrNull = (name: string) => text(name) || null;
  const decimal = (name: string, scale: number) => {
    const value = text(name);
    const scaled = value === '' ? 0n : parseScaled(value, scale);
    if (scaled === null) {
      const message = `${table}.${name} holds '${value}', which is no number with at most ${scale} decimals`;
      throw new SqlFailure('query', 'unreadable', null, message);
    }
    return formatScaled(scaled, scale);
  };
  return {
    text,
    textOrNull,
    whole: (name) => text(name) || '0',
    phase: (name) => text(name) || '0',
    money: (name) => decimal(name, 2),
    decimal,
    costCode: (name) => (text(name) === '' ? null : decimal(name, 3)),
    flag: (name) => text(name) !== '' && text(name) !== '0',
    gridFlag: (name) => text(name).toUpperCase() === 'Y',
  };
}
