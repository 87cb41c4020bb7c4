import { type ConnectionStep, connectionStepTitles } from '#shared/domain/connectionTest.ts';
import type { CheckResult } from './settings.ts';

/** The steps of a test of Sage's connection as checks, not yet numbered. */
export function checksOfSteps(steps: readonly ConnectionStep[]): readonly Omit<CheckResult, 'number'>[] {
  return steps.map(({ step, result, sentence, remedy, ms }) => {
    const id = `sage.${step}` as const;
    const check = { id, title: `Sage: ${connectionStepTitles[step]}`, result, sentence, remedy };
    return ms === null ? check : { ...check, ms };
  });
}
