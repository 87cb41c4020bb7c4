import type { Failure } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { ItemTransfer, Transfer } from '#shared/domain/records.ts';
import { type Context, snapshotHash } from '../context.ts';
import { itemSource } from '../procore/source.ts';
import { notCompared } from '../writing/decision.ts';

/** Whether an approved plan may still be written: what it was approved for may have changed while it waited. */

/** The certificate that allowed it at the approval may have been revoked since. */
export function notComparedNow(context: Context, plan: Plan): Failure | null {
  const [first] = notCompared(context, plan);
  if (first === undefined) return null;
  return {
    next: 'needsPerson',
    code: 'push.notCompared',
    sentence: `Nothing was written: ${first.sentence}`,
    remedy: 'Open it again as a draft, or have this certified under Settings, Writing into Sage, and retry.',
  };
}

/** Approval was of this version of the item and of everything that its plan was made of. */
function itemChanged(context: Context, { item, title, source }: ItemTransfer): Failure | null {
  const now = itemSource(context, item);
  if (now?.hash === source.hash) return null;
  const what = now === null ? 'is no longer there' : 'changed after this was approved';
  return {
    next: 'needsPerson',
    code: 'push.itemChanged',
    sentence: `What '${title}' was approved for ${what}, so nothing was written.`,
    remedy: 'Take it back, then accept it anew under Procore: the preview shows what would be written now.',
  };
}

/** Approval was of these versions of the CORs and no others: one that was voided or changed while it waited is not written. */
export function changedSinceApproval(context: Context, transfer: Transfer, { sources }: Plan): Failure | null {
  if (transfer.cloud === 'procore') return itemChanged(context, transfer);
  const { store } = context;
  for (const { corId, number, snapshotHash: approved } of sources) {
    const cor = store.cors.get(corId);
    if (cor !== null && snapshotHash(cor) === approved) continue;
    const what = cor === null ? 'is no longer in Clearstory' : 'changed in Clearstory after this was approved';
    return {
      next: 'needsPerson',
      code: 'push.corChanged',
      sentence: `COR ${number} ${what}, so nothing was written.`,
      remedy: 'Open it again as a draft: the preview shows what would be written now.',
    };
  }
  return null;
}

export const planMissing: Failure = {
  next: 'bug',
  code: 'push.planMissing',
  sentence: 'The approved plan cannot be read any more: open it again as a draft and push anew.',
};

export function otherCompany(plan: Plan): Failure {
  return {
    next: 'needsPerson',
    code: 'push.otherCompany',
    sentence: `This was approved for company ${plan.company}, which is not the one connected: connect that company, or drop it.`,
  };
}
