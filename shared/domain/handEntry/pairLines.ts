import type { ComparedRow } from './typedFields.ts';

export type Pairs<S, L, R> = { readonly pairs: readonly R[]; readonly left: readonly S[]; readonly over: readonly L[] };

/** Lines that are equal belong together; the others by likeness, the likest first. A person may type them in any order. */
export function pairLines<S, L, R extends { readonly compared: ComparedRow }>(
  steps: readonly S[],
  free: readonly L[],
  rowOf: (step: S, line: L) => R,
): Pairs<S, L, R> {
  const left = new Set(steps);
  const over = new Set(free);
  const pairs: R[] = [];
  const take = (step: S, line: L, row: R) => {
    left.delete(step);
    over.delete(line);
    pairs.push(row);
  };
  for (const step of steps) {
    for (const line of over) {
      const row = rowOf(step, line);
      if (row.compared.differences.length > 0) continue;
      take(step, line, row);
      break;
    }
  }
  const likeness = [...left].flatMap((step) => [...over].map((line) => ({ step, line, row: rowOf(step, line) })));
  likeness.sort((a, b) => b.row.compared.equal - a.row.compared.equal);
  for (const { step, line, row } of likeness) if (left.has(step) && over.has(line)) take(step, line, row);
  return { pairs, left: [...left], over: [...over] };
}
