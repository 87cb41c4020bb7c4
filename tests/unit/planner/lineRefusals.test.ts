import { describe, expect, it } from 'vitest';
import { changeOrder, link } from './company.ts';
import { cor } from './cors.ts';
import { budget, given, planned, prime, refused, subBudget } from './given.ts';
import { stepOf, values } from './reading.ts';

const withPrime = (change: Parameters<typeof prime>[0]) => given({ draft: { prime: [prime(change)] } });
const withBudget = (change: Parameters<typeof budget>[0]) => given({ draft: { budget: [budget(change)] } });
const many = 'enter less, or split it over several change orders.';

describe('a prime line', () => {
  it.each([
    ['description', '', 'Description is empty: enter one, because Sage does not save without it.'],
    ['description', 'd'.repeat(55), 'Description has 55 characters and Sage keeps 50: shorten it by 5.'],
    ['requested', '1.234', "Requested '1.234' is not an amount in dollars and cents: type it like 1234.56."],
    ['requested', 'abc', "Requested 'abc' is not an amount in dollars and cents: type it like 1234.56."],
    ['approved', '', "Approved '' is not an amount in dollars and cents: type it like 1234.56."],
    ['approved', '1,23', "Approved '1,23' is not an amount in dollars and cents: type it like 1234.56."],
    ['requested', '10000000000', `Requested 10,000,000,000.00 is more than Sage can hold (9,999,999,999.99): ${many}`],
    ['approved', '-10000000000', `Approved (10,000,000,000.00) is more than Sage can hold (9,999,999,999.99): ${many}`],
  ])('is refused for its %s “%s”', (field, value, sentence) => {
    expect(refused(withPrime({ [field]: value }))).toContainEqual({ field: `prime.0.${field}`, value, sentence });
  });

  it('may go without a cost code, but not with half of the coding', () => {
    expect(refused(withPrime({ costCode: '16100' }))[0]).toMatchObject({ field: 'prime.0.costType', value: '' });
    expect(refused(withPrime({ costType: '4' }))[0]).toMatchObject({ field: 'prime.0.costCode', value: '' });
    expect(values(stepOf(planned(withPrime({ costCode: '16100', costType: '4' })), 'prime.0'))).toMatchObject({
      cstcde: '16100.000',
      csttyp: '4',
    });
  });

  it('is refused with the description of another, whatever its case and blanks', () => {
    const input = given({ draft: { prime: [prime(), prime({ id: 'p2', description: 'cor 12 relocate PANEL ' })] } });
    const sentence =
      "'cor 12 relocate PANEL' is also the description of prime line 1, and progress billing needs each to differ: change this one.";
    expect(refused(input)).toEqual([{ field: 'prime.1.description', value: 'cor 12 relocate PANEL ', sentence }]);
  });

  it('is refused when it belongs to no COR of the draft: its money would be nobody’s', () => {
    const input = given({ draft: { prime: [prime(), prime({ id: 'p2', corId: 'cor-99', description: 'Stray' })] } });
    expect(refused(input)).toEqual([
      {
        field: 'prime.1.description',
        value: 'Stray',
        sentence: 'This line belongs to no COR of the draft: remove it.',
      },
    ]);
  });
});

describe('a budget line', () => {
  it.each([
    ['description', '', 'Description is empty: enter one, because Sage does not save without it.'],
    ['costCode', '', 'Cost Code is empty: choose the Sage 100 cost code first, then the cost type.'],
    ['costCode', '99999', 'Cost code 99999 is not in Sage (6-5): choose one that is, or add it there and sync.'],
    ['costCode', 'abc', 'Cost code abc is not in Sage (6-5): choose one that is, or add it there and sync.'],
    ['costCode', '-16100', 'Cost code -16100 is not in Sage (6-5): choose one that is, or add it there and sync.'],
    ['costType', '', 'Cost Type is empty: choose one of the nine cost types.'],
    ['costType', '10', 'Cost type 10 is not in Sage: choose one of 1–9.'],
    ['share', '', 'Enter this line’s share of the price, as an amount or a percentage.'],
    ['share', '12.345', '“12.345” is not an amount. Enter one like 1,250.00.'],
    ['multiplier', '', 'Enter the multiplier. 1 makes the budget equal to the share.'],
    ['multiplier', 'x', '“x” is not a multiplier. Enter a factor like 0.8.'],
    ['multiplier', '1e3', '“1e3” is not a multiplier. Enter a factor like 0.8.'],
    [
      'hours',
      '1.255',
      "Budget Hours '1.255' is not a number with at most 2 decimals: type it like 12.5, or leave it empty.",
    ],
    ['hours', '12345678901', `Budget Hours 12345678901 has more than 10 digits before the point: ${many}`],
    [
      'units',
      '1.00001',
      "Budget Units '1.00001' is not a number with at most 4 decimals: type it like 12.5, or leave it empty.",
    ],
    ['units', '123456789', `Budget Units 123456789 has more than 8 digits before the point: ${many}`],
  ])('is refused for its %s “%s”', (field, value, sentence) => {
    expect(refused(withBudget({ [field]: value }))).toContainEqual({ field: `budget.0.${field}`, value, sentence });
  });

  it('is refused when share × multiplier is more than Sage can hold', () => {
    const [refusal] = refused(withBudget({ share: '9999999999.99', multiplier: '1.01' }));
    expect(refusal).toMatchObject({ field: 'budget.0.share', sentence: expect.stringContaining('10,099,999,999.99') });
  });

  it('is refused for a negative multiplier or percentage, which would turn a charge into a credit', () => {
    expect(refused(withBudget({ multiplier: '-1' }))[0]).toMatchObject({ field: 'budget.0.multiplier', value: '-1' });
    expect(refused(withBudget({ shareMode: 'percent', share: '-5' }))[0]?.field).toBe('budget.0.share');
  });

  it('is refused when it belongs to no COR of the draft', () => {
    const stray = budget({ id: 'b2', corId: 'cor-99', description: 'Stray' });
    expect(refused(given({ draft: { budget: [budget(), stray] } }))).toEqual([
      {
        field: 'budget.1.description',
        value: 'Stray',
        sentence: 'This line belongs to no COR of the draft: remove it.',
      },
    ]);
  });

  it('takes a cost code in any spelling and writes the one that Sage has', () => {
    for (const costCode of ['12162420.1', '12162420.10', '12162420.100']) {
      expect(values(stepOf(planned(withBudget({ costCode })), 'budget.0')).cstcde).toBe('12162420.100');
    }
  });

  it('is only warned of when percentages leave something over or take too much', () => {
    const percent = (share: string) => withBudget({ shareMode: 'percent', share, multiplier: '1' });
    expect(planned(percent('100')).warnings).toEqual([]);
    expect(planned(percent('90')).warnings).toEqual(['95.00 of COR 12 is in no budget line.']);
    expect(planned(percent('110')).warnings).toEqual([
      'The budget lines of COR 12 take 95.00 more than its price of 950.00.',
    ]);
  });
});

describe('sums that Sage cannot hold although every line fits', () => {
  const huge = '9999999999.99';

  it('are refused for the header’s requested, approved and cost amounts', () => {
    const lines = [
      prime({ requested: huge, approved: '0' }),
      prime({ id: 'p2', description: 'Two', requested: '0.01' }),
    ];
    expect(refused(given({ draft: { prime: lines, budget: [] } }))).toEqual([
      {
        field: 'prime',
        value: '10,000,000,000.00',
        sentence:
          'Requested Amount would be 10,000,000,000.00 (Change order: COR 12 Relocate panel), and Sage can hold 9,999,999,999.99: split it over several change orders.',
      },
    ]);
    const costs = [budget({ share: huge, multiplier: '1' }), budget({ id: 'b2', share: '0.01', multiplier: '1' })];
    expect(refused(given({ draft: { budget: costs } }))[0]).toMatchObject({ field: 'budget' });
  });

  it('are refused for a total in Sage that would outgrow its field', () => {
    const target = changeOrder({ approved: huge });
    const second = cor({ id: 'cor-13', number: '13' });
    const input = given({
      cors: [second],
      draft: {
        corIds: ['cor-13'],
        target: { mode: 'existing', record: '3001' },
        prime: [prime({ corId: 'cor-13', description: 'COR 13' })],
        budget: [],
      },
      facts: { changeOrders: [target], links: [link(target)] },
    });
    expect(refused(input).map(({ field, value }) => [field, value])).toEqual([['prime', '10,000,000,949.99']]);
  });

  it('are refused for the totals of a subcontract, and for lines that became one', () => {
    const input = given({ draft: { budget: [subBudget({ share: huge })] } });
    expect(refused(input).map(({ field }) => field)).toEqual(Array(6).fill('budget'));
    const hours = '9999999999.99';
    const merged = given({ draft: { budget: [subBudget({ hours }), subBudget({ id: 'b2', hours })] } });
    expect(refused(merged)[0]).toMatchObject({ field: 'budget.0', value: '19,999,999,999.98' });
  });
});
