import { type Failure, type Result, succeed } from '#shared/domain/failure.ts';
import { looksTyped } from '#shared/domain/handEntry/candidates.ts';
import { markerUnsure } from '#shared/domain/markerUnsure.ts';
import { headerTable, type Plan } from '#shared/domain/plan.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { linkedElsewhere } from '../handEntry/findEntries.ts';

/**
 * Why a push without a proof may be in Sage all the same; null when it is not. A proof can be taken away: a companion database restored
 * by itself, a row deleted. Whatever else a plan would write twice, its own conditions refuse: a number that is taken, a value that is
 * no longer what it was. Only a new change order takes the next number, so that nothing but its content tells.
 */
export async function unprovedWrite(context: Context, transfer: Transfer): Promise<Result<Failure | null>> {
  const { plan, newestRecord = '0' } = transfer;
  if (plan === null || headerTable(plan) !== 'prmchg' || plan.target.record !== null) return succeed(null);
  const { job } = plan.target;
  const corIds = transfer.cloud === 'clearstory' ? transfer.corIds : [];
  const linked = linkedElsewhere(context, { job, corIds });
  let after: string | null = newestRecord;
  do {
    const page: Awaited<ReturnType<typeof readAfter>> = await readAfter(context, after);
    // Asked again for ever it would never become a person's, and hold its job for as long.
    if (!page.ok) return page.failure.next === 'retry' ? page : succeed(unread(plan, page.failure));
    const alike = page.value.records.find((one) => one.job === job && !linked.has(one.record) && looksTyped(plan, one));
    if (alike !== undefined) return succeed(perhapsWritten(plan, alike));
    after = page.value.next;
  } while (after !== null);
  return succeed(null);
}

function readAfter({ sage }: Context, after: string) {
  return sage.read('changeOrder', { changedFrom: null, after });
}

function perhapsWritten(plan: Plan, { number, record }: ChangeOrder): Failure {
  const { job } = plan.target;
  const why = `change order ${number} (record ${record}) is new in job ${job} and looks like it, but there is no proof that this push wrote it`;
  return markerUnsure(plan, why);
}

function unread(plan: Plan, { sentence, detail }: Failure): Failure {
  const failure = markerUnsure(
    plan,
    `there is no proof of it, and what is new in Sage cannot be read: ${sentence.replace(/\.$/, '')}`,
  );
  return detail === undefined ? failure : { ...failure, detail };
}
