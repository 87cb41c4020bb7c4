import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreCommitment, ProcoreInvoice } from '#shared/domain/procore/records.ts';
import type { InvoiceFacts } from '#shared/domain/procore/rules/invoice.ts';
import type { Context } from '../../../context.ts';

/** A subcontractor invoice with the commitment that it bills. */
export type Invoice = {
  readonly invoice: ProcoreInvoice;
  readonly commitment: ProcoreCommitment | null;
  readonly commitmentLink: ProcoreLink | null;
};

/** Null when Procore has it no longer. */
export function invoiceOf({ store }: Context, key: ItemKey): Invoice | null {
  const id = procoreIdOf(key);
  const invoice = id === null ? null : store.procore.records.get('invoice', id);
  return invoice === null ? null : withCommitment(store, invoice);
}

export function withCommitment({ procore }: Context['store'], invoice: ProcoreInvoice): Invoice {
  return {
    invoice,
    commitment: procore.records.get('commitment', invoice.commitment),
    commitmentLink: procore.links.get(procoreItem('commitment', invoice.commitment)),
  };
}

/** What decides besides the invoice itself whether it may be sent. */
export function invoiceFacts({ store }: Context, { invoice, commitment, commitmentLink }: Invoice): InvoiceFacts {
  const { records, links } = store.procore;
  const changes = records.all('change', invoice.project).filter((one) => one.commitment === invoice.commitment);
  return {
    commitment:
      commitment === null
        ? null
        : { number: commitment.number, title: commitment.title, synced: commitmentLink !== null },
    changes: new Map(
      changes.flatMap(({ id, package: name, number }) =>
        name === null
          ? []
          : [[name, { number, synced: links.get(procoreItem('commitmentChange', id)) !== null }] as const],
      ),
    ),
    currency: commitmentLink?.agreed.currency || null,
  };
}
