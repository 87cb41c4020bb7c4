import { describe, expect, it } from 'vitest';
import type { PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import { changeOrder, link } from './company.ts';
import { cor } from './cors.ts';
import { budget, given, header, planned, prime, sub, subBudget } from './given.ts';
import { stepOf } from './reading.ts';

/** `step.column` → what is shown for a value that is taken at write time. */
function previews(input: PlanningInput): Readonly<Record<string, string>> {
  return Object.fromEntries(
    planned(input).steps.flatMap(({ id, columns }) =>
      columns.flatMap(({ column, cell }) => (cell.kind === 'take' ? [[`${id}.${column}`, cell.preview]] : [])),
    ),
  );
}

describe('what is shown for values that are taken at write time', () => {
  it('counts lines from 1 in a new change order, each grid by itself', () => {
    const draft = { prime: [prime(), prime({ id: 'p2', description: 'Two' })], budget: [budget()] };
    const shown = previews(given({ draft }));
    expect([shown['prime.0.linnum'], shown['prime.1.linnum'], shown['budget.0.linnum']]).toEqual(['1', '2', '1']);
  });

  it('counts on after the lines that a change order and a subcontract have', () => {
    const fresh = subBudget({ corId: 'cor-13', costCode: '3300', subcontract: sub({ line: '' }) });
    const shown = previews(
      given({
        cors: [cor({ id: 'cor-13', number: '13' })],
        draft: {
          corIds: ['cor-13'],
          target: { mode: 'existing', record: '3001' },
          prime: [prime({ corId: 'cor-13', description: 'COR 13' })],
          budget: [fresh],
        },
        facts: { changeOrders: [changeOrder()], links: [link(changeOrder())] },
      }),
    );
    expect(shown).toMatchObject({
      'prime.0.linnum': '2',
      'budget.0.linnum': '2',
      'newSubcontractLine.0.linnum': '3',
    });
  });

  it('takes the next number of the newest series of the phase, whatever order the numbers were read in', () => {
    const used = [
      changeOrder({ record: '100', number: '220-2' }),
      changeOrder({ record: '99', number: '14' }),
      changeOrder({ record: '101', number: '7', phase: '1' }),
    ];
    const number = (phase: string) =>
      previews(given({ draft: { header: header({ phase }) }, facts: { changeOrders: used } }))['header.chgnum'];
    expect([number('0'), number(''), number('1')]).toEqual(['220-3', '220-3', '8']);
  });

  it('names the person who would approve, wherever Sage keeps who it was', () => {
    const input = { ...given(), person: 'Zoë Ångström' };
    const columns = stepOf(planned(input), 'header').columns.filter(
      ({ cell }) => cell.kind === 'take' && cell.rule === 'user',
    );
    expect(columns.map(({ column }) => column)).toEqual(['usrnme', 'insusr', 'updusr']);
    for (const { cell } of columns) expect(cell).toMatchObject({ preview: 'Zoë Ångström' });
  });
});
