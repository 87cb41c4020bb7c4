import { describe, expect, it } from 'vitest';
import type { Plan } from '#shared/domain/plan.ts';
import { carriesMarker } from '#shared/domain/plans/changeOrder/markerField.ts';
import { changedBy, createdBy, markerKeys } from '#shared/domain/sage/markerField.ts';
import { budgetLine, changeOrder, link, primeLine } from './company.ts';
import { cor } from './cors.ts';
import { given, givenUpdate, planned, prime, refused } from './given.ts';

const a = 'a'.repeat(22);
const b = 'b'.repeat(22);
const c = 'c'.repeat(22);

describe('the key in User Def2', () => {
  it('names the push that created the change order, and the last one that changed it', () => {
    expect(markerKeys(createdBy(a))).toEqual([a]);
    const changed = changedBy(createdBy(a), b);
    expect(markerKeys(changed)).toEqual([a, b]);
    expect(markerKeys(changedBy(changed, c))).toEqual([a, c]);
    expect(markerKeys(changedBy('', b))).toEqual([b]);
    expect(markerKeys(changedBy(changedBy('', b), c))).toEqual([c]);
  });

  it('fits into 50 characters', () => {
    expect(changedBy(createdBy(a), b).length).toBeLessThanOrEqual(50);
  });

  it.each(['', 'PCO 12', 'PL:', 'PL:abc', `PL:${a}x`, `pl:${a}`, `PL:${a}/`, `see PL:${a}`])(
    'is never found in what a person typed: %j',
    (typed) => expect(markerKeys(typed)).toEqual([]),
  );
});

const markerOf = ({ steps }: Plan) =>
  steps.flatMap(({ table, columns }) =>
    columns.filter(({ cell }) => cell.kind === 'take' && cell.rule === 'marker').map(({ was }) => ({ table, was })),
  );
const markers = 'recordFields' as const;

describe('a plan whose proof is kept in the record', () => {
  it('says so in the header that it creates, and nowhere else', () => {
    expect(markerOf(planned(given({ markers })))).toEqual([{ table: 'prmchg', was: undefined }]);
    expect(carriesMarker(planned(given()))).toBe(false);
  });

  it('names the text that must still stand there when it changes a change order', () => {
    const target = changeOrder({ userDefined2: createdBy(a) });
    const update = givenUpdate(target, { markers, draft: { header: { ...given().draft.header, description: 'New' } } });
    expect(markerOf(planned(update))).toEqual([{ table: 'prmchg', was: createdBy(a) }]);
  });

  it('touches the header for the proof alone where nothing else of it changes', () => {
    const target = changeOrder({
      userDefined2: createdBy(a),
      prime: [primeLine(), primeLine({ line: '2', requested: '5.00', approved: '5.00' })],
      budget: [budgetLine()],
    });
    const input = given({
      markers,
      draft: { target: { mode: 'void', record: target.record, status: '5' }, prime: [], budget: [] },
      facts: { changeOrders: [target], links: [link(target, { lines: ['1'] })] },
    });
    const plan = planned(input);
    expect(markerOf(plan)).toHaveLength(1);
    expect(plan.steps[0]?.table).toBe('prmchg');
  });

  it('replaces the id that Plumbline itself had written there before', () => {
    const target = changeOrder({ userDefined2: cor().uuid });
    const update = givenUpdate(target, { markers, draft: { header: { ...given().draft.header, description: 'New' } } });
    expect(markerOf(planned(update))).toEqual([{ table: 'prmchg', was: cor().uuid }]);
  });

  it('is refused where a person keeps something in that field, with both ways out', () => {
    const target = changeOrder({ userDefined2: 'see file 12' });
    const append = given({
      markers,
      draft: { target: { mode: 'existing', record: target.record }, prime: [prime({ description: 'Another' })] },
      facts: { changeOrders: [target], links: [] },
    });
    expect(refused(append).map(({ sentence }) => sentence)).toEqual([expect.stringContaining("holds 'see file 12'")]);
    const alone = given({
      markers,
      draft: { target: { mode: 'void', record: target.record, status: '5' }, prime: [], budget: [] },
      facts: { changeOrders: [target], links: [link({ ...target, userDefined2: '' })] },
    });
    expect(refused(alone)).toHaveLength(1);
  });
});
