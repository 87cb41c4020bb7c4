import type { Table } from '../columns.ts';
import type { CostTypeNumber } from '../enumerations.ts';
import { costCode, date, decimal, flag, integer, money, notes, parentRowId, recnum, rowId, text } from './column.ts';

export const budget: Table = {
  name: 'budget',
  screen: '6-2',
  title: 'Budgets',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Job#', { required: true, references: 'actrec', confidence: 'med' }),
    flag('lckedt', 'Lock Edit'),
    date('edtdte', 'Edited', { confidence: 'med' }),
    text(50, 'usrnme', 'User Name', { confidence: 'med' }),
    notes('med'),
  ],
};

/** Budgets keep cost types as nine columns, change order lines as a value in the row: this pivots one into the other. */
export const budgetColumnOfCostType: Readonly<Record<CostTypeNumber, string>> = {
  '1': 'matbdg',
  '2': 'labbdg',
  '3': 'eqpbdg',
  '4': 'subbdg',
  '5': 'othbdg',
  '6': 'usrcs6',
  '7': 'usrcs7',
  '8': 'usrcs8',
  '9': 'usrcs9',
};

export const bdglin: Table = {
  name: 'bdglin',
  screen: '6-2',
  title: 'Budget Details',
  key: ['recnum', 'phsnum', 'linnum'],
  columns: [
    rowId(),
    parentRowId('budget'),
    recnum('recnum', 'Job#', { required: true, references: 'budget' }),
    // Never NULL here: a budget without phases says 0.
    recnum('phsnum', 'Phase', { required: true, references: 'jobphs' }),
    integer('linnum', 'Line', { required: true }),
    costCode(),
    decimal(12, 2, 'hrsbdg', 'Hours'),
    money('matbdg', 'Material'),
    money('labbdg', 'Labor'),
    money('eqpbdg', 'Equipment'),
    money('subbdg', 'Subcontract'),
    money('othbdg', 'Other'),
    money('usrcs6', 'Cost Type 6'),
    money('usrcs7', 'Cost Type 7'),
    money('usrcs8', 'Cost Type 8'),
    money('usrcs9', 'Cost Type 9'),
    money('ttlbdg', 'Total'),
    text(10, 'untdsc', 'Unit', { confidence: 'med' }),
    decimal(12, 4, 'estunt', 'Quantity'),
    text(50, 'usrdf1', 'User Defined'),
    notes(),
  ],
};
