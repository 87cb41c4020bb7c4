import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { type Context, planHash } from '../context.ts';
import { shortKey } from '../ports/sageProofs.ts';
import { installationOf, settleKey } from '../proofs/memory.ts';
import { officeTime } from '../push/officeTime.ts';
import { newestRecord, noteUsed, searchFor, storeOfPlan } from '../writing/markerStores.ts';

/**
 * Writes the example as an approved plan is written, through the same door, but not through the outbox: it belongs to no COR. Out: the
 * change order's record. A commit whose outcome is unknown is looked up at once; if Sage cannot be asked, the comparison can be
 * pressed again and begins a new example change order.
 */
export async function writeExample(context: Context, plan: Plan): Promise<Result<string>> {
  const { sage, clock, random, host, store } = context;
  const operationKey = random.uuid();
  const at = clock.now();
  // It belongs to no transfer.
  settleKey(context, operationKey);
  settleKey(context, shortKey(operationKey));
  noteUsed(context, storeOfPlan(context, plan));
  const approval = {
    ...searchFor(context, operationKey, newestRecord(context)),
    company: context.company,
    planHash: planHash(plan),
    installation: installationOf(context),
    person: host.person,
    at,
    officeTime: officeTime(at, store.settings.read().timeZone),
  };
  const turn = await sage.beginWriting();
  if (!turn.ok) return turn;
  const outcome = await sage.apply(plan, approval);
  await sage.endWriting();
  // What Sage holds now is not what the last pull saw.
  store.notes.write('sage.fingerprint.changeOrder', '');
  switch (outcome.outcome) {
    case 'applied':
      return succeed(outcome.receipt.record);
    case 'alreadyApplied':
      return succeed(outcome.marker.record);
    case 'notApplied':
      return fail(outcome.failure);
    case 'inDoubt': {
      const found = await sage.lookUp(plan, approval);
      if (!found.ok) return found;
      return found.value === null ? fail(outcome.failure) : succeed(found.value.record);
    }
  }
}
