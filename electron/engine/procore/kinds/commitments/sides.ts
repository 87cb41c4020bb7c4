import type { BothSides } from '#shared/contract/procore.ts';
import { parseMoney } from '#shared/domain/money.ts';

/** An amount on both sides, compared to the cent. */
export function amounts(label: string, procore: string | null, sage: string | null): BothSides {
  const [a, b] = [cents(procore), cents(sage)];
  return { label, procore: a, sage: b, form: 'money', differs: a !== null && b !== null && a !== b };
}

function cents(text: string | null): string | null {
  return text === null ? null : (parseMoney(text) ?? text);
}
