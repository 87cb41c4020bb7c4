import { fitsDecimal } from '../../decimal.ts';
import { formatMoney, parseMoney } from '../../money.ts';
import type { Refusal, Step } from '../../plan.ts';
import { digitLimit, type Limits, longestText, rangeLimit } from '../../sage/catalog/limits.ts';
import type { Column, Table } from '../../sage/columns.ts';
import { columnOf, tableNamed } from '../../sage/schema/tables.ts';

/**
 * Values that outgrow their column: sums although every line fits, and whatever is too much for the narrower columns of this company.
 * Sage would refuse the write, or cut it.
 */
export function cellsThatDoNotFit(
  steps: readonly Step[],
  limits: Limits,
  { fieldOf, split }: Words = ofChangeOrders,
): readonly Refusal[] {
  return steps.flatMap((step) =>
    step.columns.flatMap(({ column, cell }): Refusal[] => {
      const table = tableNamed(step.table);
      const described = columnOf(table, column);
      const text = cell.kind === 'text' ? cell.text : null;
      const problem = text === null ? null : problemOf(limits, table, described, text, split);
      if (text === null || problem === null) return [];
      const amount = described.type === 'decimal' ? parseMoney(text) : null;
      const value = amount === null ? text : formatMoney(amount);
      const sentence = `${described.label} would be ${value} (${step.title}), and Sage can hold ${problem}.`;
      return [{ field: fieldOf(step, column), value, sentence }];
    }),
  );
}

/** Where a refusal leads, and the way out of an amount that is too much. */
type Words = { readonly fieldOf: (step: Step, column: string) => string; readonly split: string };
const ofChangeOrders: Words = { fieldOf: fieldOfChangeOrder, split: 'split it over several change orders' };

/** What the column holds at most, with the way out; null when the value fits. */
function problemOf(limits: Limits, table: Table, column: Column, text: string, split: string): string | null {
  switch (column.type) {
    case 'decimal': {
      const { precision, scale } = digitLimit(limits, table, column);
      if (fitsDecimal(text, precision, scale)) return null;
      const most = `${'9'.repeat(precision - scale)}.${'9'.repeat(scale)}`;
      return `${parseMoney(most) === null ? most : formatMoney(most)}: ${split}`;
    }
    case 'text': {
      const longest = longestText(limits, table, column);
      return text.length <= longest ? null : `${longest} characters: shorten it by ${text.length - longest}`;
    }
    case 'integer': {
      const { least, most } = rangeLimit(limits, table, column);
      const number = /^-?\d+$/.test(text) ? BigInt(text) : null;
      if (number === null || (number >= BigInt(least) && number <= BigInt(most))) return null;
      return `${least} to ${most}: enter another number`;
    }
    default:
      return null;
  }
}

const headerFields: Readonly<Record<string, string>> = {
  chgnum: 'header.number',
  dscrpt: 'header.description',
  reason: 'header.reason',
  pchord: 'header.clientPo',
  delreq: 'header.delayRequested',
  dysdly: 'header.delayApproved',
  ntetxt: 'header.notes',
};

function fieldOfChangeOrder({ id, table }: Step, column: string): string {
  if (/^(prime|budget)\.\d+$/.test(id)) return id;
  if (table === 'prmchg' && headerFields[column] !== undefined) return headerFields[column];
  return table === 'pmcgln' || column === 'reqamt' || column === 'appamt' ? 'prime' : 'budget';
}
