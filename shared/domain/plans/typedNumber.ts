import { columnOf, tableNamed } from '../sage/schema/tables.ts';
import type { Refusals } from './changeOrder/fields.ts';

type Typed = {
  readonly field: string;
  /** `Job number`, `Vendor number`: begins the sentences. */
  readonly label: string;
  readonly typed: string;
  readonly table: string;
  /** Who has it already in Sage; null: it is free. */
  readonly taken: string | null;
};

/** bigint; nobody's numbers are that long, and eighteen digits surely fit. */
const mostDigits = 18;

/**
 * A number that the company gives out itself: job, vendor (`recnum`, a whole number). Null, and a refusal, when it cannot be one. R-095: leading
 * zeros are not dropped in silence, because Sage would not keep them.
 */
export function typedNumber(refusals: Refusals, { field, label, typed, table, taken }: Typed): string | null {
  const number = typed.trim();
  const screen = `${columnOf(tableNamed(table), 'recnum').label} (${tableNamed(table).screen})`;
  const problem = problemOf(number, screen);
  if (problem !== null) refusals.add(field, typed, `${label} ${problem}`);
  else if (taken !== null) {
    refusals.add(field, number, `${label} ${number} is taken in Sage by ${taken}: type another one, or link them.`);
  } else return number;
  return null;
}

function problemOf(number: string, screen: string): string | null {
  if (number === '') return `is empty: type the ${screen} that Sage shall know it by.`;
  if (!/^\d+$/.test(number))
    return `'${number}' is not a whole number, and ${screen} in Sage is one: type digits only.`;
  if (/^0/.test(number)) {
    const kept = number.replace(/^0+/, '');
    return kept === ''
      ? `'${number}' is zero, which stands for nothing in Sage: type another one.`
      : `'${number}' begins with zero, and Sage would keep ${kept}: type ${kept}, which is what everybody will see.`;
  }
  return number.length > mostDigits ? `'${number}' has more than ${mostDigits} digits: type a shorter one.` : null;
}
