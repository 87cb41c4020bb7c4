import { describe, expect, it } from 'vitest';
import { entrySheet } from '#shared/domain/plans/entrySheet.ts';
import { changeOrder } from './company.ts';
import { budget, draft, given, givenUpdate, planned, prime, sub, subBudget } from './given.ts';

const lists: Readonly<Record<string, string>> = {
  'vndctc 9001': '850',
  'csttyp 3': '3-Equipment',
  'csttyp 4': '4-Subcontract',
  'chgtyp 20': '20-Owner',
};
const shownAs = (column: string, value: string) => lists[`${column} ${value}`] ?? value;
const sheetOf = (...arguments_: Parameters<typeof given>) => entrySheet(planned(given(...arguments_)), shownAs);

describe('what a person types into Sage for a plan', () => {
  it('is the entered fields of the header, in the order and the words of the screen', () => {
    const { header, screen } = sheetOf();
    expect(screen).toBe('6-4-1');
    expect(header).toEqual([
      { label: 'Date', value: '11/20/2026' },
      { label: 'Job', value: '2402' },
      { label: 'Description', value: 'COR 12 Relocate panel' },
      { label: 'User Def1', value: 'PCO-031' },
      { label: 'User Def2', value: expect.any(String) },
      { label: 'Client PO#', value: 'CO-7' },
      { label: 'Submitted', value: '11/02/2026' },
      { label: 'Approved', value: '11/18/2026' },
      { label: 'Delay Requested', value: '0' },
      { label: 'Delay Approved', value: '0' },
      { label: 'CO Type', value: '20-Owner' },
      { label: 'Status', value: '1-Approved' },
    ]);
  });

  it('is the lines of both grids, without what Sage’s program fills in by itself', () => {
    const { grids } = sheetOf({ draft: { budget: [budget(), subBudget({ id: 'b2', share: '-35.15' })] } });
    expect(grids.map(({ title }) => title)).toEqual(['Prime Change Details', 'Budget and Sub Change Details']);
    const [primeGrid, budgetGrid] = grids;
    expect(primeGrid?.columns.map(({ label }) => label)).toEqual([
      'Description',
      'Requested',
      'Approved',
      'Cost Code',
      'Cost Type',
    ]);
    expect(primeGrid?.rows[0]?.fields.map((field) => field?.value)).toEqual([
      'COR 12 Relocate panel',
      '1000.00',
      '950.00',
      '',
      '',
    ]);
    const labels = budgetGrid?.columns.map(({ label }) => label) ?? [];
    const cell = (row: number, label: string) => budgetGrid?.rows[row]?.fields[labels.indexOf(label)]?.value;
    expect(labels).not.toContain('Line');
    expect([cell(0, 'Budget Amount'), cell(1, 'Budget Amount')]).toEqual(['760.00', '-35.15']);
    // As the lists of Sage's screen show them: with their names.
    expect(cell(1, 'Cost Type')).toBe('4-Subcontract');
    expect([cell(1, 'Subcontract'), cell(1, 'Change#'), cell(1, 'Status')]).toEqual([
      '850',
      sub().changeNumber,
      '1-Approved',
    ]);
  });

  it('names the change order and the line, and what stands there now, where something is changed', () => {
    const target = changeOrder();
    const sheet = entrySheet(
      planned(givenUpdate(target, { draft: { prime: [prime({ line: '1', approved: '975.00' })] } })),
      shownAs,
    );
    expect(sheet.header[0]).toEqual({ label: 'Change#', value: target.number });
    const grid = sheet.grids.find(({ title }) => title === 'Prime Change Details');
    expect(grid?.rows[0]?.line).toBe('1');
    expect(grid?.rows[0]?.fields).toContainEqual({
      label: 'Approved',
      value: '975.00',
      was: target.prime[0]?.approved,
    });
  });

  it('shows a typed number as it is typed', () => {
    const numbered = draft({ header: { ...draft().header, numbering: 'typed', number: 'CO-77' } });
    expect(sheetOf({ draft: numbered }).header[0]).toEqual({ label: 'Change#', value: 'CO-77' });
  });
});
