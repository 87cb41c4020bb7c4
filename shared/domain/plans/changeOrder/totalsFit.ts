import { fitsDecimal } from '../../decimal.ts';
import { formatMoney, parseMoney } from '../../money.ts';
import type { Refusal, Step } from '../../plan.ts';
import { columnOf, tableNamed } from '../../sage/schema/tables.ts';
import { moneyLimit } from './fields.ts';

/** Sums that outgrow their column although every line fits: Sage would refuse the write, or cut it. */
export function totalsThatDoNotFit(steps: readonly Step[]): readonly Refusal[] {
  return steps.flatMap((step) =>
    step.columns.flatMap(({ column, cell }): Refusal[] => {
      const described = columnOf(tableNamed(step.table), column);
      const text = cell.kind === 'text' ? cell.text : null;
      if (text === null || described.type !== 'decimal') return [];
      if (fitsDecimal(text, described.precision, described.scale)) return [];
      const amount = parseMoney(text);
      const value = amount === null ? text : formatMoney(amount);
      const sentence = `${described.label} would be ${value} (${step.title}), and Sage can hold ${moneyLimit}: split it over several change orders.`;
      return [{ field: fieldOf(step, column), value, sentence }];
    }),
  );
}

function fieldOf({ id, table }: Step, column: string): string {
  if (/^(prime|budget)\.\d+$/.test(id)) return id;
  return table === 'pmcgln' || column === 'reqamt' || column === 'appamt' ? 'prime' : 'budget';
}
