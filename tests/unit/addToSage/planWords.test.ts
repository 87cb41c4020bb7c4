import { describe, expect, it } from 'vitest';
import type { WizardContext } from '#shared/contract/wizard.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import type { PlannedColumn, Step } from '#shared/domain/plan.ts';
import { changes, columnsOf, plannedIn, viewOf } from '../../../renderer/screens/addToSage/review/planView.ts';
import { cellWords, originWords, valueWords } from '../../../renderer/screens/addToSage/review/planWords.ts';

const facts: WizardContext = {
  job: {
    number: '2301',
    name: 'Riverside Clinic',
    shortName: '',
    status: '4',
    inactive: false,
    clientNumber: null,
    clientName: '',
    contract: '0.00',
    address: { street: '', city: '', state: '', zip: '' },
    phone: '',
    startDate: null,
    completionDate: null,
    updated: '',
  },
  cors: [],
  targets: [],
  phases: [{ job: '2301', number: '2', name: 'Interiors' }],
  costTypes: [{ number: '1', name: 'Material' }],
  changeOrderTypes: [],
  reasons: [],
  subcontracts: [],
  nextNumbers: {},
  defaults: standardDefaults,
  last: [],
};

const step = (table: string, columns: readonly PlannedColumn[], more: Partial<Step> = {}): Step => ({
  id: table,
  op: 'insert',
  table,
  key: {},
  columns,
  corId: null,
  title: table,
  ...more,
});
const text = (column: string, value: string | null, was?: string | null): PlannedColumn => ({
  column,
  cell: { kind: 'text', text: value },
  origin: 'entered',
  ...(was === undefined ? {} : { was }),
});

describe('a plan as Sage’s screen will look', () => {
  it('sorts the rows into header, both grids and subcontracts, and loses none', () => {
    const steps = ['prmchg', 'pmcgln', 'sbcgln', 'sbcnln', 'subcon', 'bdglin'].map((table) => step(table, []));
    const view = viewOf(steps);
    expect(view.header?.table).toBe('prmchg');
    expect([view.prime.length, view.budget.length, view.subcontracts.length, view.other.length]).toEqual([1, 1, 2, 1]);
  });

  it('shows columns in the order of Sage’s table, and those without a field on the screen only when asked', () => {
    const row = step('pmcgln', [text('aprprc', '1.00'), text('_idnum', 'x'), text('dscrpt', 'Rebar')]);
    expect(columnsOf('pmcgln', [row], false)).toEqual(['dscrpt', 'aprprc']);
    expect(columnsOf('pmcgln', [row], true)).toEqual(['_idnum', 'dscrpt', 'aprprc']);
  });

  it('names an updated row by its key and marks only what changes', () => {
    const row = step('pmcgln', [text('reqprc', '2.00', '1.00'), text('aprprc', '1.00', '1.00')], {
      op: 'update',
      key: { recnum: '7', linnum: '3' },
    });
    expect(plannedIn(row, 'linnum')).toBe('3');
    expect(row.columns.map(changes)).toEqual([true, false]);
  });

  it.each([
    ['prmchg', 'status', '2', '2-Open'],
    ['prmchg', 'phsnum', null, '0-None'],
    ['prmchg', 'phsnum', '2', '2-Interiors'],
    ['prmchg', 'chgdte', '2026-11-22', '11/22/2026'],
    ['prmchg', 'jobnum', '2301', '2301 Riverside Clinic'],
    ['pmcgln', 'reqprc', '-1250.00', '(1,250.00)'],
    ['sbcgln', 'chgunt', '2.5000', '2.5000'],
    ['sbcgln', 'cstcde', '12162420.100', '12162420.100'],
    ['sbcgln', 'cstcde', '3200.000', '3200'],
    ['sbcgln', 'cstcde', '3300.000', '3300 Cast-in-place concrete'],
    ['sbcgln', 'csttyp', '1', '1-Material'],
    ['sbcgln', 'csttyp', '9', '9'],
    ['sbcgln', 'vndnum', null, '–'],
    ['nowhere', 'anything', 'as it is', 'as it is'],
  ])('writes %s.%s %j as %s', (table, column, value, words) => {
    expect(valueWords(table, column, value, facts, { '3300.000': 'Cast-in-place concrete' })).toBe(words);
  });

  it('says where a value comes from that nobody entered', () => {
    const derived: PlannedColumn = { ...text('reqamt', '5.00'), origin: 'derived', why: 'Sum', confidence: 'guess' };
    expect(originWords(text('reqamt', '5.00'))).toBeNull();
    expect(originWords(derived)).toBe('Derived: Sum (our assumption).');
    const taken: PlannedColumn = {
      column: 'linnum',
      cell: { kind: 'take', rule: 'line', preview: '4' },
      origin: 'taken',
    };
    expect(originWords(taken)).toContain('Taken when it is written');
    expect(cellWords('pmcgln', taken, facts, [], {})).toBe('4');
    const given = { ...taken, cell: { ...taken.cell, allocation: 'identity' as const } };
    expect(cellWords('pmcgln', given, facts, [], {})).toBe('next');
    const copy: PlannedColumn = {
      column: 'ctclin',
      cell: { kind: 'copy', step: 'new', column: 'linnum' },
      origin: 'taken',
    };
    expect(cellWords('sbcgln', copy, facts, [step('sbcnln', [], { id: 'new' })], {})).toBe('new');
  });
});
