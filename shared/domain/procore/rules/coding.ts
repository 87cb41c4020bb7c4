import { displayCostCode } from '../../costCode.ts';
import type { CodePairs } from '../codes.ts';
import type { Unmet } from '../item.ts';
import type { Coding } from '../records.ts';

/** What a line's cost coding is in Sage. `phase` is `0` for none. */
export type SageCoding = { readonly costCode: string; readonly costType: string; readonly phase: string };

/** What is known of a project's codes. */
export type CodingFacts = {
  /** Procore's whole codes and Sage's, of this project. */
  readonly pairs: CodePairs;
  /** Cost types 1–9 of Sage by the id of Procore's cost type. */
  readonly costTypes: ReadonlyMap<string, string>;
  /** Phases of the job by the id of the sub job that each is linked with. */
  readonly phases: ReadonlyMap<string, string>;
  /** Whether Sage has the code (6-5), by its key with three decimals. */
  readonly inSage: (costCode: string) => boolean;
  /** Whole codes of Procore with something that waits under *Ready to update* (R-021). */
  readonly waiting: ReadonlySet<string>;
};

export type CodedLine = {
  readonly id: string;
  readonly position: number;
  readonly description: string;
  readonly coding: Coding;
};

export type CodingReading =
  | { readonly ok: true; readonly coding: SageCoding }
  | { readonly ok: false; readonly unmet: Unmet };

/** R-049, R-057: every line needs a code and a category that both sides have. R-021: and no update of that code may be waiting. */
export function sageCoding(line: CodedLine, facts: CodingFacts): CodingReading {
  const { coding } = line;
  const name = lineName(line);
  const field = `lines.${line.id}`;
  const unmet = (rule: string, value: string, sentence: string): CodingReading => ({
    ok: false,
    unmet: { rule, field, value, sentence },
  });
  if (coding.fullCode === null || coding.costType === null) {
    const what = coding.fullCode === null ? 'cost code' : 'cost type';
    return unmet('R-049', '', `${name} has no ${what}: give it one in Procore, because Sage needs both.`);
  }
  const value = `${coding.fullCode}${coding.costTypeCode === null ? '' : `.${coding.costTypeCode}`}`;
  if (facts.waiting.has(coding.fullCode)) {
    const words = `${name} uses cost code ${value}, whose update is not in Sage yet: accept the update of the project's cost codes first.`;
    return unmet('R-021', value, words);
  }
  const costCode = facts.pairs.get(coding.fullCode);
  if (costCode === undefined) {
    const words = `${name} uses cost code ${coding.fullCode}, and nobody has said which one that is in Sage: accept the project's cost codes first.`;
    return unmet('R-049', value, words);
  }
  if (!facts.inSage(costCode)) {
    const words = `${name} uses cost code ${displayCostCode(costCode)}, which is not in Sage (6-5): accept the project's cost codes first.`;
    return unmet('R-049', value, words);
  }
  const costType = facts.costTypes.get(coding.costType);
  if (costType === undefined) {
    const words = `${name} uses cost type ${coding.costTypeCode ?? coding.costType}, which is none of Sage's: choose one on the line in Procore that Sage has.`;
    return unmet('R-049', value, words);
  }
  const phase = coding.subJob === null ? '0' : facts.phases.get(coding.subJob);
  if (phase === undefined) {
    const words = `${name} belongs to a sub job that is linked with no phase of the job: link the sub job first.`;
    return unmet('R-049', value, words);
  }
  return { ok: true, coding: { costCode, costType, phase } };
}

/** `Line 2 (Rough-in)`. Procore counts from 1. */
export function lineName({ position, description }: Omit<CodedLine, 'coding' | 'id'>): string {
  return description === '' ? `Line ${position}` : `Line ${position} (${description})`;
}
