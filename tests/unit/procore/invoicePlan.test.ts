import { describe, expect, it } from 'vitest';
import type { Plan, Step } from '#shared/domain/plan.ts';
import type { PayableInvoiceInput } from '#shared/domain/plans/payableInvoice/input.ts';
import { planPayableInvoice, proposedInvoice } from '#shared/domain/plans/payableInvoice.ts';
import { tableUse } from '#shared/domain/sage/uses.ts';
import { subcontract, vendor } from '../planner/company.ts';
import {
  accounts,
  billing,
  harbor,
  inSage,
  invoice,
  invoiceItem,
  purchaseOrder,
  stepsOn,
  valueIn,
  valuesIn,
  workItem,
} from './invoices.ts';
import { cautionsOf, planOf, refusalsOf } from './planning.ts';

const planned = (input: PayableInvoiceInput): Plan => planOf(planPayableInvoice(input));
const refused = (input: PayableInvoiceInput) => refusalsOf(planPayableInvoice(input));
describe('a payable invoice from a subcontractor invoice', () => {
  it('R-064 has gross as its total, retainage in Retention, and what Procore says is due as Net Due', () => {
    const [header, ...others] = stepsOn(planned(billing()), 'acpinv');
    expect(others).toEqual([]);
    const columns = [
      'invnum',
      'vndnum',
      'jobnum',
      'ctcnum',
      'pchord',
      'invdte',
      'duedte',
      'status',
      'invtyp',
      'retain',
    ];
    expect(columns.map((column) => valueIn(header, column))).toEqual([
      ...['HE-0042', '501', '2402', '850', '', '2026-03-31', '2026-04-30', '1', '1', '100.00'],
    ]);
    const sums = ['subttl', 'slstax', 'invttl', 'ttlpad', 'invbal', 'invnet'];
    expect(sums.map((column) => valueIn(header, column))).toEqual([
      ...['1000.00', '0.00', '1000.00', '0.00', '1000.00', '900.00'],
    ]);
  });

  it('R-064 counts stored materials when they come in, and not again when they are built in', () => {
    const stored = invoiceItem({
      materialsStored: '300.00',
      materialsStoredBefore: '100.00',
      gross: '1200.00',
      net: '1100.00',
    });
    expect(valuesIn(planned(billing(invoice({ items: [stored], paymentDue: '1100.00' }))), 'acpinv', 'invttl')).toEqual(
      ['1200.00'],
    );
    // Procore moves 400.00 of stored materials into the work of this period, or into the work before it.
    const before = { materialsMoved: '400.00', materialsStored: '0.00', materialsStoredBefore: '400.00' };
    const within = invoiceItem({ ...before, workThisPeriod: '1400.00', gross: '1000.00' });
    const earlier = invoiceItem({ ...before, workThisPeriod: '1000.00', gross: '1000.00' });
    for (const item of [within, earlier])
      expect(valuesIn(planned(billing(invoice({ items: [item] }))), 'acpinv', 'invttl')).toEqual(['1000.00']);
  });

  it('R-064 is refused with both figures where the items do not come to what Procore says is due', () => {
    const [refusal] = refused(billing(invoice({ paymentDue: '901.00' })));
    expect(refusal).toMatchObject({ field: 'paymentDue', value: '901.00' });
    expect(refusal?.sentence).toContain('900.00');
    const [item] = refused(billing(invoice({ items: [invoiceItem({ materialsStored: '50.00' })] })));
    expect(item).toMatchObject({ field: 'items.601' });
    expect(item?.sentence).toContain('1,000.00');
  });

  it('R-064 bills through the items of the subcontractor’s own schedule only, where there is one', () => {
    const items = [
      invoiceItem(),
      invoiceItem({
        id: '602',
        type: 'contractDetailItem',
        workThisPeriod: '400.00',
        gross: '400.00',
        retainageHeld: '40.00',
        net: '360.00',
      }),
      invoiceItem({
        id: '603',
        type: 'contractDetailItem',
        workThisPeriod: '600.00',
        gross: '600.00',
        retainageHeld: '60.00',
        net: '540.00',
      }),
    ];
    const lineOf = new Map(items.map(({ id }) => [id, '1']));
    const plan = planned(billing(invoice({ items }), { lineOf }));
    expect(valuesIn(plan, 'acpinv', 'invttl')).toEqual(['1000.00']);
    expect(valuesIn(plan, 'apivln', 'extttl')).toEqual(['1000.00']);
  });

  it('has one line for each commitment line, its cost by code and type, and what it moves on the subcontract', () => {
    const items = [
      workItem('1', '1000.00', '100.00', '900.00'),
      workItem('2', '50.00', '5.00', '45.00'),
      workItem('3', '0.50', '0.05', '0.45'),
    ];
    const plan = planned(billing(invoice({ items, paymentDue: '945.45' })));
    expect(valuesIn(plan, 'apivln', 'extttl')).toEqual(['1000.50', '50.00']);
    expect(
      stepsOn(plan, 'jobcst').map((step) => [
        valueIn(step, 'cstcde'),
        valueIn(step, 'csttyp'),
        valueIn(step, 'cstamt'),
      ]),
    ).toEqual([
      ['16100.000', '4', '1000.50'],
      ['3300.000', '4', '50.00'],
    ]);
    const was = (step: Step) =>
      Object.fromEntries(step.columns.map((one) => [one.column, [one.was, valueIn(step, one.column)]]));
    expect(stepsOn(plan, 'sbcnln').map(was)).toEqual([
      { billed: ['100.00', '1100.50'], remain: ['5400.00', '4399.50'] },
      { billed: ['100.00', '150.00'], remain: ['900.00', '850.00'] },
    ]);
    expect(stepsOn(plan, 'subcon').map(was)).toEqual([
      { invttl: ['200.00', '1250.50'], balttl: ['6300.00', '5249.50'] },
    ]);
  });

  it('owes net on payables and retainage on its own account; all of it on payables where the settings name none', () => {
    const entries = (plan: Plan) =>
      stepsOn(plan, 'lgtnln').map((step) => [
        valueIn(step, 'lgract'),
        valueIn(step, 'dbtamt'),
        valueIn(step, 'crdamt'),
      ]);
    expect(entries(planned(billing()))).toEqual([
      ['5300', '1000.00', '0.00'],
      ['2000', '0.00', '900.00'],
      ['2010', '0.00', '100.00'],
    ]);
    const one = planned(billing(invoice(), { posting: { cost: '', payables: '2000', retention: '' } }));
    expect(entries(one)).toEqual([
      ['5300', '1000.00', '0.00'],
      ['2000', '0.00', '1000.00'],
    ]);
    expect(one.warnings).toContain('Retainage is owed on the account of payables: Settings, Procore names no other.');
  });

  it('R-069 is booked on the vendor’s account, else the only one of the cost type, else that of the settings, else refused by the vendor’s name', () => {
    const booked = (change: Partial<PayableInvoiceInput>) =>
      valuesIn(planned(billing(invoice(), change)), 'apivln', 'actnum');
    const { facts } = billing();
    expect(booked({ facts: { ...facts, vendor: { ...harbor, defaultAccount: '5900' } } })).toEqual(['5900']);
    expect(booked({})).toEqual(['5300']);
    const several = {
      ...facts,
      accounts: accounts.map((one) => (one.number === '5000' ? { ...one, costType: '4' } : one)),
    };
    expect(booked({ facts: several, posting: { cost: '5900', payables: '2000', retention: '' } })).toEqual(['5900']);
    const [refusal] = refused(billing(invoice(), { facts: several }));
    expect(refusal?.sentence).toContain('Vendor 501 (Harbor Electric) has no usable ledger account');
  });

  it('is refused where nobody has said which account invoices are owed on, unless there is only one', () => {
    const posting = { cost: '', payables: '', retention: '' };
    expect(refused(billing(invoice(), { posting }))).toMatchObject([{ field: 'payableAccount' }]);
    const { facts } = billing();
    const one = { ...facts, accounts: accounts.filter(({ number }) => number !== '2010') };
    expect(valuesIn(planned(billing(invoice(), { posting, facts: one })), 'lgtnln', 'lgract')).toEqual([
      '5300',
      '2000',
    ]);
    const gone = { cost: '', payables: '2999', retention: '' };
    expect(refused(billing(invoice(), { posting: gone }))).toMatchObject([{ field: 'payableAccount', value: '2999' }]);
  });

  it('is refused with a number that the vendor has already, whatever its case; not with one that is void, or where the vendor may', () => {
    const { facts, choices } = billing();
    const twice = { ...choices, number: 'he-0041 ' };
    const [refusal] = refused(billing(invoice(), { choices: twice }));
    expect(refusal).toMatchObject({ field: 'number', value: 'he-0041 ' });
    expect(refusal?.sentence).toContain('record 3001');
    const isVoid = { ...facts, invoices: [inSage({ status: '5' })] };
    const plan = planned(billing(invoice(), { choices: twice, facts: isVoid }));
    expect(plan.checks).toContainEqual(
      expect.objectContaining({
        table: 'acpinv',
        where: { vndnum: '501', invnum: 'he-0041' },
        columns: { status: ['5'] },
      }),
    );
    const may = { ...facts, vendor: vendor('501', 'Harbor Electric', { allowsDuplicates: true }) };
    expect(
      planned(billing(invoice(), { choices: twice, facts: may })).checks.some(({ table }) => table === 'acpinv'),
    ).toBe(false);
  });

  it('is refused with a number of more than 20 characters, naming the limit; the approver shortens it', () => {
    const choices = { ...billing().choices, number: 'HARBOR-ELECTRIC-2026-0042' };
    expect(refused(billing(invoice(), { choices }))).toMatchObject([
      { field: 'number', sentence: expect.stringContaining('20') },
    ]);
  });

  it('asks for dates and a period that Sage can keep', () => {
    const choices = { ...billing().choices, date: '', due: '2026-02-30', period: '13', year: '26' };
    expect(refused(billing(invoice(), { choices })).map(({ field }) => field)).toEqual([
      'date',
      'due',
      'period',
      'year',
    ]);
    const early = { ...billing().choices, due: '2026-03-01' };
    expect(refused(billing(invoice(), { choices: early })).map(({ field }) => field)).toEqual(['due']);
  });

  it('looks again under the lock whether the commitment and the lines that it bills are still what they were', () => {
    expect(planned(billing()).checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          table: 'subcon',
          columns: { status: ['4'], vndnum: ['501'], jobnum: ['2402'], phsnum: ['0', null] },
        }),
        expect.objectContaining({
          table: 'sbcnln',
          where: { recnum: '9001', linnum: '1' },
          columns: { cstcde: ['16100.000'], csttyp: ['4'] },
        }),
      ]),
    );
  });

  it('needs a confirmation by name where it bills more than a line has left', () => {
    const plan = planPayableInvoice(
      billing(invoice({ items: [workItem('1', '5500.00', '0.00', '5500.00')], paymentDue: '5500.00' })),
    );
    expect(cautionsOf(plan)).toEqual([
      'Line 1 of subcontract 850 has 5,400.00 left of its contract, and this invoice bills 5,500.00: 100.00 more.',
    ]);
    expect(cautionsOf(planPayableInvoice(billing()))).toEqual([]);
  });

  it('is refused on a subcontract that is only a bid, and on a closed job', () => {
    const bid = { type: 'subcontract', record: subcontract({ status: '1' }) } as const;
    expect(refused(billing(invoice(), { commitment: bid }))).toMatchObject([{ field: 'commitment', value: '1-Bid' }]);
    const { facts } = billing();
    const closed = { ...facts, job: facts.job === null ? null : { ...facts.job, status: '6' } };
    expect(refused(billing(invoice(), { facts: closed }))).toMatchObject([{ field: 'project', value: '2402' }]);
  });

  it('on a purchase order counts what has come in, in units and in money', () => {
    const of = invoice({
      commitmentType: 'purchaseOrder',
      items: [workItem('1', '3000.00', '0.00', '3000.00')],
      paymentDue: '3000.00',
    });
    const posting = { cost: '5000', payables: '2000', retention: '' };
    const plan = planned(billing(of, { commitment: { type: 'purchaseOrder', record: purchaseOrder() }, posting }));
    expect(valuesIn(plan, 'acpinv', 'pchord')).toEqual(['PO-007']);
    expect(valuesIn(plan, 'acpinv', 'ctcnum')).toEqual(['']);
    expect(valuesIn(plan, 'pcorln', 'rcvdte')).toEqual(['3.5000']);
    expect([...valuesIn(plan, 'pchord', 'rcvdte'), ...valuesIn(plan, 'pchord', 'pchbal')]).toEqual([
      '4200.00',
      '20300.00',
    ]);
  });

  it('asks about an invoice over the same amount on the same subcontract that is linked with nothing', () => {
    const { facts } = billing();
    const twin = { ...facts, invoices: [inSage({ total: '1000.00' })] };
    const asks = (change: Partial<typeof facts>) => {
      const made = planPayableInvoice(billing(invoice(), { facts: { ...twin, ...change } }));
      return made.ok && made.cautions.some(({ name }) => name === 'alike.3001');
    };
    expect(asks({})).toBe(true);
    expect(asks({ linked: new Set(['3001']) })).toBe(false);
  });

  it('writes nothing but the columns that rights are asked for', () => {
    const order = { type: 'purchaseOrder', record: purchaseOrder() } as const;
    const posting = { cost: '5000', payables: '2000', retention: '2010' };
    for (const plan of [planned(billing()), planned(billing(invoice(), { commitment: order, posting }))]) {
      for (const { table, op, columns } of plan.steps) {
        const use = tableUse(table);
        const updating = use?.updates?.find(({ kinds }) => kinds.includes('payableInvoice.create'))?.columns ?? [];
        const allowed =
          op === 'insert' ? [...(use?.insert?.always ?? []), ...(use?.insert?.sometimes ?? [])] : updating;
        expect(allowed, table).toEqual(expect.arrayContaining(columns.map(({ column }) => column)));
        if (op === 'insert')
          expect(
            columns.map(({ column }) => column),
            table,
          ).toEqual(expect.arrayContaining([...(use?.insert?.always ?? [])]));
      }
    }
  });

  it('is proposed with the subcontractor’s number and the vendor’s terms, else with the commitment’s number and due at once', () => {
    expect(proposedInvoice(invoice(), { number: '850' }, harbor)).toEqual({
      number: 'HE-0042',
      date: '2026-03-31',
      due: '2026-04-30',
      description: 'Invoice 2 on 850',
      period: '3',
      year: '2026',
    });
    const bare = proposedInvoice(invoice({ invoiceNumber: ' ' }), { number: '850' }, null);
    expect(bare).toMatchObject({ number: '850-2', due: '2026-03-31' });
  });
});
