import { describe, expect, it } from 'vitest';
import { planVendorCreate, type VendorCreate } from '#shared/domain/plans/vendor.ts';
import { planning, planOf, refusalsOf, valuesOf, vendor } from './given.ts';

const input = (change: Partial<VendorCreate> = {}): VendorCreate => ({
  ...planning,
  vendor: vendor(),
  choices: { number: '512', type: '2' },
  types: [{ number: '2', name: 'Subcontractor' }],
  taken: null,
  ...change,
});

describe('a new vendor from a company of Procore', () => {
  it('R-034 has the number and the type that were typed, and what Procore knows', () => {
    const plan = planOf(planVendorCreate(input()));
    expect(plan).toMatchObject({
      kind: 'vendor.create',
      businessKey: 'vendor/512',
      target: { job: '', table: 'actpay', record: null, number: '512' },
      sources: [{ corId: 'p:900', snapshotHash: 'hash' }],
    });
    expect(plan.steps.map(valuesOf)).toEqual([
      {
        recnum: '512',
        vndtyp: '2',
        vndnme: 'Harbor Electric LLC',
        shtnme: 'Harbor Electric LLC',
        addrs1: '41 Dock Rd',
        addrs2: '',
        ctynme: 'Oakland',
        state_: 'CA',
        zipcde: '94607',
        phnnum: '510-555-0110',
        e_mail: 'ap@harbor.example',
        inactv: '0',
        ntetxt: '',
      },
    ]);
  });

  it('is written only while its number is free and its type is there', () => {
    expect(planOf(planVendorCreate(input())).checks).toMatchObject([
      { table: 'actpay', where: { recnum: '512' }, expect: 'none' },
      { table: 'vndtyp', where: { recnum: '2' }, expect: 'one' },
    ]);
  });

  it.each([
    ['', /Vendor number is empty/],
    ['V-12', /'V-12' is not a whole number/],
    ['0', /is zero/],
    ['1234567890123456789', /more than 18 digits/],
  ])('R-034 refuses the number %j', (number, words) => {
    expect(refusalsOf(planVendorCreate(input({ choices: { number, type: '2' } })))).toEqual([
      expect.stringMatching(words),
    ]);
  });

  it('R-095 does not drop a leading zero in silence', () => {
    const [sentence] = refusalsOf(planVendorCreate(input({ choices: { number: '0512', type: '2' } })));
    expect(sentence).toMatch(/'0512' begins with zero, and Sage would keep 512/);
  });

  it.each(['', '9'])('R-034 refuses the type %j', (type) => {
    expect(refusalsOf(planVendorCreate(input({ choices: { number: '512', type } })))[0]).toMatch(/Vendor type/);
  });

  it('R-033 refuses a number that another vendor has', () => {
    const [sentence] = refusalsOf(planVendorCreate(input({ taken: { name: 'Bay Steel' } })));
    expect(sentence).toMatch(/512 is taken in Sage by Bay Steel/);
  });

  const long = vendor({ address: { street: 'x'.repeat(51), city: 'y'.repeat(60), state: 'Calif', zip: '94607' } });

  it('R-026 cuts no address: each text that does not fit is refused with its limit', () => {
    const planned = planVendorCreate(input({ vendor: long }));
    expect(planned).toMatchObject({
      ok: false,
      refusals: [
        { field: 'address1', sentence: expect.stringContaining('51 characters and Sage keeps 50') },
        { field: 'city', sentence: expect.stringContaining('60 characters and Sage keeps 50') },
        { field: 'state', sentence: expect.stringContaining('5 characters and Sage keeps 2') },
      ],
    });
  });

  it('R-026 keeps what a person says instead', () => {
    const choices = { number: '512', type: '2', address1: 'Dock Rd', city: 'Oakland', state: 'CA' };
    const [step] = planOf(planVendorCreate(input({ vendor: long, choices }))).steps;
    expect(step && valuesOf(step)).toMatchObject({ addrs1: 'Dock Rd', ctynme: 'Oakland', state_: 'CA' });
  });

  it('R-026 obeys the narrower column of this company', () => {
    const catalog = { ...planning.catalog, limits: { 'actpay.shtnme': { length: 15 } } };
    expect(refusalsOf(planVendorCreate(input({ catalog })))[0]).toMatch(
      /Short Name has 19 characters and Sage keeps 15/,
    );
  });
});
