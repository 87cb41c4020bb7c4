import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import { sumMoney } from '#shared/domain/money.ts';
import { planSubcontract } from '#shared/domain/plans/subcontract.ts';
import { tableUse } from '#shared/domain/sage/uses.ts';
import { stepOf, values } from '../planner/reading.ts';
import { coding, commitment, line } from './commitments.ts';
import { cautionsOf, given, planning, planOf, refusalsOf, sageFacts } from './planning.ts';

const plan = (...args: Parameters<typeof given>) => planOf(planSubcontract(given(...args)));
const refusals = (...args: Parameters<typeof given>) => refusalsOf(planSubcontract(given(...args)));

describe('a subcontract from a commitment', () => {
  it('R-051 becomes a record of 6-7-1 with the original contract in its header and lines', () => {
    const made = plan();
    expect(made).toMatchObject({
      kind: 'subcontract.create',
      businessKey: 'job/2402',
      target: { job: '2402', phase: '0', table: 'subcon', record: null, number: 'SC-001' },
      sources: [{ corId: 'p:41', number: 'SC-001', snapshotHash: 'hash of 41' }],
      title: 'Subcontract SC-001 of job 2402: Electrical (Harbor Electric LLC)',
      controls: { lines: 1, sums: [{ label: 'Original Contract', amount: '150000.00' }, { amount: '150000.00' }] },
    });
    expect(values(stepOf(made, 'header'))).toMatchObject({
      ctcnum: 'SC-001',
      vndnum: '501',
      jobnum: '2402',
      phsnum: null,
      dscrpt: 'Electrical',
      status: '3',
      condte: '2026-02-10',
      strdte: '2026-02-15',
      findte: null,
      rtnrte: '10.00',
      cntttl: '150000.00',
      chgttl: '0.00',
      ctcttl: '150000.00',
      invttl: '0.00',
      balttl: '150000.00',
      entdte: '2026-03-05',
    });
    expect(values(stepOf(made, 'lines.177'))).toMatchObject({
      recnum: '<header.recnum>',
      _idref: '<header._idnum>',
      linnum: '<line>',
      dscrpt: 'Rough-in',
      cstcde: '16100.000',
      csttyp: '4',
      amount: '150000.00',
      change: '0.00',
      cntrct: '150000.00',
      billed: '0.00',
      remain: '150000.00',
    });
  });

  it('writes exactly the columns that are declared as written', () => {
    for (const { table, columns } of plan().steps) {
      const always = tableUse(table)?.insert?.always ?? [];
      expect([...columns.map(({ column }) => column)].sort()).toEqual([...always].sort());
    }
  });

  it('R-026 title and number are never shortened silently: what is shorter is confirmed by name', () => {
    const long = commitment({ number: 'SC-2026-PIER9-01', title: 'Electrical rough-in and panels, north wing' });
    const choices = {
      number: 'SC-2026-PIER',
      title: 'Electrical rough-in and panels',
      date: '2026-02-10',
      status: '3',
    };
    const planned = planSubcontract(given(long, { choices }));
    expect(planned.ok && planned.cautions).toEqual([
      {
        name: 'shortenedNumber',
        sentence: "Number 'SC-2026-PIER9-01' has 16 characters and is shortened to 'SC-2026-PIER' (at most 12).",
      },
      {
        name: 'shortenedTitle',
        sentence:
          "Title 'Electrical rough-in and panels, north wing' has 42 characters and is shortened to 'Electrical rough-in and panels' (at most 30).",
      },
    ]);
    const whole = { ...choices, number: long.number, title: long.title };
    expect(refusals(long, { choices: whole }).map(({ field }) => field)).toEqual(['number', 'title']);
  });

  it('R-026 a long description of a line is confirmed and kept whole in its notes', () => {
    const text = 'Rough-in of all branch circuits on levels two to four, north wing';
    const planned = planSubcontract(given(commitment({ lines: [line({ description: text })] })));
    expect(cautionsOf(planned)).toEqual([
      "The description of line 1 is shortened to 'Rough-in of all branch circuits on levels two to f'. The whole text goes into the notes of the line.",
    ]);
    expect(values(stepOf(planOf(planned), 'lines.177'))).toMatchObject({
      dscrpt: 'Rough-in of all branch circuits on levels two to f',
      ntetxt: text,
    });
  });

  it('R-028 a number that Sage has already is refused, and looked for again under the lock', () => {
    const inSage = [{ number: 'sc-001', by: 'subcontract sc-001 of job 2300 in Sage' }];
    expect(refusals(commitment(), { numbers: { inSage, waiting: [] } })).toMatchObject([
      { field: 'number', value: 'SC-001' },
    ]);
    const check = plan().checks.find(({ table }) => table === 'subcon');
    expect(check).toMatchObject({ where: { ctcnum: 'SC-001' }, expect: 'none' });
  });

  it('R-049 is refused with every reason at once', () => {
    const choices = { number: '', title: ' ', date: '', status: '1' };
    const fields = refusals(commitment({ status: 'Draft', retainagePercent: '101' }), { choices }).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['status', 'number', 'title', 'date', 'status', 'retainage']);
  });

  it('asks for the contract date and takes no other in its place', () => {
    const choices = { number: 'SC-001', title: 'Electrical', date: '', status: '3' };
    expect(refusals(commitment({ contractDate: null }), { choices })).toMatchObject([
      { field: 'date', sentence: expect.stringContaining('Contract Date is empty') },
    ]);
  });

  it('is of one phase: lines of different sub jobs are refused, and lines of one become its phase', () => {
    const north = coding({ subJob: 'sj1' });
    const both = [line({ coding: north, amount: '100000.00' }), line({ id: '178', position: 2, amount: '50000.00' })];
    expect(refusals(commitment({ lines: both }))).toMatchObject([
      { field: 'lines', sentence: expect.stringContaining('(phase 1, no sub job)') },
    ]);
    const made = plan(commitment({ lines: [line({ coding: north })] }));
    expect(made.target.phase).toBe('1');
    expect(values(stepOf(made, 'header')).phsnum).toBe('1');
  });

  it('is refused for a closed job and a vendor that is gone', () => {
    const facts = sageFacts({ vendor: null, job: { ...given().facts.job, status: '6' } as never });
    expect(refusals(commitment(), { facts }).map(({ sentence }) => sentence)).toEqual([
      'Job 2402 is 6-Closed: look at it in Sage 3-5 first.',
      'Vendor 501 is no longer in Sage (4-4): link the company with another one.',
    ]);
  });

  it('asks about a subcontract that looks like it, and warns of invoices that could not be booked', () => {
    const refusal = { field: 'ledgerAccount', value: '', sentence: 'Vendor 501 has no usable ledger account.' };
    const unlinked = [
      { number: '77', total: '150000.00' },
      { number: '78', total: '10.00' },
    ];
    const made = planSubcontract(given(commitment(), { unlinked, accounts: [{ ok: false, refusal }] }));
    expect(made.ok && made.cautions.map(({ sentence }) => sentence)).toEqual([
      'Vendor 501 (Harbor Electric) has subcontract 77 over the same 150,000.00 on this job, and it is linked with nothing: check that it is not entered twice.',
    ]);
    expect(planOf(made).warnings).toEqual([
      'An invoice on it could not be booked: Vendor 501 has no usable ledger account.',
    ]);
  });

  it('tells quantity and unit price in the notes, since Sage has no field for them', () => {
    const units = line({ quantity: '300', unitCost: '500.00', unit: 'LF' });
    const made = plan(commitment({ byUnits: true, lines: [units] }));
    expect(values(stepOf(made, 'lines.177'))).toMatchObject({ amount: '150000.00', ntetxt: '300 LF at 500.00' });
  });

  it('the sum of the lines is the total of the header, to the cent, whatever the amounts', () => {
    const cents = fc.bigInt({ min: -99_999_999n, max: 99_999_999n });
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), (all) => {
        const lines = all.map((value, index) =>
          line({ id: String(index), position: index + 1, amount: formatScaled(value, 2) }),
        );
        const total = sumMoney(lines.map(({ amount }) => amount));
        const made = plan(commitment({ lines, grandTotal: total }));
        const written = made.steps.filter(({ table }) => table === 'sbcnln').map((step) => values(step).amount ?? '');
        expect(sumMoney(written)).toBe(total);
        expect(values(stepOf(made, 'header'))).toMatchObject({ cntttl: total, ctcttl: total, balttl: total });
      }),
    );
  });

  it('is refused where a value does not fit the columns of this company', () => {
    const narrow = planning({
      catalog: { fingerprint: '', limits: { 'subcon.dscrpt': { length: 5 } }, allocations: {} },
    });
    expect(refusals(commitment(), { planning: narrow })).toMatchObject([{ field: 'title', value: 'Electrical' }]);
  });
});
