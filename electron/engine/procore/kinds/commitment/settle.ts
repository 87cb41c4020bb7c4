import type { Plan, Receipt } from '#shared/domain/plan.ts';
import { commitmentWords } from '#shared/domain/procore/commitmentKey.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { queueAct } from '../../acts.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { originCalls, saveCommitmentLink } from '../commitments/links.ts';
import { plannedText } from '../shared/plannedText.ts';
import { commitmentOf } from './accept.ts';

/**
 * The commitment is in Sage: the pair and the pairs of lines are kept before Procore is told, in the transaction that ends the transfer, so
 * that a crash in between makes no second one.
 */
export const settleCommitment: ItemKindModule['settleTransfer'] = (context, key, applied) => {
  const { plan, receipt, marker, transferId, by } = applied;
  const commitment = commitmentOf(context, key);
  const record = receipt?.record ?? marker?.record ?? null;
  if (commitment === null || record === null) {
    throw new Error(`Commitment ${key.id} was written, but its record in Sage or in Procore is not known`);
  }
  const number = plan.target.number ?? receipt?.number ?? '';
  const link = saveCommitmentLink(context, {
    commitment,
    record,
    number,
    job: plan.target.job,
    vendor: plannedText(plan, 'header')('vndnum'),
    lines: pairedLines(plan, receipt),
    sageTotal: null,
    owner: 'procore',
    transferId,
    by,
  });
  context.store.notes.write(`sage.fingerprint.${commitment.type}`, '');
  queueAct(context, {
    item: key,
    purpose: 'acknowledge',
    title: `Commitment ${commitment.number} is ${commitmentWords[commitment.type]} ${number} in Sage`,
    calls: originCalls(context, link, commitment.type, { clear: false }),
    settle: '',
    by,
  });
};

/** Each line of Procore with the line that it became. Without a receipt, as in every new grid, lines count from 1 in the plan's order. */
export function pairedLines({ steps }: Pick<Plan, 'steps'>, receipt: Receipt | null): ProcoreLink['lines'] {
  return steps
    .filter(({ id }) => id.startsWith('lines.'))
    .map(({ id }, index) => ({
      procoreId: id.slice('lines.'.length),
      sageLine: receipt?.rows.find(({ step }) => step === id)?.key.linnum ?? String(index + 1),
    }));
}
