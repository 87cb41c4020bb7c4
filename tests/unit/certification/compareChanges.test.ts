import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEntries, type Entry } from '#shared/domain/certification/compareChanges.ts';
import { namesOf, toldValue } from '#shared/domain/certification/names.ts';
import type { RowValues } from '#shared/domain/certification/snapshot.ts';
import { byPlumbline, bySage, changesOf, type Given, tables } from './entries.ts';

function entry(given: Given): Entry {
  const changes = changesOf(given);
  return { changes, names: namesOf(changes, tables, toldValue(new Map(), given.number, 'the number')) };
}

const compare = (sage: Given, plumbline: Given) => compareEntries(entry(sage), entry(plumbline), tables);

const editing =
  (table: string, column: string, value: string | null) =>
  (name: string, values: RowValues): RowValues =>
    name === table ? { ...values, [column]: value } : values;

describe('the same entry, typed in Sage and written by Plumbline', () => {
  it('has no differences although ids, numbers, times and people differ', () => {
    expect(compare(bySage, byPlumbline)).toEqual([]);
  });

  it('is told apart by one value, at its place on the screen', () => {
    expect(compare(bySage, { ...byPlumbline, edit: editing('prmchg', 'appamt', '950.01') })).toEqual([
      {
        table: 'prmchg',
        column: 'appamt',
        place: 'Change Order (6-4-1), Approved Amount',
        bySage: '950.00',
        byPlumbline: '950.01',
      },
    ]);
  });

  it('is told apart by a time that only Sage fills in, and by a NULL where Sage has an empty field', () => {
    expect(compare({ ...bySage, edit: editing('prmchg', 'upddte', bySage.at) }, byPlumbline)).toMatchObject([
      { column: 'upddte', bySage: bySage.at, byPlumbline: null },
    ]);
    expect(
      compare(
        { ...bySage, edit: editing('sbcgln', 'dscrpt', '') },
        {
          ...byPlumbline,
          edit: editing('sbcgln', 'dscrpt', null),
        },
      ),
    ).toMatchObject([{ column: 'dscrpt', bySage: '', byPlumbline: null }]);
  });

  it('compares totals that both moved by how far they moved', () => {
    const other = { ...byPlumbline, subcontractAfter: '499.99' };
    expect(compare(bySage, other)).toMatchObject([
      { table: 'subcon', column: 'chgttl', bySage: '200.00', byPlumbline: '199.99' },
    ]);
  });

  it('is told apart by a line that points to another record than its own header', () => {
    const astray = { ...byPlumbline, edit: editing('sbcgln', '_idref', byPlumbline.ids[1] ?? '') };
    expect(compare(bySage, astray)).toMatchObject([{ table: 'sbcgln', column: '_idref' }]);
  });

  it('is told apart by rows that only one of them writes, also in tables that are not described', () => {
    const without = (given: Given, table: string): Entry => {
      const whole = entry(given);
      return { ...whole, changes: whole.changes.filter((change) => change.table !== table) };
    };
    expect(compareEntries(entry(bySage), without(byPlumbline, 'dbo_Audit.prmchg'), tables)).toEqual([
      {
        table: 'dbo_Audit.prmchg',
        column: null,
        place: 'dbo_Audit.prmchg',
        bySage: 'insert of a row',
        byPlumbline: null,
      },
    ]);
    expect(compareEntries(without(bySage, 'subcon'), entry(byPlumbline), tables)).toMatchObject([
      { table: 'subcon', bySage: null, byPlumbline: 'update of a row' },
    ]);
  });

  it('keeps nothing to itself: whatever single value of a line changes, it is found', () => {
    const line = changesOf(byPlumbline).find(({ table }) => table === 'sbcgln')?.after ?? {};
    const columns = Object.keys(line).filter((name) => name !== '_idnum');
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.stringMatching(/^[a-z]{3,12}$/), (column, value) => {
        const found = compare(bySage, { ...byPlumbline, edit: editing('sbcgln', column, value) });
        expect(found.map((difference) => difference.column)).toEqual([column]);
      }),
      { numRuns: 2000 },
    );
  });
});
