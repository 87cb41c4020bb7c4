import { checksOfSteps } from '#shared/contract/connectionChecks.ts';
import type { CheckResult } from '#shared/contract/settings.ts';
import { selfCheckNumber } from '#shared/domain/selfChecks.ts';
import type { Context } from '../context.ts';
import { type Check, failed, inOrder, lookAt, notTried } from './check.ts';
import { clockCheck } from './clocks.ts';
import { databaseChecks } from './databaseChecks.ts';

/** Every self-check, in the order of its number. One that fails hides none that can still be tried. */
export async function runChecks(context: Context): Promise<readonly CheckResult[]> {
  const sage = checksOfSteps(await context.sage.test());
  const reached = sage.every(({ id, result }) => result !== 'fail' || id === 'sage.tables' || id === 'sage.read');
  const checks = [
    ...(await context.host.checks()),
    storeCheck(context),
    ...sage,
    ...(await databaseChecks(context, reached)),
    ...(await clearstoryChecks(context)),
    unreadableCheck(context),
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

function storeCheck({ store }: Context): Check {
  const named = { id: 'store', title: 'What Plumbline keeps is undamaged' } as const;
  const damage = store.damage();
  if (damage === null) return inOrder(named, 'The whole file was looked through.');
  const remedy = 'Close Plumbline, keep a copy of the file for support, and put back the last backup.';
  return failed(named, { sentence: `The store is damaged: ${damage}`, remedy });
}

function unreadableCheck({ store }: Context): Check {
  const named = { id: 'unreadable', title: 'Everything received could be read' } as const;
  const count = store.unreadable.all().length;
  if (count === 0) return inOrder(named, 'Nothing unreadable is kept.');
  const remedy = 'Look at them under Settings, Diagnostics, and send them to support.';
  return lookAt(named, `${count} records could not be read and are kept aside.`, remedy);
}
