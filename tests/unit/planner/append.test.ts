import { describe, expect, it } from 'vitest';
import { changeOrder, link, primeLine } from './company.ts';
import { cor } from './cors.ts';
import { budget, given, header, planned, prime, refused } from './given.ts';
import { changes, stepOf, values } from './reading.ts';

const first = cor();
const second = cor({ id: 'cor-13', number: '13', requestedAmount: '500.00', approvedCoIssuedAmount: '499.99' });

/** COR 13 added to change order 7, which holds COR 12. */
function appending(target = changeOrder(), change: Parameters<typeof given>[0] = {}) {
  return given({
    cors: [second],
    ...change,
    draft: {
      corIds: ['cor-13'],
      target: { mode: 'existing', record: '3001' },
      prime: [prime({ corId: 'cor-13', description: 'COR 13 Lights', requested: '500.00', approved: '499.99' })],
      budget: [budget({ corId: 'cor-13', share: '499.99', multiplier: '1', hours: '' })],
      ...change.draft,
    },
    facts: { changeOrders: [target], links: [link(target, { of: first })] },
  });
}

describe('the plan that adds a COR to a change order in Sage', () => {
  it('raises the header’s totals from what they are, and expects them to be still there', () => {
    const plan = planned(appending());
    expect(plan.kind).toBe('changeOrder.append');
    expect(changes(stepOf(plan, 'header'))).toEqual({
      reqamt: '1000.00 → 1500.00',
      appamt: '950.00 → 1449.99',
      cstamt: '760.00 → 1259.99',
    });
    expect(stepOf(plan, 'header')).toMatchObject({ op: 'update', table: 'prmchg', key: { recnum: '3001' } });
  });

  it('changes nothing else in the header, whatever the draft says there', () => {
    const head = header({ description: 'Something else', clientPo: 'X', notes: 'Y', type: '', phase: '1' });
    const step = stepOf(planned(appending(changeOrder(), { draft: { header: head } })), 'header');
    expect(step.columns.map(({ column }) => column)).toEqual(['reqamt', 'appamt', 'cstamt', 'upddte', 'updusr']);
  });

  it('reads the parent’s row id under the lock and writes its record number', () => {
    const plan = planned(appending());
    const parent = { _idref: '<prmchg 3001 _idnum>', recnum: '3001', _idnum: '<rowId>', linnum: '<line>' };
    expect(values(stepOf(plan, 'prime.0'))).toMatchObject(parent);
    expect(values(stepOf(plan, 'budget.0'))).toMatchObject(parent);
  });

  it('leaves a total alone that does not move', () => {
    const free = prime({ corId: 'cor-13', description: 'COR 13 Lights', requested: '0.00', approved: '0.00' });
    const plan = planned(appending(changeOrder(), { draft: { prime: [free] } }));
    expect(changes(stepOf(plan, 'header'))).toEqual({ cstamt: '760.00 → 1259.99' });
    const nothing = planned(appending(changeOrder(), { draft: { prime: [free], budget: [] } }));
    expect(nothing.steps.map(({ id }) => id)).toEqual(['prime.0']);
  });

  it('subtracts credits and may take a total below zero', () => {
    const credit = prime({ corId: 'cor-13', description: 'COR 13', requested: '-1500.00', approved: '-950.01' });
    const plan = planned(appending(changeOrder(), { draft: { prime: [credit], budget: [] } }));
    expect(changes(stepOf(plan, 'header'))).toEqual({ reqamt: '1000.00 → -500.00', appamt: '950.00 → -0.01' });
  });

  it('keeps a total as Sage has it, even where it is not the sum of the lines', () => {
    const typedOver = changeOrder({ cost: '800.00' });
    expect(changes(stepOf(planned(appending(typedOver)), 'header'))).toMatchObject({ cstamt: '800.00 → 1299.99' });
  });

  it('has the change order looked at again under the lock: same job, not locked, not invoiced, not void', () => {
    const check = planned(appending()).checks.find(({ table }) => table === 'prmchg');
    expect(check).toMatchObject({
      where: { recnum: '3001' },
      expect: 'one',
      columns: { lckedt: ['0'], invdte: [null], status: ['1', '2', '3', '4'], jobnum: ['2402'] },
    });
  });

  it('goes to the phase and number of the change order it adds to', () => {
    const plan = planned(appending(changeOrder({ phase: '1' })));
    expect(plan.target).toEqual({ job: '2402', phase: '1', record: '3001', number: '7' });
    expect(plan.title).toBe('COR 13 into change order 7 of job 2402');
  });

  it('refuses a description that a line in Sage has, whatever its case, and says which line', () => {
    const same = prime({ corId: 'cor-13', description: ' cor 12 RELOCATE panel' });
    expect(refused(appending(changeOrder(), { draft: { prime: [same] } }))).toEqual([
      {
        field: 'prime.0.description',
        value: ' cor 12 RELOCATE panel',
        sentence: expect.stringMatching(/is also the description of line 1 in Sage.*: change this one\.$/),
      },
    ]);
  });

  it('adds to a change order whose own lines have one description twice', () => {
    const twins = changeOrder({ prime: [primeLine(), primeLine({ line: '2' })] });
    expect(planned(appending(twins)).steps).toHaveLength(3);
  });

  it('says that budget lines of a COR that is not approved count at once in an approved change order', () => {
    const review = { ...second, status: 'in_review' as const };
    const { warnings } = planned(appending(changeOrder(), { cors: [review] }));
    expect(warnings).toContainEqual(expect.stringMatching(/^COR 13 is In Review in Clearstory, but .* 1-Approved/));
    expect(planned(appending()).warnings).toEqual([]);
  });

  it('says that an approved COR does not raise the contract in a change order that is open', () => {
    const open = changeOrder({ status: '2' });
    const head = header({ status: '2', approvedOn: '' });
    const { warnings } = planned(appending(open, { draft: { header: head } }));
    expect(warnings).toContainEqual(expect.stringMatching(/contract does not change until .* 1-Approved/));
  });
});
