import { formatScaled, multiplyDecimals, parseScaled, sameDecimal } from '../../decimal.ts';
import { formatMoney, type Money } from '../../money.ts';
import type { PlannedColumn, Refusal } from '../../plan.ts';
import { lineName } from '../../procore/rules/coding.ts';
import { lengthLimits, shortened } from '../../procore/rules/numbers.ts';
import { derived, entered, fixed, taken } from '../changeOrder/steps.ts';
import { descriptionColumn, type ResolvedLine, type SourceLine } from './lines.ts';

/** Lines of purchase orders (6-6-1): quantity times price. */

/** Decimals that Sage keeps of quantities and prices; by inference from import layouts. */
const places = 4;

type PricedLine = SourceLine & { readonly quantity: string; readonly unitCost: string };

export type Extension = { readonly quantity: string; readonly price: string; readonly lump: boolean };

/**
 * Quantity and price of a line whose extension is its amount to the cent; else a refusal. A line without a quantity, or of a lump sum
 * order, is one of its amount. `amount`: what the line must come to.
 */
export function extensionOf<T extends PricedLine>(
  line: ResolvedLine<T>,
  byUnits: boolean,
): { readonly ok: true; readonly extension: Extension } | { readonly ok: false; readonly refusal: Refusal } {
  const { source, amount } = line;
  if (!byUnits || sameDecimal(source.quantity, '0')) return { ok: true, extension: lumpSum(amount) };
  const quantity = parseScaled(source.quantity, places);
  const price = parseScaled(source.unitCost, places);
  const field = `lines.${source.id}`;
  if (quantity === null || price === null) {
    const value = quantity === null ? source.quantity : source.unitCost;
    const what = quantity === null ? 'quantity' : 'unit cost';
    const sentence = `${lineName(source)} has the ${what} ${value}, and Sage keeps four decimals: round it in Procore.`;
    return { ok: false, refusal: { field, value, sentence } };
  }
  const extended = multiplyDecimals(source.quantity, source.unitCost, 2);
  if (extended !== amount) {
    const sentence = `${lineName(source)} is ${source.quantity} × ${source.unitCost} = ${formatMoney(extended ?? amount)}, but Procore's amount is ${formatMoney(amount)}: change quantity or unit cost in Procore so that they agree.`;
    return { ok: false, refusal: { field, value: amount, sentence } };
  }
  const extension = { quantity: formatScaled(quantity, places), price: formatScaled(price, places), lump: false };
  return { ok: true, extension };
}

export function lumpSum(amount: Money): Extension {
  return { quantity: '1.0000', price: `${amount}00`, lump: true };
}

/** The columns of a new order line besides those that say whose it is. */
export function orderLineColumns<T extends SourceLine>(
  line: ResolvedLine<T>,
  { quantity, price, lump }: Extension,
): readonly PlannedColumn[] {
  const unit = shortened(line.source.unit ?? '', lengthLimits.unit);
  const why = 'A lump sum: one of its amount';
  return [
    taken('linnum', 'line', 'the next line', 'Next line of the order, taken under the lock'),
    descriptionColumn('prtdsc', line),
    lump && unit === '' ? fixed('untdsc', 'LS', 'Lump sum') : entered('untdsc', unit),
    lump ? fixed('linqty', quantity, why) : entered('linqty', quantity),
    lump ? fixed('linprc', price, why) : entered('linprc', price),
    fixed('rcvdte', '0.0000', 'Nothing of it is received'),
    fixed('cancel', '0.0000', 'Nothing of it is canceled'),
    derived('extttl', line.amount, 'Quantity × price, to the cent', 'high'),
    entered('cstcde', line.coding.costCode),
    entered('csttyp', line.coding.costType),
    ...(line.whole === null ? [] : [fixed('ntetxt', line.whole, 'The whole description')]),
  ];
}
