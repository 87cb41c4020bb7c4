import { expect, it } from 'vitest';
import { columnOf, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { storedWords } from '#shared/domain/sage/storedWords.ts';

it.each([
  ['prmchg', 'status', '1', '1-Approved'],
  ['prmchg', 'appamt', '-1250.00', '(1,250.00)'],
  ['prmchg', 'chgdte', '2026-11-22', '11/22/2026'],
  ['sbcgln', 'cstcde', '3300.000', '3300'],
  ['sbcgln', 'chgunt', '12.5000', '12.5000'],
] as const)('a stored value is shown as on Sage’s screens: %s.%s %s', (table, name, stored, shown) => {
  expect(storedWords(columnOf(tableNamed(table), name), stored)).toBe(shown);
});
