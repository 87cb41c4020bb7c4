import { displayCostCode } from '../../costCode.ts';
import type { CodeMapping } from '../codes.ts';
import type { Unmet } from '../item.ts';
import type { ProcoreCostCode } from '../records.ts';
import { someOf } from '../words.ts';

/** Conditions of cost codes and cost types. */

/** Codes that stand on lines: those that have others below them are headings, which Sage's list does not have. */
export function leafCodes(codes: readonly ProcoreCostCode[]): readonly ProcoreCostCode[] {
  const parents = new Set(codes.map(({ parent }) => parent));
  return codes.filter(({ id }) => !parents.has(id));
}

/** Codes of a project by which Sage knows them, with their cost types there, e.g. `12.100` → `2`, `4`. */
export type Typed = ReadonlyMap<string, ReadonlySet<string>>;

export type CodeUpdate = {
  /** Codes that the job does not have. */
  readonly codes: readonly string[];
  /** Pairs of a code that the job has with a type that was not used with it: told, because nothing has to be written for them. */
  readonly pairs: readonly { readonly code: string; readonly type: string }[];
};

/** what a project has and its job has not. What the job has and the project has not is never taken away. */
export function codeUpdate(project: Typed, agreed: Typed, inBudget: ReadonlySet<string>): CodeUpdate {
  const codes: string[] = [];
  const pairs: { readonly code: string; readonly type: string }[] = [];
  for (const [code, types] of project) {
    if (!inBudget.has(code)) codes.push(code);
    else for (const type of types) if (agreed.get(code)?.has(type) !== true) pairs.push({ code, type });
  }
  return { codes: codes.sort(), pairs };
}

/** before the codes of a project are written. */
export function codesUnmet(projectLinked: boolean, mapping: CodeMapping, untyped: readonly string[]): readonly Unmet[] {
  const unmet: Unmet[] = [];
  if (!projectLinked) {
    unmet.push({
      rule: 'R-020',
      field: 'project',
      value: '',
      sentence: 'The project is no job in Sage yet: send or link the project first.',
    });
  }
  if (untyped.length > 0) {
    const codes = someOf(untyped);
    unmet.push({
      rule: 'R-020',
      field: 'costTypes',
      value: codes,
      sentence: `These cost codes have no cost type: ${codes}. Give each one in Procore.`,
    });
  }
  return [...unmet, ...mappingUnmet(mapping)];
}

/** codes that are not yet, or can never be, codes of Sage. */
export function mappingUnmet({ open, doubled }: CodeMapping): readonly Unmet[] {
  return [
    ...open.map(
      ({ fullCode, proposed, why }): Unmet => ({
        rule: proposed === null ? 'R-022' : 'R-095',
        field: `code:${fullCode}`,
        value: fullCode,
        sentence: `Cost code ${fullCode} ${why}: say which cost code of Sage it is, or rename it in Procore.`,
      }),
    ),
    ...doubled.map((sentence): Unmet => ({ rule: 'R-095', field: 'codes', value: '', sentence })),
  ];
}

/** why a pair of a code and a cost type cannot be removed in Procore; null when it can. */
export function pairRemovalRefusal(
  pair: { readonly code: string; readonly type: string },
  usedBy: readonly string[],
  inSage: boolean,
): string | null {
  const words = `${displayCostCode(pair.code)} with cost type ${pair.type}`;
  if (usedBy.length > 0) return `${words} is used by ${someOf(usedBy)}: take it out there first.`;
  if (inSage) return `${words} has money in Sage's budget (6-2) or was agreed with it: take it out there first.`;
  return null;
}
