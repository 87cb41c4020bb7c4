import { sageCells } from '#shared/domain/procore/budgetCells.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { pairRemovalRefusal } from '#shared/domain/procore/rules/costCodes.ts';
import type { Context } from '../../../context.ts';
import type { ProjectCodes } from '../shared/codes.ts';
import { knownBudget } from '../shared/sageFacts.ts';
import { agreedPairs } from './links.ts';

/**
 * pairs of a code and a cost type that were agreed, are gone in Procore and must not be, each with the reason. Those that nothing uses
 * any more may go in silence.
 */
export function removedPairs(context: Context, project: string, codes: ProjectCodes): readonly string[] {
  const { links } = context.store.procore;
  const link = links.get(procoreItem('costCodes', project));
  if (link === null) return [];
  const gone = [...agreedPairs(link.agreed)].flatMap(([code, types]) =>
    [...types].flatMap((type) => (codes.typed.get(code)?.has(type) === true ? [] : [{ code, type }])),
  );
  if (gone.length === 0) return [];
  const budget = sageCells(knownBudget(context, link.sageKey)?.rows ?? []);
  const usedBy = usesOf(context, project, codes);
  return gone.flatMap((pair) => {
    const name = `${pair.code}/${pair.type}`;
    const why = pairRemovalRefusal(pair, usedBy.get(name) ?? [], budget.has(name));
    return why === null ? [] : [`Removed in Procore although it is needed: ${why}`];
  });
}

/** Commitments that use a pair, by the pair. */
function usesOf(
  context: Context,
  project: string,
  { mapping, types }: ProjectCodes,
): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { number, lines } of context.store.procore.records.all('commitment', project)) {
    for (const { coding } of lines) {
      const code = mapping.pairs.get(coding.fullCode ?? '');
      const type = types.get(coding.costType ?? '');
      if (code === undefined || type === undefined) continue;
      const pair = `${code}/${type}`;
      const known = uses.get(pair) ?? [];
      if (!known.includes(`commitment ${number}`)) uses.set(pair, [...known, `commitment ${number}`]);
    }
  }
  return uses;
}
