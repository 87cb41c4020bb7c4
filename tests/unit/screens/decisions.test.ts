import { expect, it } from 'vitest';
import type { Difference } from '#shared/domain/link.ts';
import {
  acceptedFields,
  decideAll,
  openWords,
  pushesUpdate,
  valueOn,
} from '../../../renderer/screens/changeOrders/detail/decisions.ts';

const differences: readonly Difference[] = [
  { side: 'cor', field: 'cor.title', label: 'Title', pushed: 'Old', now: 'New' },
  { side: 'sage', field: 'header.status', label: 'Status', pushed: '2-Open', now: '1-Approved' },
];

it('shows what each side says: its change, or what was pushed', () => {
  expect(differences.map((difference) => [valueOn(difference, 'cor'), valueOn(difference, 'sage')])).toEqual([
    ['New', 'Old'],
    ['2-Open', '1-Approved'],
  ]);
});

it('lets nobody go on before every field is decided', () => {
  expect(openWords(differences, {})).toBe('2 of 2 fields are not decided yet.');
  expect(openWords(differences, { 'cor.title': 'cor' })).toBe('Decide “Status” first.');
  expect(openWords(differences, decideAll(differences, 'sage'))).toBeNull();
});

it('accepts what Sage decides and pushes only when Clearstory decides something', () => {
  const mixed = { 'cor.title': 'cor', 'header.status': 'sage' } as const;
  expect(acceptedFields(differences, mixed)).toEqual(['header.status']);
  expect(pushesUpdate(differences, mixed)).toBe(true);
  expect(pushesUpdate(differences, decideAll(differences, 'sage'))).toBe(false);
});
