import type { Table } from '../columns.ts';
import { decimal, gridFlag, integer, notes, recnum, rowId, text } from './column.ts';

export const cstdiv: Table = {
  name: 'cstdiv',
  screen: '6-5',
  title: 'Cost Divisions',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Division#', { required: true, confidence: 'med' }),
    text(50, 'divnme', 'Division', { confidence: 'med' }),
  ],
};

/** One list for the whole company, not per job. */
export const cstcde: Table = {
  name: 'cstcde',
  screen: '6-5',
  title: 'Cost Codes',
  key: ['recnum'],
  columns: [
    rowId(),
    // Sources also give (9,3) and (11,3): the catalog decides the limit. It is a key, never a number to calculate with.
    decimal(15, 3, 'recnum', 'Cost Code', { required: true }),
    text(50, 'cdenme', 'Description', { required: true }),
    text(10, 'untdsc', 'Unit'),
    recnum('divnum', 'Division', { required: true, references: 'cstdiv' }),
    gridFlag('inactv', 'Inactive'),
    notes(),
  ],
};

/** Nine rows at most: 1–5 fixed, 6–9 named by the company. */
export const csttyp: Table = {
  name: 'csttyp',
  screen: '6-5',
  title: 'Cost Types',
  key: ['recnum'],
  columns: [
    rowId(),
    integer('recnum', 'Cost Type#', { required: true }),
    text(30, 'typnme', 'Cost Type', { confidence: 'med' }),
  ],
};
