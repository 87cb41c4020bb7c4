import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corStatuses } from '#shared/domain/cor.ts';
import { corSortColumns } from '#shared/domain/corLog.ts';
import { sageStates } from '#shared/domain/link.ts';
import {
  isFiltered,
  type LogFilter,
  logAddress,
  nextSort,
  readFilter,
  wholeLog,
} from '../../../renderer/screens/changeOrders/log/logQuery.ts';

const day = fc.constantFrom('', '2026-01-31', '2026-11-22');
const filters: fc.Arbitrary<LogFilter> = fc.record({
  search: fc.string(),
  projectId: fc.constantFrom('', '17', 'a b&c'),
  statuses: fc.subarray([...corStatuses]),
  sageStates: fc.subarray([...sageStates]),
  approvedNotInSage: fc.boolean(),
  submittedFrom: day,
  submittedTo: day,
  sort: fc.record({ column: fc.constantFrom(...corSortColumns), descending: fc.boolean() }),
});

const queryOf = (address: string) => new URLSearchParams(address.split(/\?(.*)/s)[1] ?? '');

describe('the address of the log', () => {
  it('brings every filter back as it was', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(queryOf(logAddress(filter, '9')))).toEqual(filter);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is plain for the whole log, and understands the links of Home', () => {
    expect(logAddress(wholeLog, null)).toBe('#/change-orders');
    expect(readFilter(new URLSearchParams('sage=failed')).sageStates).toEqual(['failed']);
  });

  it('ignores what it does not know', () => {
    const filter = readFilter(new URLSearchParams('sage=broken,conflict&status=x&from=2026-02-30&sort=-nothing'));
    expect(filter).toEqual({ ...wholeLog, sageStates: ['conflict'] });
  });

  it('counts an order or an open COR as no filter', () => {
    expect(isFiltered({ ...wholeLog, sort: { column: 'title', descending: false } })).toBe(false);
    expect(isFiltered({ ...wholeLog, approvedNotInSage: true })).toBe(true);
  });
});

it('a second click on a title turns the order round', () => {
  const once = nextSort(wholeLog.sort, 'requested');
  expect(once).toEqual({ column: 'requested', descending: false });
  expect(nextSort(once, 'requested')).toEqual({ column: 'requested', descending: true });
});
