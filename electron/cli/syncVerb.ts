import type { HomeStatus } from '#shared/contract/home.ts';
import type { RequestOf } from '#shared/contract/requests.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { sayFailure } from './output.ts';
import { reachPlumbline } from './reachPlumbline.ts';
import type { Call, Verb } from './verb.ts';

type Side = RequestOf<'sync.now'>['side'];

const kinds = [
  ['push', 'Write what people have approved into Sage, and read it back.', ['push']],
  ['pull', 'Read Sage, then Clearstory, for what is new or changed.', ['sage', 'clearstory']],
  ['all', 'Pull, then push.', ['sage', 'clearstory', 'push']],
] as const satisfies readonly (readonly [string, string, readonly Side[]])[];

export const syncVerbs: readonly Verb[] = kinds.map(([name, words, sides]) => ({
  name: `sync ${name}`,
  words,
  more: ['Done once, now, by the Plumbline that runs on this home folder or by this command itself.'],
  options: [],
  run: (call) => runSync(call, sides),
}));

async function runSync(call: Call, sides: readonly Side[]): Promise<ExitCode> {
  const { output } = call;
  const home = call.openHome(call.homePath);
  if (home === null) return exitCodes.needsPerson;
  const reached = await reachPlumbline(call, home);
  if (!reached.ok) {
    sayFailure(output, reached.failure);
    return exitCodeOf(reached.failure);
  }
  const { ask, close } = reached.value;
  const failures: Failure[] = [];
  for (const side of sides) {
    const ran = await ask('sync.now', { side });
    if (ran.ok) output.say(ran.value.sentence);
    else failures.push(ran.failure);
  }
  const status = await ask('home.status', {});
  await close();
  const runs = status.ok ? lastRuns(status.value, sides) : [];
  for (const { sentence, remedy } of failures) {
    output.note(sentence);
    if (remedy !== undefined) output.note(remedy);
  }
  output.result({ ok: failures.length === 0, runs, failures });
  return worst(failures, runs);
}

function lastRuns({ sides }: HomeStatus, wanted: readonly Side[]) {
  return sides.filter(({ side }) => wanted.includes(side)).flatMap(({ runs }) => runs.slice(-1));
}

/** A person first: what only needs patience may be hidden behind it. */
function worst(failures: readonly Failure[], runs: readonly { readonly outcome: string }[]): ExitCode {
  const codes = failures.map(exitCodeOf);
  if (codes.includes(exitCodes.needsPerson) || runs.some(({ outcome }) => outcome === 'partial')) {
    return exitCodes.needsPerson;
  }
  return codes[0] ?? exitCodes.ok;
}
