import { statedAmounts } from '#shared/domain/procore/invoiceAmounts.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import { payableInvoiceStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import type { Compared } from '../../kindModule.ts';
import { amounts } from '../commitments/sides.ts';
import { apart, dates } from '../shared/sides.ts';
import { invoiceOf } from './invoice.ts';

/** The invoice of the subcontractor beside the payable invoice (4-2) that it became. */
export function compareInvoice(context: Context, key: ItemKey): Compared {
  const { store } = context;
  const found = invoiceOf(context, key);
  const link = store.procore.links.get(key);
  const payable = link === null ? null : store.sage.get('payableInvoice', link.sageKey);
  const own = found === null ? null : statedAmounts(found.invoice);
  return {
    fields: [
      apart('Invoice number', found?.invoice.invoiceNumber ?? null, payable?.number ?? link?.sageNumber ?? null),
      apart(
        'Commitment',
        found?.commitment?.number ?? null,
        payable === null ? null : payable.subcontract || payable.purchaseOrder,
      ),
      apart('Vendor', found?.commitment?.vendorName ?? null, payable?.vendor ?? null),
      dates('Date', link?.agreed.date ?? found?.invoice.billingDate ?? null, payable?.date ?? null),
      apart(
        'Status',
        found?.invoice.status ?? null,
        payable === null ? null : statusWords(payableInvoiceStatuses, payable.status),
      ),
      amounts('Gross', own?.gross ?? null, payable?.total ?? null),
      amounts('Retainage held', own?.retained ?? null, payable?.retainage ?? null),
      amounts('Net due', own?.net ?? null, payable?.net ?? null),
    ],
    lines: (own?.items ?? []).map(({ item, gross }) => ({
      id: item.id,
      title: item.description,
      code: item.coding.fullCode ?? '',
      type: item.coding.costTypeCode ?? '',
      procore: gross,
      sage: null,
      differs: false,
    })),
    notes:
      found === null
        ? []
        : ['A payable invoice touches the ledger and the job costs as well: every row is shown before it is written.'],
  };
}
