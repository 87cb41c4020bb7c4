import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import type { Column } from '#shared/domain/sage/columns.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import { sameValue, storedForm } from '../../electron/sage/values.ts';

const amount = columnOf(sageTables.sbcgln, 'bdgprc');
const code = columnOf(sageTables.sbcgln, 'cstcde');
const phase = columnOf(sageTables.prmchg, 'phsnum');
const vendor = columnOf(sageTables.sbcgln, 'vndnum');
const status = columnOf(sageTables.sbcgln, 'chgsts');
const job = columnOf(sageTables.prmchg, 'jobnum');
const words = columnOf(sageTables.prmchg, 'dscrpt');
const notes = columnOf(sageTables.prmchg, 'ntetxt');
const flag = columnOf(sageTables.prmchg, 'lckedt');
const day = columnOf(sageTables.prmchg, 'invdte');
const rowId = columnOf(sageTables.prmchg, '_idnum');

type Case = readonly [column: Column, a: string | null, b?: string | null];
const cases = (...list: readonly Case[]) => list.map(([column, a, b = null]) => ({ column, a, b }));

describe('the form in which Sage stores a planned value', () => {
  it.each(
    cases(
      [amount, '.5', '0.50'],
      [amount, '-1234567890.12', '-1234567890.12'],
      [amount, '-0', '0.00'],
      [code, '15180', '15180.000'],
      [code, null, null],
      [job, '0042', '42'],
      [words, ' kept as it is ', ' kept as it is '],
      [day, '2024-02-29', '2024-02-29'],
    ),
  )('of $column.label $a is $b', ({ column, a, b }) => {
    expect(storedForm(column, a)).toEqual({ ok: true, value: b });
  });

  it('keeps every amount that fits to the last digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n) + 1n, max: 10n ** 12n - 1n }), (cents) => {
        const text = formatScaled(cents, 2);
        expect(storedForm(amount, text)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 10_000 },
    );
  });

  it.each(
    cases(
      [amount, '1e5'],
      [amount, '1,000.00'],
      [amount, '10000000000.00'],
      [amount, '0.001'],
      [amount, ''],
      [job, '12.0'],
      [job, '9'.repeat(19)],
      [day, '2023-02-29'],
      [words, 'x'.repeat(51)],
      [notes, 'x'.repeat(4001)],
      [rowId, 'not-an-id'],
      [flag, 'Y'],
      [job, null],
    ),
  )('is none for $column.label $a', ({ column, a }) => {
    expect(storedForm(column, a).ok).toBe(false);
  });
});

describe('two values', () => {
  it.each(
    cases(
      [amount, '1.5', '1.50'],
      [amount, null, '0.00'],
      [code, '100', '100.000'],
      [phase, '0', null],
      [vendor, '0', null],
      [status, '0', null],
      [words, 'Padded    ', 'Padded'],
      [words, null, ''],
      [notes, null, ''],
      [flag, null, '0'],
      [rowId, 'ABCD', 'abcd'],
      [day, '', null],
    ),
  )('mean the same in $column.label: $a and $b', ({ column, a, b }) => {
    expect(sameValue(column, a, b)).toBe(true);
    expect(sameValue(column, b, a)).toBe(true);
  });

  it.each(
    cases(
      [amount, '1.50', '1.51'],
      [code, null, '0.000'],
      [phase, '1', null],
      [job, '0', null],
      [words, 'a', 'A'],
      [flag, '1', '0'],
      [day, '2026-01-01', null],
    ),
  )('differ in $column.label: $a and $b', ({ column, a, b }) => {
    expect(sameValue(column, a, b)).toBe(false);
  });
});
