import { parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Apart, Measure } from '#shared/domain/procore/reconcile.ts';
import type { Context } from '../../context.ts';
import { commitmentsInSage, linkOf } from '../kinds/commitments/inSage.ts';
import { allOfSage } from '../kinds/shared/sageFacts.ts';

/** Commitments and their invoices of a job that Procore does not have: one row of each, because there may be very many. */
export function inSageOnly(context: Context, { procoreId, sageKey }: ProcoreLink): readonly Apart[] {
  const { links } = context.store.procore;
  const commitments = (['subcontract', 'purchaseOrder'] as const)
    .flatMap((type) => commitmentsInSage(context, type, sageKey))
    .filter((found) => linkOf(context, found) === null);
  const invoices = allOfSage(context, 'payableInvoice', sageKey).filter(
    ({ record, status, subcontract, purchaseOrder }) =>
      status !== '5' && `${subcontract}${purchaseOrder}` !== '' && links.ofSage('invoice', record) === null,
  );
  const row = (
    measure: Measure,
    words: readonly [string, string],
    found: readonly { readonly total: string }[],
  ): Apart => ({
    project: procoreId,
    job: sageKey,
    name: `${found.length} ${words[found.length === 1 ? 0 : 1]}`,
    measure,
    procore: null,
    sage: sumMoney(found.map(({ total }) => parseMoney(total) ?? zero)),
    reason: 'In Sage only: no record of Procore is linked with them.',
  });
  return [
    row('original', ['commitment', 'commitments'], commitments),
    row('invoiced', ['invoice on a commitment', 'invoices on commitments'], invoices),
  ];
}
