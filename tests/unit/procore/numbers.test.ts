import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstNumbers,
  lengthLimits,
  type NumberQuestion,
  nextNumber,
  numberRefusals,
  shortened,
} from '#shared/domain/procore/rules/numbers.ts';

const question = (change: Partial<NumberQuestion> = {}): NumberQuestion => ({
  field: 'number',
  label: 'Commitment ID',
  typed: 'SC-003',
  limit: lengthLimits.commitmentNumber,
  inSage: [{ number: 'SC-001', by: 'subcontract SC-001 of job 2402 in Sage' }],
  own: 'SC-003',
  waiting: [],
  ...change,
});
const words = (change: Partial<NumberQuestion>) => numberRefusals(question(change)).map(({ sentence }) => sentence);

describe('the number of a commitment', () => {
  it('R-026 commitments and change orders have the limits of Procore’s own connector', () => {
    expect(lengthLimits).toEqual({
      commitmentNumber: 12,
      commitmentTitle: 30,
      changeNumber: 12,
      changeTitle: 30,
      unit: 6,
    });
  });

  it('R-026 a number of more than twelve characters is refused with its length and the limit', () => {
    expect(words({ typed: 'SC-2026-00017' })).toEqual([
      "Commitment ID 'SC-2026-00017' has 13 characters, and 12 is the most: shorten it by 1.",
    ]);
  });

  it('R-026 shortening never cuts a character in two and never ends in a blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const short = shortened(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short).toBe(short.trim());
      }),
    );
  });

  it('R-027 a shortened number that another commitment would get as well is refused', () => {
    const waiting = [{ number: 'SC-2026-PIER9-002', by: 'Plumbing, waiting in Procore' }];
    expect(words({ own: 'SC-2026-PIER9-001', typed: 'SC-2026-PIER', waiting })).toEqual([
      "'SC-2026-PIER9-001' and 'SC-2026-PIER9-002' (Plumbing, waiting in Procore) would both be 'SC-2026-PIER' in 12 characters: type a number that tells them apart.",
    ]);
    expect(words({ own: 'SC-2026-PIER9-001', typed: 'SC-P9-001', waiting })).toEqual([]);
    expect(words({ own: 'SC-2026-PIER9-001', typed: 'SC-2026-PIER', waiting: [] })).toEqual([]);
  });

  it('R-028 a number that Sage has already is refused with what has it', () => {
    expect(words({ typed: 'SC-001' })).toEqual([
      "Commitment ID 'SC-001' is the number of subcontract SC-001 of job 2402 in Sage already: type another one.",
    ]);
    expect(words({ typed: ' sc-001 ' })[0]).toContain("already (written 'SC-001')");
  });

  it('R-095 leading zeros make another number', () => {
    expect(words({ typed: 'SC-01' })).toEqual([]);
    expect(words({ typed: 'SC-0001' })).toEqual([]);
  });

  it('R-029 an empty number is refused', () => {
    expect(words({ typed: '  ' })).toEqual(['Commitment ID is empty: type one of at most 12 characters.']);
  });
});

describe('the next number', () => {
  it('R-030 starts at 001 for each type and goes on in sequence', () => {
    expect(nextNumber(firstNumbers.subcontract, [])).toBe('SC-001');
    expect(nextNumber(firstNumbers.purchaseOrder, [])).toBe('PO-001');
    expect(nextNumber('SC-001', ['SC-001', 'SC-002'])).toBe('SC-003');
    expect(nextNumber('SC-001', ['SC-099'])).toBe('SC-100');
    expect(nextNumber('SC-001', ['SC-999'])).toBe('SC-1000');
  });

  it('R-030 goes on with a scheme that a person typed, above its highest', () => {
    expect(nextNumber('SC-001', ['SC-001', '2402-07'])).toBe('2402-08');
    expect(nextNumber('SC-001', ['2402-09', '2402-07'])).toBe('2402-10');
    expect(nextNumber('SC-001', ['SC-001', 'ELECTRICAL'])).toBeNull();
  });

  it('R-030 is never one that is used', () => {
    const number = fc.tuple(fc.constantFrom('SC-', 'PO-', '2402-', ''), fc.integer({ min: 0, max: 1200 }));
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 12 }), (pairs) => {
        const used = pairs.map(([prefix, count]) => `${prefix}${String(count).padStart(3, '0')}`);
        expect(used).not.toContain(nextNumber('SC-001', used));
      }),
    );
  });
});
