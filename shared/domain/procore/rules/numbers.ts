import type { Refusal } from '../../plan.ts';
import { collapseSpaces, truncateAt } from '../../text.ts';

/** what Procore's own connector keeps, in characters. Sage has room for more; people know these. */
export const lengthLimits = {
  commitmentNumber: 12,
  commitmentTitle: 30,
  changeNumber: 12,
  changeTitle: 30,
  unit: 6,
} as const;

/** One line of text within the limit. Whoever uses it shows it and has it confirmed: nothing is shortened silently. */
export function shortened(text: string, limit: number): string {
  return truncateAt(collapseSpaces(text), limit);
}

/** A number that is taken, and by what: `subcontract 850 of job 2402 in Sage`. */
export type TakenNumber = { readonly number: string; readonly by: string };

export type NumberQuestion = {
  /** Name of the choice. */
  readonly field: string;
  /** `Commitment ID` or `Change Order ID`. */
  readonly label: string;
  readonly typed: string;
  readonly limit: number;
  /** Numbers in Sage of the same record type. */
  readonly inSage: readonly TakenNumber[];
  /** The record's own number in Procore. */
  readonly own: string;
  /** Numbers of the other records in Procore that are not in Sage yet and would be shortened like it. */
  readonly waiting: readonly TakenNumber[];
};

/** why a typed number cannot be given; empty: it can. */
export function numberRefusals(question: NumberQuestion): readonly Refusal[] {
  const { field, label, typed, limit, inSage } = question;
  const number = typed.trim();
  const refused = (sentence: string): readonly Refusal[] => [{ field, value: typed, sentence }];
  if (number === '') return refused(`${label} is empty: type one of at most ${limit} characters.`);
  if (number.length > limit) {
    const over = number.length - limit;
    return refused(
      `${label} '${number}' has ${number.length} characters, and ${limit} is the most: shorten it by ${over}.`,
    );
  }
  const twin = inSage.find((other) => alike(other.number, number));
  if (twin !== undefined) {
    const exact = twin.number.trim() === number ? '' : ` (written '${twin.number.trim()}')`;
    return refused(`${label} '${number}' is the number of ${twin.by} already${exact}: type another one.`);
  }
  const cut = shortened(question.own, limit);
  if (number === question.own.trim() || !alike(number, cut)) return [];
  const other = question.waiting.find((waiting) => alike(shortened(waiting.number, limit), number));
  if (other === undefined) return [];
  return refused(
    `'${question.own}' and '${other.number}' (${other.by}) would both be '${number}' in ${limit} characters: type a number that tells them apart.`,
  );
}

/** SQL Server's usual collation does not tell case or trailing blanks apart (confidence med); zeros and all others do. */
function alike(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/**
 * the number after those used, oldest first, of one type: `SC-001`, then `SC-002`; a scheme that a person typed goes on, with
 * as many digits as it has. Null when the newest ends in no number.
 */
export function nextNumber(first: string, used: readonly string[]): string | null {
  const numbers = used.map((number) => number.trim()).filter((number) => number !== '');
  const newest = numbers.at(-1);
  if (newest === undefined) return first;
  const series = /^(.*?)(\d+)$/s.exec(newest);
  if (series === null) return null;
  const [, prefix = '', digits = ''] = series;
  let highest = BigInt(digits);
  for (const number of numbers) {
    const other = number.startsWith(prefix) ? number.slice(prefix.length) : '';
    if (/^\d+$/.test(other) && BigInt(other) > highest) highest = BigInt(other);
  }
  return `${prefix}${String(highest + 1n).padStart(digits.length, '0')}`;
}

/** what Procore calls the first commitment of each type. */
export const firstNumbers = { subcontract: 'SC-001', purchaseOrder: 'PO-001' } as const;
