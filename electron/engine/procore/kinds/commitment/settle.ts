import type { Plan, Receipt } from '#shared/domain/plan.ts';
import { commitmentKey, commitmentWords } from '#shared/domain/procore/commitmentKey.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { procoreCommitmentSchema } from '#shared/domain/procore/records.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { originCalls, saveCommitmentLink } from '../commitments/links.ts';
import { giveUpOldPair } from '../commitments/unlinking.ts';
import { plannedText } from '../shared/plannedText.ts';
import { sentRecord } from '../shared/sentRecord.ts';

/**
 * The commitment is in Sage: the pair and the pairs of lines are kept before Procore is told, in the transaction that ends the transfer, so
 * that a crash in between makes no second one.
 */
export const settleCommitment: ItemKindModule['settleTransfer'] = (context, key, applied) => {
  const { plan, receipt, marker, transferId, by, source } = applied;
  const commitment = sentRecord(procoreCommitmentSchema, source, { updatedAt: '', approvedChanges: '0.00' });
  const record = receipt?.record ?? marker?.record ?? null;
  if (record === null) throw new Error(`Commitment ${key.id} was written, but its record in Sage is not known`);
  const number = plan.target.number ?? receipt?.number ?? '';
  giveUpOldPair(context, key, commitmentKey(commitment.type, record), by, (old) =>
    originCalls(context, old, commitment.type, { clear: true }),
  );
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
