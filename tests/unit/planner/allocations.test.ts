import { describe, expect, it } from 'vitest';
import type { PlannedColumn } from '#shared/domain/plan.ts';
import type { PlanningFacts } from '#shared/domain/plans/changeOrder/input.ts';
import { given, planned } from './given.ts';

type Allocations = PlanningFacts['catalog']['allocations'];

function taken(allocations: Allocations, table: string, column: string): PlannedColumn | undefined {
  const { steps } = planned(given({ catalog: { allocations } }));
  return steps.find((step) => step.table === table)?.columns.find((one) => one.column === column);
}

describe('the numbers of new rows', () => {
  it('are the highest + 1 where nothing else is known, and the plan says so', () => {
    expect(taken({}, 'prmchg', 'recnum')).toMatchObject({
      cell: { kind: 'take', rule: 'record', allocation: 'highest', preview: 'the next record' },
      why: 'Next record number, taken under the lock: the highest + 1',
      confidence: 'guess',
    });
    expect(taken({}, 'pmcgln', 'linnum')).toMatchObject({
      cell: { rule: 'line', allocation: 'highest', preview: '1' },
      why: 'Next line of the grid, taken under the lock: the highest + 1',
    });
  });

  it.each([
    ['identity', 'Given out by SQL Server: it counts this column itself'],
    ['default', 'Given out by SQL Server: the default of this column counts'],
  ] as const)('are left to the database where its catalog says %s, for that column alone', (allocation, why) => {
    const allocations = { 'prmchg.recnum': allocation, 'sbcgln.linnum': 'highest' } as const;
    expect(taken(allocations, 'prmchg', 'recnum')).toMatchObject({ cell: { allocation }, why, confidence: 'high' });
    expect(taken(allocations, 'sbcgln', 'linnum')).toMatchObject({ cell: { allocation: 'highest', preview: '1' } });
  });

  it('still say behind which line a new one comes, so that a look-up can tell whether it is there', () => {
    expect(taken({ 'pmcgln.linnum': 'identity' }, 'pmcgln', 'linnum')?.cell).toMatchObject({ preview: '1' });
  });

  it('leave row ids to us, even where the database would make them: by them the new row is found again', () => {
    const rowId = taken({ 'prmchg._idnum': 'default' }, 'prmchg', '_idnum');
    expect(rowId).toEqual(taken({}, 'prmchg', '_idnum'));
  });
});
