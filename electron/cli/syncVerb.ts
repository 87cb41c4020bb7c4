import type { HomeStatus } from '#shared/contract/home.ts';
import type { RequestOf } from '#shared/contract/requests.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { type CompanyOutcome, companyOption, runForEachCompany, worstOf } from './eachCompany.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import type { Output } from './output.ts';
import type { ReachedCompany } from './reachPlumbline.ts';
import type { Verb } from './verb.ts';
import { whichWords } from './whichPlumbline.ts';

type Side = RequestOf<'sync.now'>['side'];

const kinds = [
  ['push', 'Write what people have approved into Sage, and read it back.', ['push']],
  ['pull', 'Read Sage, then Clearstory and Procore, for what is new or changed.', ['sage', 'clearstory', 'procore']],
  ['all', 'Pull, then push.', ['sage', 'clearstory', 'procore', 'push']],
] as const satisfies readonly (readonly [string, string, readonly Side[]])[];

export const syncVerbs: readonly Verb[] = kinds.map(([name, words, sides]) => ({
  name: `sync ${name}`,
  words,
  more: ['Done once, now, by the Plumbline that runs or by this command itself.', whichWords],
  options: [companyOption],
  run: (call) => runForEachCompany(call, (company) => sync(call.output, company, sides)),
}));

async function sync(output: Output, { ask }: ReachedCompany, sides: readonly Side[]): Promise<CompanyOutcome> {
  const failures: Failure[] = [];
  for (const side of sides) {
    const ran = await ask('sync.now', { side });
    if (ran.ok) output.say(ran.value.sentence);
    else failures.push(ran.failure);
  }
  const status = await ask('home.status', {});
  const runs = status.ok ? lastRuns(status.value, sides) : [];
  for (const { sentence, remedy } of failures) {
    output.note(sentence);
    if (remedy !== undefined) output.note(remedy);
  }
  return { code: worst(failures, runs), result: { ok: failures.length === 0, runs, failures } };
}

function lastRuns({ sides }: HomeStatus, wanted: readonly Side[]) {
  return sides.filter(({ side }) => wanted.includes(side)).flatMap(({ runs }) => runs.slice(-1));
}

function worst(failures: readonly Failure[], runs: readonly { readonly outcome: string }[]): ExitCode {
  const partial = runs.some(({ outcome }) => outcome === 'partial') ? [exitCodes.needsPerson] : [];
  return worstOf([...partial, ...failures.map(exitCodeOf)]);
}
