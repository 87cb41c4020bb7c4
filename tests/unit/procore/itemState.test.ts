import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '#shared/domain/procore/decision.ts';
import { itemLists, listOfState, procoreItem, type Unmet } from '#shared/domain/procore/item.ts';
import { itemState, type StateFacts } from '#shared/domain/procore/itemState.ts';

const at = '2026-03-02T08:00:00.000Z';
const unmet: Unmet = { rule: 'R-049', field: 'status', value: 'Draft', sentence: 'Approve it in Procore.' };
const nothing: StateFacts = {
  direction: 'export',
  external: null,
  unmet: [],
  link: null,
  update: null,
  decision: null,
  underway: null,
  failed: null,
};
const decision = (said: Decision['decision']): Decision => ({
  item: procoreItem('commitment', '41'),
  decision: said,
  reason: 'twice',
  by: 'Ana',
  at,
});
const failure = { next: 'needsPerson', code: 'sage.check', sentence: 'No.' } as const;

describe('the state of an item', () => {
  it.each<[string, Partial<StateFacts>, string]>([
    ['in Procore only, every condition met', {}, 'readyToExport'],
    ['in Sage only', { direction: 'import' }, 'readyToImport'],
    ['a condition that is not met', { unmet: [unmet] }, 'notReady'],
    ['on its way, whatever else is true', { underway: { what: 'waiting', since: at }, unmet: [unmet] }, 'underway'],
    ['refused on its way', { failed: { failure, at } }, 'failed'],
    ['linked', { link: { at, by: 'Ana' } }, 'synced'],
    ['linked, with more to send', { link: { at, by: 'Ana' }, update: '2 new codes' }, 'readyToUpdate'],
    ['linked, with more that cannot be sent', { link: { at, by: 'Ana' }, update: 'x', unmet: [unmet] }, 'notReady'],
    ['owned by another connector', { external: 'Another connector owns it.' }, 'external'],
    ['rejected', { decision: decision('rejected') }, 'rejected'],
    ['retrieved', { decision: decision('retrieved') }, 'retrieved'],
    ['archived', { decision: decision('archived') }, 'archived'],
    ['R-092 marked as posted', { decision: decision('posted') }, 'posted'],
  ])('%s', (_title, facts, state) => {
    expect(itemState({ ...nothing, ...facts }).name).toBe(state);
  });

  it('R-081 is exactly one, and stands in exactly one list, whatever is true of the item', () => {
    const anything: fc.Arbitrary<StateFacts> = fc.record({
      direction: fc.constantFrom('import', 'export'),
      external: fc.constantFrom(null, 'Owned.'),
      unmet: fc.constantFrom<readonly Unmet[]>([], [unmet], [unmet, unmet]),
      link: fc.constantFrom(null, { at, by: 'Ana' }),
      update: fc.constantFrom(null, 'new codes'),
      decision: fc.constantFrom(null, decision('archived'), decision('rejected'), decision('posted')),
      underway: fc.constantFrom(null, { what: 'waiting', since: at }),
      failed: fc.constantFrom(null, { failure, at }),
    });
    fc.assert(
      fc.property(fc.array(anything), (items) => {
        const states = items.map(itemState);
        const counted = itemLists.map((list) => states.filter(({ name }) => listOfState[name] === list).length);
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(items.length);
      }),
    );
  });
});
