import { describe, expect, it } from 'vitest';
import type { CorLogRow } from '#shared/domain/corLog.ts';
import { gridKey } from '../../../renderer/components/grid/gridKeys.ts';
import { nextStep } from '../../../renderer/screens/changeOrders/log/nextStep.ts';
import {
  nothingSelected,
  renew,
  selectOnly,
  selectTo,
  toggle,
} from '../../../renderer/screens/changeOrders/log/selection.ts';
import { selectionWords } from '../../../renderer/screens/changeOrders/log/selectionWords.ts';

function row(number: number, change: Partial<CorLogRow> = {}): CorLogRow {
  return {
    id: `c${number}`,
    number: String(number),
    title: 'Relocate sprinkler main',
    projectId: 'p1',
    projectName: 'Lincoln Elementary',
    job: '2401',
    inbox: 'sent',
    status: 'approved_co_issued',
    stage: null,
    requested: '100.00',
    effective: '90.00',
    customerCoNumber: null,
    customerReferenceNumber: null,
    daysInReview: null,
    submitted: null,
    updatedAt: '2026-11-22T00:00:00.000Z',
    sage: 'notInSage',
    changeOrder: null,
    ...change,
  };
}

const ids = (selection: { readonly rows: ReadonlyMap<string, CorLogRow> }) => [...selection.rows.keys()];
const key = (name: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe('selecting CORs', () => {
  const rows = [row(0), row(1), undefined, row(3)];
  const rowAt = (index: number) => rows[index];

  it('adds and takes away single rows, and starts a range at the last one', () => {
    const one = toggle(nothingSelected, row(3), 3);
    expect(ids(toggle(one, row(3), 3))).toEqual([]);
    expect(ids(selectTo(one, 1, rowAt))).toEqual(['c1', 'c3']);
  });

  it('keeps the anchor while a range grows and shrinks', () => {
    const start = selectOnly([row(0)], 0);
    const far = selectTo(start, 3, rowAt);
    expect(ids(far)).toEqual(['c0', 'c1', 'c3']);
    expect(ids(selectTo(far, 1, rowAt))).toEqual(['c0', 'c1']);
  });

  it('follows rows that changed meanwhile, and is the same object when nothing did', () => {
    const chosen = selectOnly([row(1)], 1);
    expect(renew(chosen, [row(1), row(5)])).toBe(chosen);
    expect(renew(chosen, [row(1, { sage: 'waiting' })]).rows.get('c1')?.sage).toBe('waiting');
  });
});

describe('the totals of the selected CORs', () => {
  it('never add a price and a cost', () => {
    const cost = row(3, { inbox: 'received', requested: '40.00', effective: '-30.00' });
    expect(selectionWords([row(1), row(2), cost])).toBe(
      '3 selected · 2 sent: 200.00 requested, 180.00 effective · 1 received: 40.00 requested, (30.00) effective',
    );
    expect(selectionWords([cost])).toBe('1 received selected: 40.00 requested, (30.00) effective');
  });

  it('are one pair where all were sent', () => {
    expect(selectionWords([row(1), row(2)])).toBe('2 selected: 200.00 requested, 180.00 effective');
    expect(selectionWords([])).toBe('');
  });
});

describe('what can be done with the selected CORs', () => {
  it.each([
    ['nothing selected', [], 'push', 'Select a change order request first'],
    ['two jobs', [row(1), row(2, { job: '2402' })], 'push', '2 jobs (2401, 2402)'],
    ['no job', [row(1, { job: null, sage: 'notMapped' })], 'push', 'Map it under Projects first'],
    ['in step', [row(1, { sage: 'inSync', changeOrder: '14' })], 'push', 'change order 14, and in step'],
    ['on its way', [row(1, { sage: 'waiting' })], 'push', 'see Queue'],
    ['conflict', [row(1, { sage: 'conflict' })], 'push', 'decide field by field'],
    ['pushed elsewhere', [row(1, { sage: 'external' })], 'push', 'would enter it twice'],
    ['mixed', [row(1), row(2, { sage: 'voidPending', changeOrder: '3' })], 'push', 'different steps'],
    ['too many', Array.from({ length: 51 }, (_, index) => row(index)), 'push', 'At most 50'],
  ] as const)('%s is refused with the reason', (_, rows, mode, words) => {
    expect(nextStep(rows)).toEqual({ mode, reason: expect.stringContaining(words) });
  });

  it('adds what is not in Sage, drafts included', () => {
    expect(nextStep([row(1), row(2, { sage: 'draft' })])).toEqual({ mode: 'push', reason: null });
  });

  it('updates and voids CORs of one change order', () => {
    const changed = (number: number, changeOrder: string) => row(number, { sage: 'changedSincePush', changeOrder });
    expect(nextStep([changed(1, '14'), changed(2, '14')])).toEqual({ mode: 'update', reason: null });
    expect(nextStep([changed(1, '14'), changed(2, '15')]).reason).toContain('14, 15');
    expect(nextStep([row(1, { sage: 'voidPending', changeOrder: '14' })])).toEqual({ mode: 'void', reason: null });
  });
});

describe('keys in a list', () => {
  it('move by rows and pages, extend with Shift, and leave typing alone', () => {
    expect(gridKey(key('ArrowDown'), 4, 10, 5)).toEqual({ type: 'move', to: 5, extend: false });
    expect(gridKey(key('PageUp', { shiftKey: true }), 4, 10, 5)).toEqual({ type: 'move', to: -1, extend: true });
    expect(gridKey(key('End'), 4, 10, 5)).toEqual({ type: 'move', to: 9, extend: false });
    expect(gridKey(key('a', { ctrlKey: true }), 0, 10, 5)).toEqual({ type: 'all' });
    expect(gridKey(key('a'), 0, 10, 5)).toBeNull();
    expect(gridKey(key('Tab'), 0, 10, 5)).toBeNull();
  });
});
