import { type Result, succeed } from '#shared/domain/failure.ts';
import { compareRecord } from '#shared/domain/handEntry/compareRecord.ts';
import { type Compared, compareTyped } from '#shared/domain/handEntry/compareTyped.ts';
import { headerTable, type Plan } from '#shared/domain/plan.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { knownOf } from '../handEntry/findEntries.ts';
import { listWordsFor } from '../handEntry/listWords.ts';

export type BesidePlan = {
  readonly compared: Compared;
  /** As it stands in Sage; null where the plan is of another record. */
  readonly changeOrder: ChangeOrder | null;
};

/**
 * The record that a push wrote, as it stands in Sage now, beside the push's plan; null when it is gone. `read`: the change order, by
 * whoever has just read it.
 */
export async function besidePlan(
  context: Context,
  transfer: Transfer & { readonly plan: Plan },
  record: string,
  read?: ChangeOrder | null,
): Promise<Result<BesidePlan | null>> {
  const { plan } = transfer;
  if (headerTable(plan) !== 'prmchg') {
    const answer = await context.sage.typedRecords(plan, record);
    if (!answer.ok) return answer;
    const [found] = answer.value;
    if (found === undefined) return succeed(null);
    return succeed({ compared: compareRecord(plan, found, await listWordsFor(context, transfer)), changeOrder: null });
  }
  const answer = read === undefined ? await context.sage.changeOrder(record) : succeed(read);
  if (!answer.ok) return answer;
  const changeOrder = answer.value;
  if (changeOrder === null) return succeed(null);
  const { owned, shownAs } =
    transfer.cloud === 'clearstory'
      ? await knownOf(context, transfer)
      : { owned: new Set<string>(), shownAs: await listWordsFor(context, transfer) };
  return succeed({ compared: compareTyped({ plan, changeOrder, owned, shownAs }), changeOrder });
}
