import { describe, expect, it } from 'vitest';
import { facts, subcontract, vendor } from './company.ts';
import { cor } from './cors.ts';
import { budget, given, header, planned, prime, refused, sub, subBudget } from './given.ts';
import { changes, stepOf, values } from './reading.ts';

const withLines = (...lines: ReturnType<typeof budget>[]) => given({ draft: { budget: lines } });

describe('a change of a subcontract', () => {
  it('fills the five columns that go together, and the date; a plain budget line has none of them', () => {
    const plan = planned(withLines(subBudget(), budget({ id: 'b2' })));
    expect(values(stepOf(plan, 'budget.0'))).toMatchObject({
      vndnum: '501',
      vndctc: '9001',
      ctclin: '1',
      chgnum: '850-1',
      chgsts: '1',
      chgdte: '2026-11-20',
    });
    const date = stepOf(plan, 'budget.0').columns.find(({ column }) => column === 'chgdte');
    expect(date).toMatchObject({ origin: 'derived', confidence: 'low' });
    const plain = Object.keys(values(stepOf(plan, 'budget.1')));
    expect(plain.filter((column) => /vnd|ctc|chgsts|chgnum|chgdte/.test(column))).toEqual([]);
  });

  it('raises the totals of the line and of the subcontract when it is approved, and keeps the original', () => {
    const plan = planned(withLines(subBudget()));
    expect(changes(stepOf(plan, 'subcontract.9001.line1'))).toEqual({
      change: '500.00 → 700.00',
      cntrct: '5500.00 → 5700.00',
      remain: '5400.00 → 5600.00',
    });
    expect(changes(stepOf(plan, 'subcontract.9001.totals'))).toEqual({
      chgttl: '500.00 → 700.00',
      ctcttl: '6500.00 → 6700.00',
      balttl: '6300.00 → 6500.00',
    });
    const derived = plan.steps.filter(({ table }) => table === 'sbcnln' || table === 'subcon');
    const columns = derived.flatMap((step) => step.columns);
    expect(columns.every(({ origin, why, confidence }) => origin === 'derived' && why && confidence === 'guess')).toBe(
      true,
    );
    expect(plan.steps.at(-1)?.id).toBe('subcontract.9001.totals');
  });

  it.each(['2', '3', '4'])('moves no total of the subcontract while its status is %s', (status) => {
    const head = header({ status: '2', approvedOn: '' });
    const plan = planned(given({ draft: { header: head, budget: [subBudget({ subcontract: sub({ status }) })] } }));
    expect(plan.steps.map(({ table }) => table)).toEqual(['prmchg', 'pmcgln', 'sbcgln']);
  });

  it('takes a credit off, below zero if need be', () => {
    const plan = planned(withLines(subBudget({ share: '-5600.01' })));
    expect(changes(stepOf(plan, 'subcontract.9001.line1'))).toEqual({
      change: '500.00 → -5100.01',
      cntrct: '5500.00 → -100.01',
      remain: '5400.00 → -200.01',
    });
  });

  it('of several lines sums each line by itself and all of them in the subcontract', () => {
    const second = subBudget({ id: 'b2', share: '50.55', costCode: '3300', subcontract: sub({ line: '2' }) });
    const plan = planned(withLines(subBudget(), second));
    expect(changes(stepOf(plan, 'subcontract.9001.line2'))).toMatchObject({ change: '0.00 → 50.55' });
    expect(changes(stepOf(plan, 'subcontract.9001.totals'))).toMatchObject({ chgttl: '500.00 → 750.55' });
  });

  it('has the subcontract looked at again under the lock', () => {
    const check = planned(withLines(subBudget())).checks.find(({ table }) => table === 'subcon');
    expect(check).toMatchObject({ where: { recnum: '9001' }, expect: 'one', columns: { lckedt: ['0'] } });
  });
});

describe('two lines of one COR that change the same subcontract line', () => {
  const twice = (second: Parameters<typeof subBudget>[0]) => withLines(subBudget(), subBudget({ id: 'b2', ...second }));

  it('become one line with the sum of amount, hours and units, and the plan says so', () => {
    const plan = planned(twice({ share: '99.99', hours: '1.25', units: '3' }));
    expect(plan.steps.filter(({ table }) => table === 'sbcgln')).toHaveLength(1);
    expect(values(stepOf(plan, 'budget.0'))).toMatchObject({ bdgprc: '299.99', chghrs: '1.25', chgunt: '3.0000' });
    expect(plan.warnings).toContain(
      'Budget lines 1 and 2 both change line 1 of subcontract 850: written as one line of 299.99.',
    );
    expect(values(stepOf(plan, 'header')).cstamt).toBe('299.99');
  });

  it('are refused when only one of them is approved: the sum would approve both', () => {
    expect(refused(twice({ subcontract: sub({ status: '2' }) }))).toEqual([
      {
        field: 'budget.1.subcontract.status',
        value: '2',
        sentence:
          'Budget lines 1 and 2 both change line 1 of subcontract 850 and become one line: give them the same Status.',
      },
    ]);
    expect(refused(twice({ subcontract: sub({ changeNumber: '850-2' }) }))[0]).toMatchObject({
      field: 'budget.1.subcontract.changeNumber',
      sentence: expect.stringContaining('give them the same Change#.'),
    });
  });

  it('are refused when they belong to two CORs', () => {
    const input = given({
      cors: [cor(), cor({ id: 'cor-13', number: '13' })],
      draft: {
        corIds: ['cor-12', 'cor-13'],
        prime: [prime(), prime({ id: 'p2', corId: 'cor-13', description: 'COR 13' })],
        budget: [subBudget(), subBudget({ id: 'b2', corId: 'cor-13' })],
      },
    });
    expect(refused(input)).toEqual([
      {
        field: 'budget.1.subcontract.line',
        value: '1',
        sentence:
          'Two CORs change line 1 of subcontract 850: Sage allows one change per subcontract line, so put them in separate change orders.',
      },
    ]);
  });
});

describe('a subcontract change without a line', () => {
  const fresh = (status = '1', id = 'b1') =>
    subBudget({ id, costCode: '3300', description: `Pad ${id}`, subcontract: sub({ line: '', status }) });

  it('creates the subcontract line first, with nothing in the original contract, and points to it', () => {
    const plan = planned(withLines(fresh()));
    expect(plan.steps.map(({ id }) => id)).toEqual([
      'header',
      'prime.0',
      'newSubcontractLine.0',
      'budget.0',
      'subcontract.9001.totals',
    ]);
    expect(values(stepOf(plan, 'newSubcontractLine.0'))).toEqual({
      _idnum: '<rowId>',
      _idref: '<subcon 9001 _idnum>',
      recnum: '9001',
      linnum: '<line>',
      dscrpt: 'Pad b1',
      cstcde: '3300.000',
      csttyp: '4',
      amount: '0.00',
      change: '200.00',
      cntrct: '200.00',
      billed: '0.00',
      remain: '200.00',
    });
    expect(values(stepOf(plan, 'budget.0')).ctclin).toBe('<newSubcontractLine.0.linnum>');
  });

  it('creates a line without money while it is not approved', () => {
    const head = header({ status: '2', approvedOn: '' });
    const plan = planned(given({ draft: { header: head, budget: [fresh('2')] } }));
    expect(values(stepOf(plan, 'newSubcontractLine.0'))).toMatchObject({ change: '0.00', cntrct: '0.00' });
    expect(plan.steps.map(({ id }) => id)).not.toContain('subcontract.9001.totals');
  });

  it('creates one line for each, even of one cost code', () => {
    const plan = planned(withLines(fresh('1', 'b1'), fresh('1', 'b2')));
    expect(plan.steps.filter(({ table }) => table === 'sbcnln')).toHaveLength(2);
    expect(changes(stepOf(plan, 'subcontract.9001.totals'))).toMatchObject({ chgttl: '500.00 → 900.00' });
  });
});

describe('a subcontract change that cannot be', () => {
  it.each([
    ['vendor', { vendor: '' }, 'Vendor is empty: a subcontract change names its vendor, so choose vendor 501.'],
    [
      'vendor',
      { vendor: '502' },
      'Subcontract 850 belongs to vendor 501, not 502: choose vendor 501 or another subcontract.',
    ],
    ['vendor', { vendor: '999' }, 'Vendor 999 is not in Sage (4-4): choose one that is.'],
    [
      'subcontract',
      { subcontract: '7777' },
      'The subcontract chosen is not one of job 2402 in Sage (6-7-1): choose one that is.',
    ],
    [
      'subcontract',
      { subcontract: '' },
      'The subcontract chosen is not one of job 2402 in Sage (6-7-1): choose one that is.',
    ],
    ['line', { line: '9' }, 'Subcontract 850 has no line 9: choose one that is there, or leave it empty.'],
    ['line', { line: '2' }, 'Line 2 of Subcontract 850 has cost code 3300 and type 4: use the same here.'],
    [
      'changeNumber',
      { changeNumber: ' ' },
      "Change# is empty: type the subcontract's own change number, such as 850-1.",
    ],
    ['changeNumber', { changeNumber: 'x'.repeat(21) }, 'Change# has 21 characters and Sage keeps 20: shorten it by 1.'],
    ['status', { status: '' }, 'Status of the subcontract change is empty: choose one of 1-Approved to 6-Rejected.'],
    [
      'status',
      { status: '9' },
      'Status 9 of the subcontract change is not in Sage: choose one of 1-Approved to 6-Rejected.',
    ],
  ])('is refused at its %s: %o', (field, change, sentence) => {
    const refusals = refused(withLines(subBudget({ subcontract: sub(change) })));
    expect(refusals).toContainEqual({
      field: `budget.0.subcontract.${field}`,
      value: expect.any(String),
      sentence,
    });
  });

  it.each([
    [{ locked: true }, 'Subcontract 850 is locked (Lock Edit): unlock it in Sage 6-7-1.'],
    [{ status: '6' }, 'Subcontract 850 is 6-Closed in Sage: reopen it in 6-7-1, or choose another.'],
    [{ status: '2' }, 'Subcontract 850 is 2-Refused in Sage: reopen it in 6-7-1, or choose another.'],
  ])('is refused where the subcontract says %o', (change, sentence) => {
    const input = given({ draft: { budget: [subBudget()] }, facts: { subcontracts: [subcontract(change)] } });
    expect(refused(input)).toEqual([{ field: 'budget.0.subcontract.subcontract', value: '850', sentence }]);
  });

  it('is refused open in a void change order', () => {
    const head = header({ status: '5', approvedOn: '' });
    const [refusal] = refused(given({ draft: { header: head, budget: [subBudget()] } }));
    expect(refusal).toMatchObject({ field: 'budget.0.subcontract.status', value: '1' });
  });

  it('warns about a vendor who is inactive', () => {
    const vendors = new Map([['501', vendor('501', 'Bright Electric', { inactive: true })]]);
    const plan = planned(given({ draft: { budget: [subBudget()] }, facts: { ...facts(), vendors } }));
    expect(plan.warnings).toContain('Vendor 501 (Bright Electric) is inactive in Sage.');
  });
});
