import { canonicalCostCode } from '#shared/domain/costCode.ts';
import { compareDecimals, formatScaled, isDecimal, parseScaled } from '#shared/domain/decimal.ts';
import type { MappingDefaults } from '#shared/domain/mapping.ts';

/** One row of the allocation template, with a key that stays while the row is edited. */
export type TemplateRow = MappingDefaults['template'][number] & { readonly id: string };
export type TemplateField = Exclude<keyof TemplateRow, 'id'>;

/** Defaults of a mapping as a form owns them until they are saved. */
export type DefaultsDraft = {
  readonly defaults: Omit<MappingDefaults, 'template'>;
  readonly template: readonly TemplateRow[];
};

export type DefaultsProblems = {
  readonly primeCostCode?: string;
  /** By row and field. */
  readonly template: ReadonlyMap<string, Partial<Readonly<Record<TemplateField, string>>>>;
};

/** Sage rule: `sbcgln.dscrpt` holds 50 characters (confidence high). */
const longestDescription = 50;

export function draftOfDefaults(defaults: MappingDefaults): DefaultsDraft {
  const { template, ...rest } = defaults;
  return { defaults: rest, template: template.map((row, index) => ({ ...row, id: `row ${index}` })) };
}

/** The defaults as the engine wants them: codes in Sage's one spelling, texts trimmed. */
export function defaultsOfDraft({ defaults, template }: DefaultsDraft): MappingDefaults {
  const code = (text: string) => canonicalCostCode(text.trim()) ?? text.trim();
  return {
    ...defaults,
    primeCostCode: code(defaults.primeCostCode),
    template: template.map(({ description, costCode, costType, percent, multiplier }) => ({
      description: description.trim(),
      costCode: code(costCode),
      costType,
      percent: percent.trim(),
      multiplier: multiplier.trim(),
    })),
  };
}

function codeProblem(code: string): string | undefined {
  if (canonicalCostCode(code.trim()) !== null) return undefined;
  return `“${code}” cannot be a cost code: digits, with at most three after a point.`;
}

function rowProblems(row: TemplateRow): Partial<Record<TemplateField, string>> {
  const problems: Partial<Record<TemplateField, string>> = {};
  const { description, costCode, costType } = row;
  const percent = row.percent.trim();
  const multiplier = row.multiplier.trim();
  if (description.trim().length > longestDescription)
    problems.description = `${description.trim().length} characters; Sage takes ${longestDescription}.`;
  const code = costCode.trim() === '' ? 'Choose a cost code.' : codeProblem(costCode);
  if (code !== undefined) problems.costCode = code;
  if (costType === '') problems.costType = 'Choose a cost type.';
  if (!isDecimal(percent) || compareDecimals(percent, '0') <= 0 || compareDecimals(percent, '100') > 0)
    problems.percent = 'A number above 0, up to 100.';
  if (!isDecimal(multiplier) || compareDecimals(multiplier, '0') <= 0) problems.multiplier = 'A number above 0.';
  return problems;
}

/** What keeps the draft from being saved, each at its field. */
export function defaultsProblems(draft: DefaultsDraft): DefaultsProblems {
  const rows = draft.template
    .map((row) => [row.id, rowProblems(row)] as const)
    .filter(([, problems]) => Object.keys(problems).length > 0);
  const { primeCostCode } = draft.defaults;
  const prime = primeCostCode === '' ? undefined : codeProblem(primeCostCode);
  return {
    ...(prime === undefined ? {} : { primeCostCode: prime }),
    template: new Map(rows),
  };
}

export function countDefaultsProblems({ primeCostCode, template }: DefaultsProblems): number {
  const inRows = [...template.values()].reduce((count, fields) => count + Object.keys(fields).length, 0);
  return inRows + (primeCostCode === undefined ? 0 : 1);
}

/** Percent are kept to six decimals while they are added up. */
const percentScale = 6;

/** The sum of the template's percents as short text, and whether it is all there is; null while one is no number. */
export function percentTotal(
  template: readonly TemplateRow[],
): { readonly text: string; readonly whole: boolean } | null {
  let total = 0n;
  for (const { percent } of template) {
    const value = parseScaled(percent.trim(), percentScale);
    if (value === null) return null;
    total += value;
  }
  const text = formatScaled(total, percentScale).replace(/\.?0+$/, '');
  return { text, whole: total === 100n * 10n ** BigInt(percentScale) };
}
