import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type HomeStatus, healthSchema, homeStatusSchema } from '#shared/contract/home.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { systemCode } from '../hosts/wholeFile.ts';
import { type CompanyOutcome, companyOption, runForEachCompany } from './eachCompany.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { noteFailure, type Output, sayFailure } from './output.ts';
import type { ReachedCompany } from './reachPlumbline.ts';
import type { Call, Verb } from './verb.ts';
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

const mostItems = 10;

export const statusVerb: Verb = {
  name: 'status',
  words: 'Say in one sentence how things stand, and what each side was last heard saying.',
  more: ['Asks the Plumbline that runs; reads its data itself when none runs. Changes nothing.', whichWords],
  options: [companyOption],
  run: async (call) => {
    const nothing = nothingAt(call);
    if (nothing === null)
      return runForEachCompany(call, (company, running) => sayStatus(call.output, company, running));
    sayFailure(call.output, nothing);
    return exitCodes.needsPerson;
  },
};

/** A watch that looks into the wrong folder must not find a new sample company in the one that was named, and everything in order. */
function nothingAt({ option, homePath, unattendedHome }: Call): Failure | null {
  if (option('home') === null) return null;
  const folder = resolve(homePath);
  try {
    statSync(join(folder, 'companies'));
    return null;
  } catch (error) {
    // Where this user may not look, opening it says so.
    if (systemCode(error) !== 'ENOENT') return null;
  }
  return {
    next: 'needsPerson',
    code: 'home.unused',
    sentence: `No Plumbline has run on the data folder ${folder} yet.`,
    remedy: `Name the folder of the one that is meant with --home (the service’s is ${unattendedHome}), or start Plumbline once.`,
  };
}

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
  await sayItems(output, ask, status.sentence);
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

/** The loudest of what needs a person, each with its way out. A Plumbline of an earlier version does not tell them. */
async function sayItems(output: Output, ask: ReachedCompany['ask'], said: string): Promise<void> {
  const asked = await ask('home.attention', {});
  const items = asked.ok ? asked.value.items.filter(({ sentence }) => !said.includes(sentence)) : [];
  for (const { sentence } of items.slice(0, mostItems)) output.say(`- ${sentence}`);
  if (items.length > mostItems) output.say(`- and ${items.length - mostItems} more.`);
}

function exitCodeOfStatus({ tone, hindered }: HomeStatus): ExitCode {
  if (tone === 'noContact') return exitCodes.noContact;
  return tone === 'needsYou' || hindered !== null ? exitCodes.needsPerson : exitCodes.ok;
}
