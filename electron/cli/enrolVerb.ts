import type { Failure } from '#shared/domain/failure.ts';
import { enrol } from '../hosts/enrolment/enrolAtStart.ts';
import { askAtHome } from '../hosts/homeSocket.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { enrolmentPlace } from './openPlumbline.ts';
import { sayFailure } from './output.ts';
import type { Call, Verb } from './verb.ts';

export const enrolVerb: Verb = {
  name: 'enrol',
  words: 'Connect the companies of an enrolment file, once, and delete the file.',
  more: [
    'The file is checked whole: everything of it is used, or nothing. Its secrets go where Plumbline keeps secrets.',
    'Where a company of it is there already, this asks before anything is replaced; --replace is that yes beforehand.',
    'Plumbline must not be running on this home folder.',
  ],
  operand: { name: 'file', value: 'FILE', words: 'The enrolment file.' },
  options: [{ name: 'replace', words: 'Replace companies that are there already, without asking.' }],
  run: runEnrol,
};

async function runEnrol(call: Call): Promise<ExitCode> {
  const { output } = call;
  const file = call.option('file');
  if (file === null) {
    output.note('enrol needs the file: plumbline enrol FILE.');
    return exitCodes.usage;
  }
  const home = call.openHome(call.homePath);
  if (home === null) return exitCodes.needsPerson;
  const list = { ask: 'engine', company: null, channel: 'companies.list', payload: {} } as const;
  if ((await askAtHome(home.folder, list)) !== null) {
    sayFailure(output, runsHere(home.folder));
    return exitCodes.needsPerson;
  }
  const place = enrolmentPlace(call, home);
  if (!place.ok) {
    sayFailure(output, place.failure);
    return exitCodes.needsPerson;
  }
  const once = (replace: boolean) => enrol({ ...place.value, file, replace });
  let outcome = once(call.option('replace') !== null);
  if (outcome?.failure?.code === 'enrolment.taken') {
    output.note(outcome.sentence);
    const answer = await call.question('Replace what is there? Type yes to replace it: ');
    if (answer?.trim().toLowerCase() !== 'yes') {
      output.note('Nothing was replaced.');
      output.result({ ok: false, result: outcome.result, sentence: outcome.sentence, failure: outcome.failure });
      return exitCodes.needsPerson;
    }
    outcome = once(true);
  }
  // A file that is named always has an outcome.
  const { result, sentence, remedy } = outcome ?? { result: 'refused', sentence: '', remedy: '' };
  if (result === 'done') output.say(sentence);
  else output.note(`${sentence} ${remedy}`.trimEnd());
  const failure = outcome?.failure ?? null;
  output.result({ ok: result === 'done', result, sentence, ...(failure === null ? {} : { failure }) });
  return result === 'done' ? exitCodes.ok : exitCodes.needsPerson;
}

function runsHere(folder: string): Failure {
  return {
    next: 'needsPerson',
    code: 'enrolment.running',
    sentence: `Plumbline is running on ${folder}, and an enrolment is used only while it is not.`,
    remedy: 'Quit it, or stop the service with: plumbline unattended stop. Then run this command again.',
  };
}
