import fc from 'fast-check';
import { expect, test } from 'vitest';
import { succeed } from '#shared/domain/failure.ts';
import { type Page, readChangedRows, readSteadyList } from '../../electron/clouds/clearstory/paging.ts';

type Row = { readonly id: number; readonly updatedAt: string };

/** How a server may differ from what is documented. */
type Habits = {
  /** Rounds the filter down to whole days. */
  readonly wholeDays: boolean;
  /** Filters with > instead of >=. */
  readonly exclusive: boolean;
  readonly withCount: boolean;
  /** Largest page it gives, whatever is asked for. */
  readonly cap: number;
};

const base = Date.parse('2026-11-01T00:00:00.000Z');
const at = (ms: number) => new Date(base + ms).toISOString();

/** A list of rows that people change between the pages; `edits` are the ids changed after each page. */
function createMovingList(sizes: readonly number[], edits: readonly (readonly number[])[], habits: Habits) {
  let rows: Row[] = sizes.map((ms, id) => ({ id, updatedAt: at(ms) }));
  let pages = 0;
  let clock = Math.max(0, ...sizes) + 5000;
  const sorted = () => [...rows].sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.id - b.id);
  return {
    rows: () => rows,
    pages: () => pages,
    read: async (from: string | null, offset: number) => {
      const bound = from === null ? '' : habits.wholeDays ? `${from.slice(0, 10)}T00:00:00.000Z` : from;
      const matching = sorted().filter((row) => (habits.exclusive ? row.updatedAt > bound : row.updatedAt >= bound));
      const page: Page = {
        rows: matching.slice(offset, offset + habits.cap),
        count: habits.withCount ? matching.length : null,
      };
      for (const id of edits[pages] ?? []) {
        clock += 1;
        rows = rows.map((row) => (row.id === id ? { ...row, updatedAt: at(clock) } : row));
      }
      pages += 1;
      return succeed(page);
    },
  };
}

const habits = fc.record({
  wholeDays: fc.boolean(),
  exclusive: fc.boolean(),
  withCount: fc.boolean(),
  cap: fc.constant(100),
});

test('no row is lost, however rows move and whatever the server rounds to', async () => {
  await fc.assert(
    fc.asyncProperty(
      // Spread over days, seconds, and one and the same moment.
      fc.constantFrom(200_000_000, 20_000, 0),
      fc.integer({ min: 0, max: 450 }),
      fc.array(fc.array(fc.nat(449), { maxLength: 3 }), { maxLength: 3 }),
      habits,
      async (spread, count, edits, server) => {
        const sizes = Array.from({ length: count }, (_, index) => (spread === 0 ? 0 : (index * 7919) % spread));
        const list = createMovingList(sizes, edits, server);
        const seen = new Map<number, string>();
        const done = await readChangedRows(list.read, null, (rows) => {
          for (const row of rows as readonly Row[]) seen.set(row.id, row.updatedAt);
        });
        expect(done.ok).toBe(true);
        expect(seen.size).toBe(count);
        // What was changed while being read arrives with its newest date, unless it changed after the end was reached.
        const stale = list.rows().filter((row) => seen.get(row.id) !== row.updatedAt);
        expect(stale.length).toBeLessThanOrEqual((edits[list.pages() - 1] ?? []).length);
      },
    ),
    { numRuns: 400 },
  );
});

test('a list that stands still is read with hardly more pages than it has', async () => {
  const usual = { wholeDays: false, exclusive: false, withCount: true, cap: 100 };
  const spreadOut = createMovingList(
    Array.from({ length: 5000 }, (_, index) => index * 60_000),
    [],
    usual,
  );
  await readChangedRows(spreadOut.read, null, () => {});
  expect(spreadOut.pages()).toBeLessThanOrEqual(52);
  const oneMoment = createMovingList(
    Array.from({ length: 5000 }, () => 0),
    [],
    usual,
  );
  await readChangedRows(oneMoment.read, null, () => {});
  expect(oneMoment.pages()).toBeLessThanOrEqual(52);
});

test('a server with smaller pages than asked for is read to the end', async () => {
  const small = { wholeDays: false, exclusive: false, withCount: true, cap: 30 };
  const list = createMovingList(
    Array.from({ length: 250 }, (_, index) => index * 1000),
    [],
    small,
  );
  const ids = new Set<number>();
  await readChangedRows(list.read, null, (rows) => {
    for (const row of rows as readonly Row[]) ids.add(row.id);
  });
  expect(ids.size).toBe(250);
});

test('a steady list that loses a row while being read is begun again, and no other row is missed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(349), { minLength: 1, maxLength: 4 }), async (removals) => {
      let rows = Array.from({ length: 350 }, (_, id) => ({ id }));
      const pending = [...removals];
      const result = await readSteadyList(async (offset) => {
        const page = { rows: rows.slice(offset, offset + 100), count: rows.length };
        const gone = pending.shift();
        rows = rows.filter((row) => row.id !== gone);
        return succeed(page);
      }, 'the projects');
      const ids = result.ok ? (result.value as readonly { id: number }[]).map((row) => row.id) : [];
      for (const row of rows) expect(ids).toContain(row.id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
