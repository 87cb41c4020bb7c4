import { z } from 'zod';
import { type HomeStatus, healthSchema, homeStatusSchema } from '#shared/contract/home.ts';
import { type CompanyOutcome, companyOption, runForEachCompany } from './eachCompany.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { noteFailure, type Output } from './output.ts';
import type { ReachedCompany } from './reachPlumbline.ts';
import type { Verb } from './verb.ts';
import { whichSchema, whichWords } from './whichPlumbline.ts';

/** What `status --json` prints of one company; its schema is among the help pages. */
export const statusAnswerSchema = z.object({
  ok: z.literal(true),
  /** Which Plumbline it was; `home` is its data folder. */
  asked: whichSchema,
  /** Whether a Plumbline was running that could be asked. */
  running: z.boolean(),
  ...healthSchema.shape,
  ...homeStatusSchema.shape,
});
type StatusAnswer = z.infer<typeof statusAnswerSchema>;

export const statusVerb: Verb = {
  name: 'status',
  words: 'Say in one sentence how things stand, and what each side was last heard saying.',
  more: ['Asks the Plumbline that runs; reads its data itself when none runs. Changes nothing.', whichWords],
  options: [companyOption],
  run: (call) => runForEachCompany(call, (company, running) => sayStatus(call.output, company, running)),
};

async function sayStatus(output: Output, { ask }: ReachedCompany, running: boolean): Promise<CompanyOutcome> {
  const asked = await ask('home.status', {});
  if (!asked.ok) {
    noteFailure(output, asked.failure);
    return { code: exitCodeOf(asked.failure), result: { ok: false, failure: asked.failure } };
  }
  const health = await ask('home.health', {});
  if (!health.ok) {
    noteFailure(output, health.failure);
    return { code: exitCodeOf(health.failure), result: { ok: false, failure: health.failure } };
  }
  const status = asked.value;
  output.say(status.sentence);
  if (status.hindered !== null) output.say(`${status.hindered.sentence} ${status.hindered.remedy}`);
  output.say(running ? 'Plumbline is running.' : 'Plumbline is not running.');
  for (const { name, sentence, nextRun } of status.sides) {
    output.say(`${name}: ${sentence}${running && nextRun !== null ? ` Next: ${nextRun}.` : ''}`);
  }
  for (const { label, count } of status.counts) if (count > 0) output.say(`${label}: ${count}`);
  return {
    code: exitCodeOfStatus(status),
    result: { ok: true, running, ...health.value, ...status } satisfies Omit<StatusAnswer, 'asked'>,
  };
}

function exitCodeOfStatus({ tone, hindered }: HomeStatus): ExitCode {
  if (tone === 'noContact') return exitCodes.noContact;
  return tone === 'needsYou' || hindered !== null ? exitCodes.needsPerson : exitCodes.ok;
}
