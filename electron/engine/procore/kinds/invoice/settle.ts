import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { invoiceAmounts } from '#shared/domain/procore/invoiceAmounts.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { procoreInvoiceSchema } from '#shared/domain/procore/records.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { giveUpOldPair } from '../commitments/unlinking.ts';
import { plannedText } from '../shared/plannedText.ts';
import { sentRecord } from '../shared/sentRecord.ts';
import { withCommitment } from './invoice.ts';

/** The payable invoice is in Sage: the pair is kept before Procore is told. Once marked, Procore locks the invoice. */
export const settleInvoice: ItemKindModule['settleTransfer'] = (context, key, applied) => {
  const { plan, receipt, marker, transferId, by, choices, source } = applied;
  const record = receipt?.record ?? marker?.record ?? '';
  if (record === '') throw new Error(`Invoice ${key.id} was written, but its record in Sage is not known`);
  const sent = sentRecord(procoreInvoiceSchema, source, { updatedAt: '' });
  const { invoice, commitment, commitmentLink } = withCommitment(context.store, sent);
  const job = commitmentLink?.job ?? plan.target.job;
  const reading = invoiceAmounts(invoice);
  const header = plannedText(plan, 'invoice');
  const number = choices.number?.trim() ?? receipt?.number ?? '';
  const link: ProcoreLink = {
    item: key,
    procoreId: invoice.id,
    project: invoice.project,
    sageKey: record,
    sageNumber: `invoice ${number}`,
    job,
    originId: originIdOf(context.company, 'invoice', job, record),
    owner: 'procore',
    lines: [],
    agreed: {
      number: `${commitment?.number ?? ''} / ${invoice.number}`,
      title: `${commitment?.vendorName ?? ''} ${invoice.invoiceNumber}`.trim(),
      total: reading.ok ? reading.amounts.gross : header('invttl'),
      retained: reading.ok ? reading.amounts.retained : header('retain'),
      date: choices.date ?? '',
      commitment: invoice.commitment,
    },
    transferId,
    at: context.clock.now(),
    by,
  };
  const { store } = context;
  giveUpOldPair(context, key, record, by, (old) => [originCall(old, { id: null, code: null })]);
  store.procore.links.save(link);
  // The plan moved the commitment's invoiced amounts and the list of invoices: the next read must notice.
  for (const kind of ['payableInvoice', 'subcontract', 'purchaseOrder'])
    store.notes.write(`sage.fingerprint.${kind}`, '');
  queueAct(context, {
    item: key,
    purpose: 'acknowledge',
    title: `Invoice ${invoice.number} of commitment ${commitment?.number ?? ''} is invoice ${number} in Sage`,
    calls: [originCall(link, { id: link.originId, code: number })],
    settle: '',
    by,
  });
};

export function originCall(
  link: ProcoreLink,
  origin: { readonly id: string | null; readonly code: string | null },
): ProcoreCall {
  return {
    op: 'invoice.origin',
    project: link.project ?? '',
    commitment: link.agreed.commitment ?? '',
    invoice: link.procoreId,
    origin,
  };
}
