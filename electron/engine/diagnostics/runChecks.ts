import { checksOfSteps } from '#shared/contract/connectionChecks.ts';
import type { CheckResult } from '#shared/contract/settings.ts';
import { selfCheckNumber } from '#shared/domain/selfChecks.ts';
import type { Context } from '../context.ts';
import { notConfigured } from '../procore/failures.ts';
import { usedClouds } from '../usedClouds.ts';
import { type Check, failed, inOrder, lookAt, notTried } from './check.ts';
import { clockCheck } from './clocks.ts';
import { databaseChecks } from './databaseChecks.ts';
import { heardCheck } from './heard.ts';

/** Every self-check, in the order of its number. One that fails hides none that can still be tried. */
export async function runChecks(context: Context): Promise<readonly CheckResult[]> {
  const sage = checksOfSteps(await context.sage.test());
  const reached = sage.every(({ id, result }) => result !== 'fail' || id === 'sage.tables' || id === 'sage.read');
  const uses = usedClouds(context);
  const machine = await context.host.checks();
  const checks = [
    // A company without Clearstory needs no key of it.
    ...machine.filter(({ id }) => uses.clearstory || id !== 'key'),
    storeCheck(context),
    ...sage,
    ...(await databaseChecks(context, reached)),
    ...(uses.clearstory ? await clearstoryChecks(context) : []),
    ...(uses.procore ? await procoreChecks(context) : []),
    unreadableCheck(context),
    heardCheck(context),
  ];
  return checks.map((check) => ({ ...check, number: selfCheckNumber(check.id) })).sort((a, b) => a.number - b.number);
}

/** Whether Clearstory answers, and how its clock stands. */
export async function clearstoryChecks({ clearstory, clock }: Context): Promise<readonly Check[]> {
  const answers = { id: 'clearstory', title: 'Clearstory answers' } as const;
  const tested = await clearstory.test();
  if (!tested.ok) {
    const named = { id: 'clearstory.clock', title: 'The clock of Clearstory' } as const;
    return [failed(answers, tested.failure), notTried(named, 'Not tried: Clearstory did not answer.')];
  }
  const { companyName, serverTime } = tested.value;
  return [
    inOrder(answers, `The key belongs to ${companyName}.`),
    clockCheck('clearstory.clock', 'Clearstory', serverTime, clock.now()),
  ];
}

/** Whether Procore answers, step by step, and how its clock stands. */
export async function procoreChecks({ procore, clock }: Context): Promise<readonly Check[]> {
  const answers = { id: 'procore', title: 'Procore answers' } as const;
  const clockOf = { id: 'procore.clock', title: 'The clock of Procore' } as const;
  if (!procore.configured()) return [failed(answers, notConfigured)];
  const tested = await procore.test();
  if (!tested.ok) return [failed(answers, tested.failure), notTried(clockOf, 'Not tried: Procore did not answer.')];
  const { companyName, projectsVisible, serverTime, steps } = tested.value;
  const wrong = steps.find(({ ok }) => !ok);
  return [
    wrong === undefined
      ? inOrder(answers, `The credentials are of ${companyName}, with ${projectsVisible} projects in view.`)
      : failed(answers, {
          sentence: `${wrong.title}: ${wrong.sentence}`,
          remedy: 'See Settings, Procore, and the help page for IT.',
        }),
    clockCheck('procore.clock', 'Procore', serverTime, clock.now()),
  ];
}

function storeCheck({ store }: Context): Check {
  const named = { id: 'store', title: 'What Plumbline keeps is undamaged' } as const;
  const damage = store.damage();
  if (damage === null) return inOrder(named, 'The whole file was looked through.');
  const remedy = 'Restore the last backup under Settings, Backup; the damaged file is kept aside for support.';
  return failed(named, { sentence: `The store is damaged: ${damage}`, remedy });
}

function unreadableCheck({ store }: Context): Check {
  const named = { id: 'unreadable', title: 'Everything received could be read' } as const;
  const count = store.unreadable.all().length;
  if (count === 0) return inOrder(named, 'Nothing unreadable is kept.');
  const remedy = 'Look at them under Settings, Diagnostics, and send them to support.';
  return lookAt(named, `${count} records could not be read and are kept aside.`, remedy);
}
