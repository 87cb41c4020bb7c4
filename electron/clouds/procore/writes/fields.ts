import { isDecimal } from '#shared/domain/decimal.ts';
import { exactJsonNumber } from '../../exactJson.ts';

type Written = Readonly<Record<string, string | null>>;

/** Fields in our words to Procore's. */
export const projectNames = {
  name: 'name',
  number: 'project_number',
  street: 'address',
  city: 'city',
  state: 'state_code',
  zip: 'zip',
  startDate: 'start_date',
  completionDate: 'completion_date',
  value: 'total_value',
} as const;

export const vendorNames = {
  name: 'name',
  abbreviation: 'abbreviated_name',
  street: 'address',
  city: 'city',
  state: 'state_code',
  zip: 'zip',
  phone: 'business_phone',
  email: 'email_address',
} as const;

/** Amounts of projects are numbers on the wire; everything else here is text. */
const numbers = new Set(['total_value']);

/** Throws for a name that the kind does not have: a mistake of the caller's. */
export function wireFields(
  fields: Written,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const wireName = names[name];
      if (wireName === undefined) throw new Error(`Not a field: ${name}`);
      const number = value !== null && numbers.has(wireName) && isDecimal(value);
      return [wireName, number ? exactJsonNumber(value) : value];
    }),
  );
}
