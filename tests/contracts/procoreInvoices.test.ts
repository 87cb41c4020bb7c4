import { expect, test } from 'vitest';
import { procoreInvoiceSchema } from '#shared/domain/procore/records.ts';
import { createProcoreAccount } from '../../electron/clouds/procore/client.ts';
import { value } from './clearstoryRig.ts';
import { type Answer, startFarEnd } from './procoreRig.ts';
import { invoice, invoiceItem, wbsCodes } from './procoreWire.ts';

const inside = '/rest/v1.0/projects/225096';

async function readInvoices(rows: readonly object[], answers: Readonly<Record<string, unknown>> = {}) {
  const all: Readonly<Record<string, unknown>> = {
    '/rest/v1.1/requisitions': rows,
    [`${inside}/billing_periods`]: [{ id: 117330, status: 'open' }],
    [`${inside}/work_breakdown_structure/wbs_codes`]: wbsCodes,
    ...answers,
  };
  const farEnd = await startFarEnd(({ path }): Answer | null => {
    const body = all[path];
    return body === undefined ? null : { body };
  });
  const read = value(await createProcoreAccount(farEnd.options).invoices('225096', { updatedFrom: null }));
  return { ...read, calls: farEnd.calls };
}

test('an invoice comes with its items, gross and retainage to the cent', async () => {
  const { records, unreadable } = await readInvoices([invoice()]);
  expect(unreadable).toEqual([]);
  expect(procoreInvoiceSchema.parse(records[0])).toMatchObject({
    id: '1280646',
    commitment: '41',
    commitmentType: 'subcontract',
    number: '2',
    invoiceNumber: 'HE-0042',
    periodOpen: true,
    paymentDue: '27900.00',
    items: [
      {
        type: 'contractItem',
        commitmentLine: '177',
        workThisPeriod: '31000.00',
        retainageHeld: '3100.00',
        retainageReleased: '0.00',
        gross: '31000.00',
        net: '27900.00',
        taxed: false,
        coding: { fullCode: '26-100', costTypeCode: 'S' },
      },
    ],
  });
});

const stored = (now: string, gross: string, net: string) =>
  invoiceItem({
    work_completed_this_period: '0.00',
    materials_presently_stored: now,
    gross_amount: gross,
    net_amount: net,
    work_completed_retainage_retained_this_period: '0.00',
  });

test('stored materials of the period before come from the invoice before, wherever it is', async () => {
  const before = invoice({
    id: 1280001,
    previous_requisition_id: null,
    items: [stored('4000.00', '4000.00', '3600.00')],
  });
  const now = invoice({ items: [stored('10000.00', '6000.00', '5400.00')] });
  const expected = [{ materialsStored: '10000.00', materialsStoredBefore: '4000.00', retainageHeld: '600.00' }];

  const together = await readInvoices([before, now]);
  expect(together.records.find(({ id }) => id === '1280646')?.items).toMatchObject(expected);
  expect(together.records.find(({ id }) => id === '1280001')?.items).toMatchObject([
    { materialsStoredBefore: '0.00', retainageHeld: '400.00' },
  ]);

  const alone = await readInvoices([now], { '/rest/v1.1/requisitions/1280001': before });
  expect(alone.records[0]?.items).toMatchObject(expected);

  const unknown = await readInvoices([now]);
  expect(unknown.records).toEqual([]);
  expect(unknown.unreadable[0]?.reason).toContain('the invoice before it');
});

test('an invoice on work alone costs no further call', async () => {
  const { calls } = await readInvoices([invoice()]);
  expect(calls().map(({ path }) => path)).toEqual([
    '/rest/v1.1/requisitions',
    `${inside}/billing_periods`,
    `${inside}/work_breakdown_structure/wbs_codes`,
  ]);
});

test('items of the subcontractor’s own schedule of values name the commitment line behind them', async () => {
  const item = invoiceItem({ item_type: 'contract_detail_item', line_item_id: null, detail_line_item_id: 55 });
  const { records } = await readInvoices([invoice({ items: [item] })], {
    '/rest/v1.0/work_order_contracts/41/line_item_contract_details': [{ id: 55, line_item_id: 177, amount: '1.0' }],
  });
  expect(records[0]?.items).toMatchObject([{ type: 'contractDetailItem', commitmentLine: '177' }]);
});

test('items of change orders name the package and the commitment line', async () => {
  const item = invoiceItem({
    item_type: 'change_order_item',
    line_item_id: 188,
    change_order_package_id: 3,
    commitment_line_item_id: 177,
  });
  const { records } = await readInvoices([invoice({ items: [item] })]);
  expect(records[0]?.items).toMatchObject([{ type: 'changeOrderItem', package: '3', commitmentLine: '177' }]);
});

test('a closed period, taxes and negative amounts are told as they are', async () => {
  const item = invoiceItem({
    work_completed_this_period: '-500.00',
    gross_amount: '-500.00',
    net_amount: '-450.00',
    work_completed_retainage_retained_this_period: '-50.00',
    taxes: [{ id: 1 }],
  });
  const summary = { current_payment_due: '-450.00', tax_applicable_to_this_payment: '12.34' };
  const { records } = await readInvoices([invoice({ items: [item], summary })], {
    [`${inside}/billing_periods`]: [{ id: 117330, status: 'closed' }],
  });
  expect(records[0]).toMatchObject({ periodOpen: false, paymentDue: '-450.00', taxThisPeriod: '12.34' });
  expect(records[0]?.items).toMatchObject([{ taxed: true, gross: '-500.00', retainageHeld: '-50.00' }]);
});

test('an invoice without the figures that decide money cannot be read', async () => {
  const { records, unreadable } = await readInvoices([
    invoice({ summary: undefined }),
    invoice({ id: 2, items: [invoiceItem({ item_type: 'whole_change_order_item' })] }),
    invoice({ id: 3, items: [invoiceItem({ gross_amount: 'n/a' })], previous_requisition_id: null }),
  ]);
  expect(records).toEqual([]);
  expect(unreadable.map(({ reason }) => reason)).toEqual([
    'summary is missing',
    'items.0.item_type is not one Plumbline knows',
    'items.0.gross_amount is not an exact number',
  ]);
});
