import { z } from 'zod';
import { plainFromHtml } from '#shared/domain/text.ts';
import { codingFields, codingOf, type WbsCodes } from './coding.ts';
import { amount, amountOrZero, id, idOrNull, text, textOrNull, wholeOrZero } from './values.ts';

/** What a line of a commitment and a line of a change order to it have in common. */
export const lineFields = {
  id,
  position: wholeOrZero,
  description: text,
  amount,
  quantity: amountOrZero,
  unit_cost: amountOrZero,
  uom: textOrNull,
  tax_code_id: idOrNull,
  ...codingFields,
};

const lineSchema = z.object(lineFields);

export function lineOf(wire: z.output<typeof lineSchema>, codes: WbsCodes) {
  return {
    id: wire.id,
    position: wire.position,
    description: plainFromHtml(wire.description),
    amount: wire.amount,
    quantity: wire.quantity,
    unitCost: wire.unit_cost,
    unit: wire.uom,
    coding: codingOf(wire, codes),
    taxCode: wire.tax_code_id,
  };
}
