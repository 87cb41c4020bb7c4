import { compareCostCodes, displayCostCode } from '../../costCode.ts';
import type { Check, Refusal, Step } from '../../plan.ts';
import type { CostCode } from '../../sage/facts.ts';
import { collapseSpaces } from '../../text.ts';
import { entered, fixed, taken } from '../changeOrder/steps.ts';

/** A cost code that a project uses: Sage's key of it, and its name in Procore. */
export type UsedCode = { readonly code: string; readonly name: string };

export type CodeList = {
  /** By canonical code: the company's whole list (6-5). */
  readonly costCodes: ReadonlyMap<string, CostCode>;
  /** The division that new codes go into; empty: that of their neighbour in the list. */
  readonly division: string;
};

export type NewCodes = {
  readonly steps: readonly Step[];
  readonly checks: readonly Check[];
  readonly refusals: readonly Refusal[];
};

/**
 * The rows of the company's list (6-5) for codes that Sage does not have. Those that it has are left byte for byte as they are.
 * Sage saves no code without a division: the chosen one, else the division of the code before it in the list, as people number them.
 */
export function newCodes(used: readonly UsedCode[], { costCodes, division }: CodeList): NewCodes {
  const missing = used.filter(({ code }) => !costCodes.has(code));
  const listed = [...costCodes.values()].sort((a, b) => compareCostCodes(a.code, b.code));
  const refusals: Refusal[] = [];
  const steps = missing.flatMap((one): Step[] => {
    const neighbour = neighbourOf(one.code, listed);
    if (division === '' && neighbour === null) {
      const sentence = `Cost code ${displayCostCode(one.code)} needs a division and Sage has no cost code to go by: enter a first one in 6-5.`;
      refusals.push({ field: 'division', value: '', sentence });
      return [];
    }
    return [insertCode(one, division === '' ? null : division, neighbour)];
  });
  return { steps, checks: missing.map(codeCheck), refusals };
}

/** The code before it in the list; before the first, the first. */
function neighbourOf(code: string, listed: readonly CostCode[]): CostCode | null {
  return listed.findLast((other) => compareCostCodes(other.code, code) < 0) ?? listed[0] ?? null;
}

function insertCode({ code, name }: UsedCode, division: string | null, neighbour: CostCode | null): Step {
  return {
    id: `code.${code}`,
    op: 'insert',
    table: 'cstcde',
    key: {},
    corId: null,
    title: `Cost code ${displayCostCode(code)} ${name}`.trimEnd(),
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      entered('recnum', code),
      entered('cdenme', collapseSpaces(name)),
      fixed('untdsc', '', 'Procore keeps no unit with a code'),
      division === null
        ? {
            ...fixed(
              'divnum',
              neighbour?.division ?? null,
              `Division of its neighbour ${displayCostCode(neighbour?.code ?? '')}: ${neighbour?.divisionName ?? ''}`,
            ),
            confidence: 'guess',
          }
        : entered('divnum', division),
      fixed('inactv', 'N', 'Active'),
      fixed('ntetxt', '', 'No notes'),
    ],
  };
}

function codeCheck({ code }: UsedCode): Check {
  return {
    table: 'cstcde',
    where: { recnum: code },
    expect: 'none',
    columns: {},
    sentence: `Cost code ${displayCostCode(code)} was made in Sage 6-5 meanwhile: read Sage again.`,
  };
}

/** Empty names are refused like those that are too long: Sage saves no code without a description. */
export function nameRefusals(used: readonly UsedCode[], longest: number): readonly Refusal[] {
  return used.flatMap(({ code, name }): Refusal[] => {
    const { length } = collapseSpaces(name);
    if (length > 0 && length <= longest) return [];
    const what = length === 0 ? 'has no name' : `has a name of ${length} characters and Sage keeps ${longest}`;
    const sentence = `Cost code ${displayCostCode(code)} ${what}: change its name in Procore, or make the code in Sage 6-5.`;
    return [{ field: `code.${code}`, value: name, sentence }];
  });
}
