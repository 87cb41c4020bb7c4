import { expect, it } from 'vitest';
import { differs } from '../../../renderer/screens/queue/receiptWords.ts';

const value = (column: string, planned: string | null, readBack: string | null) => ({ column, planned, readBack });

it('a receipt shows as different what is another value, not what only looks otherwise', () => {
  expect(differs('prmchg', value('phsnum', null, '0'))).toBe(false);
  expect(differs('sbcgln', value('chgnum', null, ''))).toBe(false);
  expect(differs('sbcgln', value('bdgprc', '760.00', '760.0000'))).toBe(false);
  expect(differs('sbcgln', value('bdgprc', '760.00', '760.01'))).toBe(true);
  expect(differs('pmcgln', value('csttyp', '2', null))).toBe(true);
  expect(differs('unknown', value('a', null, ''))).toBe(true);
});
