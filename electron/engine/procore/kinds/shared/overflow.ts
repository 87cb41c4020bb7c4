import type { ChoiceField } from '#shared/contract/procore.ts';
import { type Limits, longestTextOf } from '#shared/domain/sage/catalog/limits.ts';
import { columnOf, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { truncateAt } from '#shared/domain/text.ts';

type Text = { readonly column: string; readonly text: string; readonly required?: true };

/**
 * Questions for the texts that Sage keeps shorter than Procore: nothing is cut unless a person says what shall stand there. What
 * fits is not asked.
 */
export function overflowChoices(
  texts: Readonly<Record<string, Text>>,
  table: string,
  limits: Limits,
): readonly ChoiceField[] {
  return Object.entries(texts).flatMap(([name, { column, text, required }]): readonly ChoiceField[] => {
    const limit = longestTextOf(limits, table, column);
    if (text.length <= limit) return [];
    return [
      {
        ...textChoice(name, columnOf(tableNamed(table), column).label, truncateAt(text, limit)),
        limit,
        required: required === true,
        hint: `Procore has '${text}' (${text.length} characters), Sage keeps ${limit}: say what shall stand there.`,
      },
    ];
  });
}

export function textChoice(name: string, label: string, value: string, hint = ''): ChoiceField {
  return { name, label, type: 'text', value, required: false, limit: null, options: [], hint };
}

export type Option = { readonly value: string; readonly label: string; readonly refusal?: string | null };

/** A message carries 500 options; longer lists are chosen from by search. */
const mostOptions = 500;

export function listChoice(
  name: string,
  label: string,
  value: string,
  options: readonly Option[],
  hint = '',
): ChoiceField {
  return {
    name,
    label,
    type: 'choice',
    value,
    required: true,
    limit: null,
    options: options.slice(0, mostOptions).map(({ refusal = null, ...option }) => ({ ...option, refusal })),
    hint,
  };
}
