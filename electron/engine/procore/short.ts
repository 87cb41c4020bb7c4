import type { ItemRow } from '#shared/contract/procore.ts';

/** Procore's texts can be of any length, a record can miss a hundred things, and an answer travels in one message (256 kB). */

/** The same with every text of more than `most` characters cut, and `…` in place of the rest. For what is only shown. */
export function cutTexts<T>(value: T, most: number): T {
  return cut(value, most) as T;
}

function cut(value: unknown, most: number): unknown {
  if (typeof value === 'string') return value.length <= most ? value : `${value.slice(0, most)}…`;
  if (Array.isArray(value)) return value.map((one) => cut(one, most));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, most)]));
}

/** A row as a list shows it: the first of what it lacks, and short reasons; the item itself has all. */
export function shortRow({ key, suggestion, ...row }: ItemRow): ItemRow {
  return {
    ...cutTexts(row, 120),
    key,
    state: cutTexts(withUnmet(row.state, 1), 200),
    suggestion: suggestion && { ...suggestion, words: cutTexts(suggestion.words, 120) },
  };
}

/** A state with no more than `most` of what is missing. */
export function withUnmet(state: ItemRow['state'], most: number): ItemRow['state'] {
  return state.name === 'notReady' ? { ...state, unmet: state.unmet.slice(0, most) } : state;
}
