import type { ItemKindModule } from '../../kindModule.ts';
import { acceptInvoice, invoiceChoices } from './accept.ts';
import { compareInvoice } from './compare.ts';
import { invoiceOf } from './invoice.ts';
import { invoiceItem, invoiceItems } from './items.ts';
import { settleInvoice } from './settle.ts';
import { unlinkInvoice } from './unlink.ts';

/** Subcontractor invoices: payable invoices (4-2) with their job costs (6-3) and ledger transaction (1-3). */
export const invoiceModule: ItemKindModule = {
  kind: 'invoice',
  items: invoiceItems,
  item: invoiceItem,
  compare: compareInvoice,
  choices: invoiceChoices,
  source: (context, key) => {
    const found = invoiceOf(context, key);
    if (found === null) return null;
    const { updatedAt, ...source } = found.invoice;
    return { ...source, parent: found.commitmentLink?.sageKey ?? null };
  },
  accept: acceptInvoice,
  settleTransfer: settleInvoice,
  // The pair is kept before Procore is told: nothing is left to do.
  settleAct: () => undefined,
  partners: null,
  link: null,
  unlink: unlinkInvoice,
};
