import type { ChoiceField } from '#shared/contract/procore.ts';
import { shortened } from '#shared/domain/procore/rules/numbers.ts';
import { collapseSpaces } from '#shared/domain/text.ts';
import { textChoice } from '../shared/overflow.ts';

/** a text that may have to be shorter in Sage, with what it would be; the whole one stands beside it. */
export function shortenedChoice(name: string, label: string, whole: string, limit: number): ChoiceField {
  const text = collapseSpaces(whole);
  const value = shortened(text, limit);
  return {
    ...textChoice(name, label, value),
    required: true,
    limit,
    hint: value === text ? '' : `Procore has '${text}' (${text.length} characters); at most ${limit} go to Sage.`,
  };
}
