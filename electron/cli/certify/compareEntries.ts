import { certificationCases } from '#shared/domain/certification/cases.ts';
import { pairsOf, pairWords } from '#shared/domain/certification/pairs.ts';
import { type CertificationState, isAbout, openDifferences } from '#shared/domain/certification/session.ts';
import { uncomparedWords } from '#shared/domain/certification/snapshot.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { Ask } from '../ask.ts';
import { noteFailure, type Output } from '../output.ts';
import type { Call } from '../verb.ts';
import { sheetText } from './sheetText.ts';

type Ended = { readonly finished: boolean; readonly certified: number };

/** Leads through the entries until the last one or until the person ends it. Answers to `question`: null at the end of input. */
export async function compareEntries(ask: Ask, output: Output, question: Call['question']): Promise<Result<Ended>> {
  for (;;) {
    const asked = await ask('certification.get', {});
    if (!asked.ok) return asked;
    const { state, cases, uncompared } = asked.value;
    switch (state.name) {
      case 'idle':
        return succeed({ finished: false, certified: 0 });
      case 'finished':
        return succeed({ finished: true, certified: state.results.length });
      case 'typing': {
        output.say(`\nEntry ${state.caseIndex + 1} of ${cases.length}: ${cases[state.caseIndex]?.title ?? ''}`);
        if (!(await typeAndCompare(ask, output, question))) return end(ask, state);
        break;
      }
      case 'judging':
        if (!(await judge(ask, output, question, state, uncompared))) return end(ask, state);
        break;
    }
  }
}

/** False when the person ends it. A comparison that cannot be made yet says why, and is tried again after the next Enter. */
async function typeAndCompare(ask: Ask, output: Output, question: Call['question']): Promise<boolean> {
  const example = await ask('certification.example', {});
  if (!example.ok) {
    noteFailure(output, example.failure);
    return false;
  }
  output.say('Type exactly this in Sage 6-4-1, leave every other field empty, and save it:\n');
  for (const line of sheetText(example.value.sheet)) output.say(line);
  for (;;) {
    const answer = await question('\nPress Enter when it is saved in Sage; type end to stop: ');
    if (answer === null || answer.trim().toLowerCase() === 'end') return false;
    output.note('Comparing every row …');
    const compared = await ask('certification.compare', {});
    if (compared.ok) return true;
    noteFailure(output, compared.failure);
  }
}

async function judge(
  ask: Ask,
  output: Output,
  question: Call['question'],
  state: Extract<CertificationState, { name: 'judging' }>,
  uncompared: readonly string[],
): Promise<boolean> {
  const open = openDifferences(state);
  const [first] = open;
  if (first === undefined) {
    output.say(
      state.differences.length === 0 ? 'No difference in any row of any table.' : 'Every difference is accepted.',
    );
    output.say(uncomparedWords(uncompared));
    return (await ask('certification.proceed', {})).ok;
  }
  // A reason holds for every row of the field: whoever gives it sees them all.
  const field = pairsOf(open.filter((one) => isAbout(first, one)));
  const words = pairWords(field);
  if (words.length === 1 && field.rows === 1) output.say(`${first.place}: ${words[0] ?? ''}.`);
  else {
    output.say(`${first.place} differs in ${field.rows} rows:`);
    for (const one of words) output.say(`  ${one}`);
  }
  const reason = await question('Why does this do no harm? (empty: stop) ');
  if (reason === null || reason.trim() === '') return false;
  const { table, column } = first;
  return (await ask('certification.accept', { table, column, reason })).ok;
}

async function end(ask: Ask, state: CertificationState): Promise<Result<Ended>> {
  await ask('certification.abandon', {});
  const certified = state.name === 'idle' ? 0 : state.results.length;
  return succeed({ finished: certified === certificationCases.length, certified });
}
