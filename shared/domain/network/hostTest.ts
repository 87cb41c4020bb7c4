import { z } from 'zod';
import { hostKinds } from './hosts.ts';

/** A test of one host on the internet, step by step: each step needs the one before it. */

export const hostSteps = ['name', 'connection', 'certificate', 'answer', 'clock'] as const;
export type HostStepName = (typeof hostSteps)[number];

export const hostStepTitles: Readonly<Record<HostStepName, string>> = {
  name: 'name looked up',
  connection: 'connection',
  certificate: 'certificate',
  answer: 'answer',
  clock: 'clock',
};

export const hostStepSchema = z.object({
  step: z.enum(hostSteps),
  /** `notTried`: an earlier step failed, or somebody else does it. */
  result: z.enum(['ok', 'warn', 'fail', 'notTried']),
  sentence: z.string(),
  /** What IT has to do; empty when there is nothing to do. */
  remedy: z.string(),
  /** How long it took; null where it was not measured by itself. */
  ms: z.number().int().nonnegative().nullable(),
});
export type HostStep = z.infer<typeof hostStepSchema>;

export const hostTestSchema = z.object({
  kind: z.enum(hostKinds),
  title: z.string(),
  /** `web-api.clearstory.build:443`. */
  host: z.string(),
  steps: z.array(hostStepSchema).readonly(),
});
export type HostTest = z.infer<typeof hostTestSchema>;

/** The test in one line, for the self-checks: the first step that went wrong, else the first worth a look, else what was found. */
export function hostTestSummary({ host, steps }: HostTest): Pick<HostStep, 'result' | 'sentence' | 'remedy'> {
  const worst = steps.find(({ result }) => result === 'fail') ?? steps.find(({ result }) => result === 'warn');
  if (worst !== undefined) {
    const { step, result, sentence, remedy } = worst;
    return { result, sentence: `${host}, ${hostStepTitles[step]}: ${sentence}`, remedy };
  }
  const said = steps.filter(({ step, result }) => result === 'ok' && (step === 'connection' || step === 'certificate'));
  return { result: 'ok', sentence: `${host}: ${said.map(({ sentence }) => sentence).join(' ')}`, remedy: '' };
}
