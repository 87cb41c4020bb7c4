import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import type { Refusal } from '#shared/domain/plan.ts';
import { agreedCode } from '#shared/domain/procore/codes.ts';
import { mappingUnmet } from '#shared/domain/procore/rules/costCodes.ts';
import type { CostCode } from '#shared/domain/sage/facts.ts';
import type { ProjectCodes } from './codes.ts';
import { listChoice, textChoice } from './overflow.ts';

/** Questions for codes that Sage would write otherwise or cannot have, and for the division of those that it lacks. */
export function codeChoices(codes: ProjectCodes, list: ReadonlyMap<string, CostCode>): readonly ChoiceField[] {
  const open = codes.mapping.open.map(({ fullCode, proposed, why }) => ({
    ...textChoice(
      agreedCode(fullCode),
      `Cost code ${fullCode} in Sage`,
      proposed === null ? '' : displayCostCode(proposed),
      `Cost code ${fullCode} ${why}.`,
    ),
    type: 'costCode' as const,
    required: true,
  }));
  const missing = codes.used.filter(({ code }) => !list.has(code)).length + open.length;
  return missing === 0 ? open : [...open, divisionChoice(list)];
}

function divisionChoice(list: ReadonlyMap<string, CostCode>): ChoiceField {
  const divisions = new Map([...list.values()].map(({ division, divisionName }) => [division, divisionName]));
  return {
    ...listChoice(
      'division',
      'Division of new cost codes',
      '',
      [
        { value: '', label: 'That of the code before it in the list' },
        ...[...divisions].map(([value, name]) => ({ value, label: `${value} ${name}`.trimEnd() })),
      ],
      'Sage keeps every cost code in a division; it is asked only for codes that Sage does not have yet.',
    ),
    required: false,
  };
}

/** Codes without an answer, and codes that would be one in Sage. */
export function codeRefusals({ mapping }: ProjectCodes): readonly Refusal[] {
  return mappingUnmet(mapping).map(({ field, value, sentence }) => ({ field, value, sentence }));
}

/** What a person said about codes, by the names that links keep. */
export function saidCodes(choices: Choices): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(choices).filter(([name]) => name.startsWith(agreedCode(''))));
}
