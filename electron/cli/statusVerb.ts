import type { HomeStatus } from '#shared/contract/home.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { sayFailure } from './output.ts';
import { reachPlumbline } from './reachPlumbline.ts';
import type { Call, Verb } from './verb.ts';

export const statusVerb: Verb = {
  name: 'status',
  words: 'Say in one sentence how things stand, and what each side was last heard saying.',
  more: ['Asks the Plumbline that runs on this home folder; reads its data itself when none runs. Changes nothing.'],
  options: [],
  run: runStatus,
};

async function runStatus(call: Call): Promise<ExitCode> {
  const { output } = call;
  const home = call.openHome(call.homePath);
  if (home === null) return exitCodes.needsPerson;
  const reached = await reachPlumbline(call, home);
  if (!reached.ok) {
    sayFailure(output, reached.failure);
    return exitCodeOf(reached.failure);
  }
  const { ask, running, close } = reached.value;
  const asked = await ask('home.status', {});
  await close();
  if (!asked.ok) {
    sayFailure(output, asked.failure);
    return exitCodeOf(asked.failure);
  }
  const status = asked.value;
  output.say(status.sentence);
  output.say(running ? 'Plumbline is running.' : 'Plumbline is not running.');
  for (const { name, sentence, nextRun } of status.sides) {
    output.say(`${name}: ${sentence}${running && nextRun !== null ? ` Next: ${nextRun}.` : ''}`);
  }
  for (const { label, count } of status.counts) if (count > 0) output.say(`${label}: ${count}`);
  output.result({ ok: true, running, ...status });
  return exitCodeOfTone(status);
}

function exitCodeOfTone({ tone }: HomeStatus): ExitCode {
  if (tone === 'noContact') return exitCodes.noContact;
  return tone === 'needsYou' ? exitCodes.needsPerson : exitCodes.ok;
}
