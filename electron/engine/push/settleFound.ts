import type { Failure } from '#shared/domain/failure.ts';
import type { Compared } from '#shared/domain/handEntry/compareTyped.ts';
import type { TypedDifference } from '#shared/domain/handEntry/typedFields.ts';
import type { Plan, Receipt } from '#shared/domain/plan.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import type { AppliedMarker } from '../ports/sageCompany.ts';
import { forgetSigns } from '../proofs/memory.ts';
import { besidePlan } from './besidePlan.ts';
import { settleApplied } from './settle.ts';
import { planMissing } from './stillApproved.ts';
import { recordName, screenOf } from './words.ts';

/** `person`: only a person can say what it is; `sage`: it could not be read, and is asked again. */
export type Unsettled = { readonly by: 'person' | 'sage'; readonly failure: Failure };

/**
 * The proof of a push was found in Sage, now or while a doubt was looked up. It is done when what stands there is, field by field, what
 * was approved; anything else a person decides. `read`: the change order as it stands there, null when it is gone or the plan is of
 * another record; left out, it is read. Null: settled as done.
 */
export async function settleFound(
  context: Context,
  transfer: Transfer,
  marker: AppliedMarker,
  read?: ChangeOrder | null,
): Promise<Unsettled | null> {
  const { plan, planHash } = transfer;
  // A comparison since the write has counted this proof already.
  forgetSigns(context);
  if (plan === null) return { by: 'person', failure: planMissing };
  if (marker.planHash !== null && marker.planHash !== planHash) return asked(otherContent(transfer, marker, []));
  const there = await besidePlan(context, { ...transfer, plan }, marker.record, read);
  if (!there.ok) return { by: 'sage', failure: there.failure };
  if (there.value === null) return asked(gone(transfer, marker));
  const { compared, changeOrder } = there.value;
  if (compared.differences.length > 0) return asked(otherContent(transfer, marker, compared.differences));
  settleApplied(context, transfer, receiptOf(context, transfer, plan, marker, compared), changeOrder, marker);
  return null;
}

/** Whoever wrote it refused any other schema than the plan's. When it was written is not known, only when it was found. */
function receiptOf(
  { clock }: Context,
  { id, planHash }: Transfer,
  { fingerprint }: Plan,
  { record, number }: AppliedMarker,
  { rows }: Compared,
): Receipt {
  const written = { operationKey: id, planHash: planHash ?? '', fingerprint, appliedAt: clock.now() };
  return { ...written, record, number, rows, differences: 0 };
}

function asked(failure: Failure): Unsettled {
  return { by: 'person', failure };
}

/** `differences`: none where the proof itself says that it is of another plan. */
function otherContent(
  transfer: Transfer,
  { record, number }: AppliedMarker,
  differences: readonly TypedDifference[],
): Failure {
  const [first, ...more] = differences;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  const what =
    first === undefined
      ? 'but with other content than was approved now'
      : `but not as it was approved (${first.place}, ${first.label}: ${first.planned} was approved, and ${first.typed} stands there${others})`;
  return {
    next: 'needsPerson',
    code: 'sage.markerConflict',
    sentence: `This push is in Sage already as ${recordName(transfer, number)} (record ${record}), ${what}.`,
    remedy: `Open it in the queue: link it under “Is it in Sage?” as it stands in Sage ${screenOf(transfer)}, or drop this push. It is not written again.`,
  };
}

function gone(transfer: Transfer, { record, number }: AppliedMarker): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.markerGone',
    sentence: `The proof in Sage says that this push was written as ${recordName(transfer, number)} (record ${record}), but it is no longer in Sage ${screenOf(transfer)}.`,
    remedy: `If somebody entered it anew, link that in the queue, under “Is it in Sage?”. If it was deleted on purpose, drop this push and say under Settings, Backup that its proof stays as it is; after that it can be pushed anew.`,
  };
}
