import { describe, expect, it } from 'vitest';
import { formatMoney } from '#shared/domain/money.ts';
import { dueByTerms } from '#shared/domain/paymentTerms.ts';
import { planPayableInvoice } from '#shared/domain/plans/payableInvoice.ts';
import { invoiceAmounts } from '#shared/domain/procore/invoiceAmounts.ts';
import { sageLineOf } from '#shared/domain/procore/invoiceLines.ts';
import type { ProcoreInvoice } from '#shared/domain/procore/records.ts';
import { type InvoiceFacts, invoiceUnmet } from '#shared/domain/procore/rules/invoice.ts';
import { coding, codingFacts } from './commitments.ts';
import { billing, invoice, invoiceItem, workItem } from './invoices.ts';
import { planOf } from './planning.ts';

const { sending } = billing();
const unmet = (change: Partial<ProcoreInvoice> = {}, facts: Partial<InvoiceFacts> = {}) =>
  invoiceUnmet(invoice(change), { ...sending, ...facts });
const rules = (change: Partial<ProcoreInvoice> = {}, facts: Partial<InvoiceFacts> = {}) =>
  unmet(change, facts).map(({ rule, field }) => `${rule} ${field}`);

describe('whether a subcontractor invoice may be sent', () => {
  it('R-062 only when approved, approved as noted or pending owner approval', () => {
    for (const status of ['approved', 'approved_as_noted', 'pending_owner_approval', 'Approved as Noted'])
      expect(unmet({ status })).toEqual([]);
    for (const status of ['draft', 'under_review', 'revise_and_resubmit', ''])
      expect(rules({ status })).toEqual(['R-062 status']);
    expect(unmet({ status: 'under_review' })[0]?.sentence).toContain('under review');
  });

  it('R-067 only when its commitment and every change order that it bills are in Sage', () => {
    expect(rules({}, { commitment: { number: 'SC-001', title: 'Electrical', synced: false } })).toEqual([
      'R-067 commitment',
    ]);
    expect(rules({}, { commitment: null })).toEqual(['R-067 commitment']);
    const items = [invoiceItem({ type: 'changeOrderItem', package: '3' })];
    expect(rules({ items })).toEqual([]);
    expect(rules({ items }, { changes: new Map([['3', { number: '001', synced: false }]]) })).toEqual(['R-067 items']);
    expect(rules({ items }, { changes: new Map() })).toEqual(['R-067 items']);
  });

  it('R-067 does not mind a change order of which nothing is billed', () => {
    const idle = invoiceItem({
      id: '7',
      type: 'changeOrderItem',
      package: '9',
      workThisPeriod: '0.00',
      gross: '0.00',
      retainageHeld: '0.00',
      net: '0.00',
    });
    expect(rules({ items: [invoiceItem(), idle] })).toEqual([]);
  });

  it('R-068 never with tax, in another currency, or from Canada', () => {
    expect(rules({ taxThisPeriod: '12.50' })).toEqual(['R-068 tax']);
    expect(rules({ items: [invoiceItem({ taxed: true })] })).toEqual(['R-068 items.601']);
    expect(rules({ currency: 'CAD' })).toEqual(['R-068 currency']);
    expect(rules({ currency: 'CAD' }, { currency: null })).toEqual(['R-068 currency']);
    expect(rules({ currency: 'USD' }, { currency: null })).toEqual([]);
    expect(rules({ taxThisPeriod: '0' })).toEqual([]);
  });

  it('R-064 only with a billing date', () => {
    expect(rules({ billingDate: null })).toEqual(['R-064 billingDate']);
  });

  it('R-070 not when there is nothing to pay', () => {
    const nothing = { items: [workItem('1', '0.00', '0.00', '0.00')], paymentDue: '0.00' };
    expect(unmet(nothing)).toMatchObject([{ rule: 'R-070', sentence: expect.stringContaining('nothing to pay') }]);
    const even = {
      items: [workItem('1', '5.00', '0.00', '5.00'), workItem('2', '-5.00', '0.00', '-5.00')],
      paymentDue: '0.00',
    };
    expect(unmet(even)).toMatchObject([{ rule: 'R-070', sentence: expect.stringContaining('cancel out') }]);
  });

  it('R-070 as a credit with negative amounts when it is negative', () => {
    const items = [workItem('1', '-1000.00', '-100.00', '-900.00')];
    expect(unmet({ items, paymentDue: '-900.00' })).toEqual([]);
    const plan = planOf(planPayableInvoice(billing(invoice({ items, paymentDue: '-900.00' }))));
    expect(plan.title).toBe('Credit HE-0042 of vendor 501 (Harbor Electric) on subcontract 850');
    const header = plan.steps.find(({ table }) => table === 'acpinv');
    const text = (column: string) => header?.columns.find((one) => one.column === column)?.cell;
    expect([text('invttl'), text('retain'), text('invnet')]).toEqual(
      ['-1000.00', '-100.00', '-900.00'].map((amount) => ({ kind: 'text', text: amount })),
    );
    expect(plan.warnings).toContain(`It is a credit: Sage gets an invoice of ${formatMoney('-1000.00')}.`);
  });

  it('R-070 not when it releases retainage that stands on invoices in Sage already', () => {
    const release = invoiceItem({
      workThisPeriod: '0.00',
      gross: '0.00',
      retainageHeld: '0.00',
      retainageReleased: '500.00',
      net: '500.00',
    });
    expect(rules({ items: [release], paymentDue: '500.00' })).toEqual(['R-070 retainage']);
    expect(rules({ items: [invoiceItem(), { ...release, id: '2' }], paymentDue: '1400.00' })).toEqual([
      'R-070 retainage',
    ]);
    const some = invoiceItem({ retainageReleased: '40.00', net: '940.00' });
    expect(rules({ items: [some], paymentDue: '940.00' })).toEqual([]);
  });

  it('R-070 not when more is held back than is billed', () => {
    const items = [workItem('1', '100.00', '101.00', '-1.00')];
    expect(rules({ items, paymentDue: '-1.00' })).toEqual(['R-070 retainage']);
  });

  it('R-064 never with an amount that is not in cents', () => {
    expect(rules({ items: [invoiceItem({ gross: '1000.005' })] })).toEqual(['R-064 items.601']);
    expect(rules({ paymentDue: '900.001' })).toEqual(['R-064 paymentDue']);
  });
});

describe('the line in Sage that an item bills', () => {
  const lines = [
    { line: '1', costCode: '16100.000', costType: '4' },
    { line: '2', costCode: '3300.000', costType: '4' },
    { line: '3', costCode: '16100.000', costType: '4' },
  ];
  const facts = {
    lines,
    pairs: new Map([['177', '1']]),
    ofPackage: new Map([['3', ['2', '3']]]),
    coding: codingFacts(),
  };
  const lineOf = (change: Parameters<typeof invoiceItem>[0]) => {
    const reading = invoiceAmounts(invoice({ items: [invoiceItem(change)] }));
    const [billed] = reading.ok ? reading.amounts.items : [];
    return billed === undefined ? null : sageLineOf(billed, facts);
  };

  it('is the one that its commitment line became', () => {
    expect(lineOf({ commitmentLine: '177' })).toBe('1');
  });

  it('is that of its change order with the same code and type, where the change order made lines of its own', () => {
    expect(lineOf({ commitmentLine: null, package: '3' })).toBe('3');
    expect(lineOf({ commitmentLine: null, package: '3', coding: coding({ fullCode: '03-300' }) })).toBe('2');
  });

  it('is the one that its change order appended, where the commitment line that it names is another one in Sage', () => {
    const change = { commitmentLine: '177', package: '3' };
    expect(lineOf(change)).toBe('3');
    const onIt = { ...facts, ofPackage: new Map([['3', ['1']]]) };
    const reading = invoiceAmounts(invoice({ items: [invoiceItem(change)] }));
    const [billed] = reading.ok ? reading.amounts.items : [];
    expect(billed === undefined ? null : sageLineOf(billed, onIt)).toBe('1');
  });

  it('is never guessed', () => {
    expect(lineOf({ commitmentLine: null })).toMatchObject({ rule: 'R-067' });
    expect(lineOf({ commitmentLine: '178' })).toMatchObject({ rule: 'R-067' });
    const two = { ...facts, ofPackage: new Map([['3', ['1', '3']]]) };
    const reading = invoiceAmounts(invoice({ items: [invoiceItem({ commitmentLine: null, package: '3' })] }));
    const [billed] = reading.ok ? reading.amounts.items : [];
    expect(billed === undefined ? null : sageLineOf(billed, two)).toMatchObject({ rule: 'R-067' });
    const gone = { ...facts, pairs: new Map([['177', '9']]) };
    const [first] = invoiceAmountsItems();
    expect(first === undefined ? null : sageLineOf(first, gone)).toMatchObject({ rule: 'R-067' });
  });

  function invoiceAmountsItems() {
    const reading = invoiceAmounts(invoice());
    return reading.ok ? reading.amounts.items : [];
  }
});

describe('when an invoice is due', () => {
  it.each([
    ['30DY', '2026-03-31', '2026-04-30'],
    ['0DY', '2026-03-31', '2026-03-31'],
    ['10TH', '2026-03-31', '2026-04-10'],
    ['31TH', '2026-01-05', '2026-02-28'],
    ['10TH', '2026-12-15', '2027-01-10'],
    ['01MO', '2026-01-31', '2026-02-28'],
    [' 2mo ', '2024-12-30', '2025-02-28'],
    ['45DY', '2027-12-31', '2028-02-14'],
  ])('by %s from %s on is %s', (terms, date, due) => {
    expect(dueByTerms(terms, date)).toBe(due);
  });

  it.each(['', 'NET', '0TH', '32TH', '30'])('is not told by %j', (terms) => {
    expect(dueByTerms(terms, '2026-03-31')).toBeNull();
  });
});
