import type { WizardContext } from '#shared/contract/wizard.ts';

type Cor = WizardContext['cors'][number];

/** What an editable grid shows, from top to bottom: each COR's heading, its lines, its totals. */
export type GridItem<L> =
  | { readonly kind: 'head'; readonly cor: Cor; readonly lines: number }
  | { readonly kind: 'line'; readonly line: L; readonly index: number }
  | { readonly kind: 'foot'; readonly cor: Cor };

export function gridItems<L extends { readonly id: string; readonly corId: string }>(
  cors: readonly Cor[],
  lines: readonly L[],
): readonly GridItem<L>[] {
  const numbered = lines.map((line, index) => ({ kind: 'line' as const, line, index }));
  return cors.flatMap((cor): readonly GridItem<L>[] => {
    const own = numbered.filter(({ line }) => line.corId === cor.id);
    return [{ kind: 'head', cor, lines: own.length }, ...own, { kind: 'foot', cor }];
  });
}

export function gridItemKey(item: GridItem<{ readonly id: string }>): string {
  return item.kind === 'line' ? item.line.id : `${item.kind} ${item.cor.id}`;
}

/** The key of the line that a field's path is about: `budget.2.costCode` → the id of line 3; null for other paths. */
export function lineWanted(
  field: string | null,
  list: 'prime' | 'budget',
  lines: readonly { readonly id: string }[],
): string | null {
  const match = /^(prime|budget)\.(\d+)\./.exec(field ?? '');
  return match?.[1] === list ? (lines[Number.parseInt(match[2] ?? '', 10)]?.id ?? null) : null;
}
