import { describe, expect, it } from 'vitest';
import { budgetLine, changeOrder, link, primeLine } from './company.ts';
import { cor } from './cors.ts';
import { budget, givenUpdate, header, planned, prime, refused } from './given.ts';
import { changes, stepOf, values } from './reading.ts';

describe('the plan that brings a change order up to date', () => {
  it('has nothing to write when nothing differs, and says so', () => {
    expect(refused(givenUpdate(changeOrder()))).toEqual([
      {
        field: 'target',
        value: '7',
        sentence:
          'Nothing differs from what is in Sage: there is nothing to push. Close the draft or change something.',
      },
    ]);
  });

  it('sees no difference in another spelling of the same value', () => {
    const target = changeOrder({
      notes: 'First line\r\nsecond line',
      description: '  COR 12 Relocate panel',
      prime: [primeLine({ costCode: '16100', costType: '2' })],
      budget: [budgetLine({ hours: '12.5', units: '0' })],
    });
    const input = givenUpdate(target, {
      draft: {
        header: header({ notes: 'First line\nsecond line ', delayRequested: '0', delayApproved: '00' }),
        prime: [prime({ line: '1', requested: '$1,000', costCode: '16100.0', costType: '2' })],
        budget: [budget({ line: '1', hours: '12.50', costCode: '16100.000' })],
      },
    });
    expect(refused(input)[0]?.sentence).toContain('Nothing differs');
  });

  it('writes only the columns that differ, each with the value that must still be there', () => {
    const plan = planned(
      givenUpdate(changeOrder(), {
        draft: {
          header: header({ reason: 'Owner request', delayApproved: '3' }),
          prime: [prime({ line: '1', requested: '1200.00', approved: '1100.00' })],
          budget: [budget({ line: '1', share: '1100.00', hours: '16' })],
        },
      }),
    );
    expect(plan.kind).toBe('changeOrder.update');
    expect(plan.title).toBe('Update of COR 12 in change order 7 of job 2402');
    expect(changes(stepOf(plan, 'header'))).toEqual({
      reason: ' → Owner request',
      dysdly: '0 → 3',
      reqamt: '1000.00 → 1200.00',
      appamt: '950.00 → 1100.00',
      cstamt: '760.00 → 880.00',
    });
    expect(changes(stepOf(plan, 'prime.line1'))).toEqual({
      reqprc: '1000.00 → 1200.00',
      aprprc: '950.00 → 1100.00',
    });
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ chghrs: '12.50 → 16.00', bdgprc: '760.00 → 880.00' });
    expect(plan.steps.map(({ id, key }) => [id, key])).toEqual([
      ['header', { recnum: '3001' }],
      ['prime.line1', { recnum: '3001', linnum: '1' }],
      ['budget.line1', { recnum: '3001', linnum: '1' }],
    ]);
  });

  it('gives the old value exactly as Sage was read, NULL included', () => {
    const target = changeOrder({ status: '2', approvedOn: null, type: null, budget: [budgetLine({ hours: '8.00' })] });
    const plan = planned(givenUpdate(target, { draft: { header: header({ type: '20' }) } }));
    expect(changes(stepOf(plan, 'header'))).toMatchObject({ aprdte: 'NULL → 2026-11-18', chgtyp: 'NULL → 20' });
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ chghrs: '8.00 → 12.50' });
  });

  it('approves: status, date and approved amounts together in one update of the header', () => {
    const open = changeOrder({
      status: '2',
      approvedOn: null,
      approved: '0.00',
      prime: [primeLine({ approved: '0.00' })],
    });
    const plan = planned(givenUpdate(open));
    expect(changes(stepOf(plan, 'header'))).toEqual({
      status: '2 → 1',
      aprdte: 'NULL → 2026-11-18',
      appamt: '0.00 → 950.00',
    });
    expect(plan.steps.map(({ id }) => id)).toEqual(['header', 'prime.line1']);
  });

  it('takes an approval back: the date goes with the status', () => {
    const plan = planned(
      givenUpdate(changeOrder(), {
        draft: {
          header: header({ status: '3', approvedOn: '' }),
          prime: [prime({ line: '1', approved: '0.00' })],
        },
      }),
    );
    expect(changes(stepOf(plan, 'header'))).toEqual({
      status: '1 → 3',
      aprdte: '2026-11-18 → NULL',
      appamt: '950.00 → 0.00',
    });
  });

  it('never renames a line, whatever the draft calls it', () => {
    const renamed = {
      prime: [prime({ line: '1', description: 'Another name', requested: '1001.00' })],
      budget: [budget({ line: '1', description: 'Another name', share: '951.00' })],
    };
    const plan = planned(givenUpdate(changeOrder(), { draft: renamed }));
    expect(plan.steps.slice(1).flatMap(({ columns }) => columns.map(({ column }) => column))).toEqual([
      'reqprc',
      'bdgprc',
    ]);
  });

  it('keeps two lines of one description that Sage has already, since it never renames', () => {
    const twins = changeOrder({ prime: [primeLine(), primeLine({ line: '2' })], requested: '2000.00' });
    const input = givenUpdate(twins, {
      draft: { prime: [prime({ line: '1' }), prime({ id: 'p2', line: '2', requested: '900.00' })] },
    });
    expect(changes(stepOf(planned(input), 'prime.line2'))).toEqual({ reqprc: '1000.00 → 900.00' });
  });

  it('compares a new line with the names that lines have in Sage, not with what the draft calls them', () => {
    const renamedInSage = changeOrder({ prime: [primeLine({ description: 'Panel, revised' })] });
    const input = (description: string) =>
      givenUpdate(renamedInSage, {
        draft: { prime: [prime({ line: '1' }), prime({ id: 'p2', description, requested: '1.00', approved: '0' })] },
      });
    expect(refused(input('PANEL, REVISED'))[0]).toMatchObject({ field: 'prime.1.description' });
    expect(planned(input('COR 12 Relocate panel')).steps.at(1)).toMatchObject({ id: 'prime.1' });
  });

  it('sets what was taken out of the draft to zero instead of deleting it', () => {
    const target = changeOrder({
      requested: '1500.00',
      approved: '1350.00',
      cost: '1160.00',
      prime: [primeLine(), primeLine({ line: '2', description: 'Extra', requested: '500.00', approved: '400.00' })],
      budget: [budgetLine(), budgetLine({ line: '2', description: 'Extra', amount: '400.00', units: '2.0000' })],
    });
    const plan = planned(givenUpdate(target));
    expect(plan.steps.map(({ op }) => op)).toEqual(['update', 'update', 'update']);
    expect(changes(stepOf(plan, 'prime.line2'))).toEqual({ reqprc: '500.00 → 0.00', aprprc: '400.00 → 0.00' });
    expect(changes(stepOf(plan, 'budget.line2'))).toEqual({
      chghrs: '12.50 → 0.00',
      chgunt: '2.0000 → 0.0000',
      bdgprc: '400.00 → 0.00',
    });
    expect(changes(stepOf(plan, 'header'))).toEqual({
      reqamt: '1500.00 → 1000.00',
      appamt: '1350.00 → 950.00',
      cstamt: '1160.00 → 760.00',
    });
  });

  it('inserts lines that are new and counts them with those that changed', () => {
    const plan = planned(
      givenUpdate(changeOrder(), {
        draft: {
          prime: [
            prime({ line: '1', requested: '900.00' }),
            prime({ id: 'p2', description: 'New', requested: '250.00' }),
          ],
          budget: [budget({ line: '1' }), budget({ id: 'b2', description: 'New', share: '-60.00', multiplier: '1' })],
        },
      }),
    );
    expect(values(stepOf(plan, 'prime.1'))).toMatchObject({ _idref: '<prmchg 3001 _idnum>', reqprc: '250.00' });
    expect(values(stepOf(plan, 'budget.1'))).toMatchObject({ recnum: '3001', bdgprc: '-60.00' });
    expect(changes(stepOf(plan, 'header'))).toEqual({
      reqamt: '1000.00 → 1150.00',
      appamt: '950.00 → 1900.00',
      cstamt: '760.00 → 700.00',
    });
  });

  it('leaves the lines of other CORs in the change order alone', () => {
    const other = cor({ id: 'cor-13', number: '13' });
    const shared = changeOrder({
      requested: '1700.00',
      prime: [primeLine(), primeLine({ line: '2', description: 'COR 13', requested: '700.00' })],
      budget: [budgetLine(), budgetLine({ line: '2', description: 'Lights' })],
    });
    const plan = planned(
      givenUpdate(shared, {
        draft: { prime: [prime({ line: '1', requested: '1100.00' })] },
        facts: { links: [link(shared, { lines: ['1'] }), link(shared, { lines: ['2'], of: other })] },
      }),
    );
    expect(plan.steps.map(({ id }) => id)).toEqual(['header', 'prime.line1']);
    expect(changes(stepOf(plan, 'header'))).toEqual({ reqamt: '1700.00 → 1800.00' });
  });

  it('warns that a new status goes for the other CORs of the change order as well', () => {
    const other = link(changeOrder(), { lines: [], of: cor({ id: 'cor-13', number: '13' }) });
    const target = changeOrder({ status: '2', approvedOn: null });
    const plan = planned(givenUpdate(target, { facts: { links: [link(target), { ...other, record: '3001' }] } }));
    expect(plan.warnings).toContainEqual(
      'Change order 7 also holds COR 13: its status 1-Approved goes for that as well.',
    );
  });

  it('refuses to rewrite notes of which Sage may hold more than was read', () => {
    const target = changeOrder({ notes: 'n'.repeat(4000) });
    const edited = givenUpdate(target, { draft: { header: header({ notes: 'short' }) } });
    expect(refused(edited)).toEqual([
      { field: 'header.notes', value: 'short', sentence: expect.stringMatching(/^The notes in Sage are longer/) },
    ]);
    expect(refused(givenUpdate(target, { draft: { header: header({ notes: target.notes }) } }))[0]?.field).toBe(
      'target',
    );
  });
});
