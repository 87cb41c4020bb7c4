import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { isZero } from '#shared/domain/money.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { Composed } from '../../hosts/composition.ts';
import type { Home } from '../../hosts/homeFolder.ts';
import { openSqlite } from '../../sage/connection/sqlite.ts';
import type { ProcoreSandbox } from '../../sandbox/procore/server.ts';
import { deletePurchaseOrder } from '../../sandbox/sampleCompany/deletePurchaseOrder.ts';
import { createAsk } from '../ask.ts';
import { type ExitCode, exitCodes } from '../exitCodes.ts';
import type { Output } from '../output.ts';
import { runMainJob } from './mainJob.ts';
import type { People } from './procore/money.ts';
import { playProcore } from './procore/story.ts';
import { procoreObjects, procoreWords } from './procore/summary.ts';
import { summaryObject, summaryWords } from './summary.ts';

/** What a cloud's part of the demo plays on. */
export type Stage = {
  readonly composed: Composed;
  readonly clock: Clock;
  readonly home: Home;
  readonly output: Output;
  /** Milliseconds since this part began. */
  readonly elapsed: () => number;
};

export const demoClouds = ['clearstory', 'procore'] as const;
export type DemoCloud = (typeof demoClouds)[number];

/** Each part says in words and as data what it did; the exit code says whether both sides are equal. */
export const parts: Readonly<Record<DemoCloud, (stage: Stage) => Promise<Result<ExitCode>>>> = {
  clearstory: async ({ composed, clock, output, elapsed }) => {
    const done = await runMainJob({ ...composed, clock }, output.note);
    if (!done.ok) return done;
    const elapsedMs = elapsed();
    for (const line of summaryWords(composed.companyName, done.value, elapsedMs)) output.say(line);
    output.result(summaryObject(done.value, elapsedMs));
    return succeed(exitCodes.ok);
  },

  procore: async ({ composed, home, output, elapsed }) => {
    if (composed.practice.procore === null) return fail(noPractice);
    const played = await playProcore(
      createAsk(composed.engine.request),
      peopleOf(composed.practice.procore, home),
      output.note,
    );
    if (!played.ok) return played;
    const elapsedMs = elapsed();
    for (const line of procoreWords(composed.companyName, played.value, elapsedMs)) output.say(line);
    for (const line of procoreObjects(played.value, elapsedMs)) output.result(line);
    const { kinds, reconciliation } = played.value;
    const isEqual = isZero(reconciliation.difference) && kinds.every(({ differences }) => differences === 0);
    return succeed(isEqual ? exitCodes.ok : exitCodes.needsPerson);
  },
};

/** The far ends are played as well: each by what only its own people may do. */
function peopleOf({ control }: Pick<ProcoreSandbox, 'control'>, home: Home): People {
  // A day's work in seconds would wait for Procore's limits most of the time.
  control.setLimits({ spike: 10_000, hourly: 100_000 });
  return {
    procore: control,
    deletePurchaseOrder: async (job, number) => {
      const connection = await openSqlite({ file: home.sampleCompany });
      await deletePurchaseOrder(connection, job, number);
      await connection.close();
    },
  };
}

const noPractice: Failure = {
  next: 'needsPerson',
  code: 'demo.noProcore',
  sentence: 'The configuration names no practice Procore, so its part of the demo cannot be played.',
  remedy: 'Leave --config out, or add "procore": { "sandbox": true } to it.',
};
