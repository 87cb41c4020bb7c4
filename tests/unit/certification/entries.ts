import {
  changesBetween,
  kindOfColumn,
  type RowChange,
  type RowValues,
  type SnapshotTable,
} from '#shared/domain/certification/snapshot.ts';
import { sageTables, type TableName } from '#shared/domain/sage/schema/tables.ts';

/** One change order with two lines as two people would make it: the same entry, other ids and numbers. */

export function snapshotOf(name: TableName): SnapshotTable {
  const columns = sageTables[name].columns.map((column) => ({
    name: column.name,
    kind: kindOfColumn[column.type],
    type: column.type,
  }));
  return { name, schema: 'dbo', columns, uncompared: [], key: ['_idnum'] };
}

/** A mirror that triggers fill, as Sage's audit tables are: no described table, no row id of its own. */
export const audit: SnapshotTable = {
  name: 'dbo_Audit.prmchg',
  schema: 'dbo_Audit',
  columns: [
    { name: '_Date', kind: 'moment', type: 'datetime' },
    { name: '_idnum', kind: 'rowId', type: 'uniqueidentifier' },
    { name: 'recnum', kind: 'whole', type: 'bigint' },
    { name: 'appamt', kind: 'decimal', type: 'decimal' },
  ],
  uncompared: [],
  key: [],
};

export const tables = [snapshotOf('prmchg'), snapshotOf('pmcgln'), snapshotOf('sbcgln'), snapshotOf('subcon'), audit];

export type Given = {
  readonly record: string;
  readonly ids: readonly string[];
  readonly number: string;
  readonly at: string;
  readonly person: string;
  /** What stood in the subcontract's changes before. */
  readonly subcontractBefore: string;
  readonly subcontractAfter: string;
  /** Edits one value, to see whether it is found. */
  readonly edit?: (table: string, values: RowValues) => RowValues;
};

export const bySage: Given = {
  record: '5001',
  ids: ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'],
  number: 'T-1',
  at: '2026-11-20 10:00:00.000',
  person: 'supervisor',
  subcontractBefore: '100.00',
  subcontractAfter: '300.00',
};

export const byPlumbline: Given = {
  record: '5002',
  ids: ['bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'],
  number: 'P-1',
  at: '2026-11-20 10:07:31.000',
  person: 'Dana Reyes',
  subcontractBefore: '300.00',
  subcontractAfter: '500.00',
};

export function changesOf(given: Given): readonly RowChange[] {
  const [header = '', line = ''] = given.ids;
  const edit = given.edit ?? ((_: string, values: RowValues) => values);
  const insert = (table: string, id: string, values: RowValues): readonly RowChange[] =>
    changesBetween(table, new Map(), new Map([[id, edit(table, values)]]));
  const audited = { _Date: given.at, _idnum: header, recnum: given.record, appamt: '950.00' };
  return [
    ...insert('prmchg', header, {
      _idnum: header,
      recnum: given.record,
      chgnum: given.number,
      jobnum: '2402',
      phsnum: null,
      dscrpt: 'Comparison',
      appamt: '950.00',
      usrnme: given.person,
      insdte: given.at,
      upddte: null,
    }),
    ...insert('sbcgln', line, {
      _idnum: line,
      _idref: header,
      recnum: given.record,
      linnum: '1',
      dscrpt: 'Panel labor',
      bdgprc: '200.00',
      vndctc: '9001',
    }),
    ...changesBetween(
      'subcon',
      new Map([['s', { _idnum: 's', recnum: '9001', chgttl: given.subcontractBefore }]]),
      new Map([['s', edit('subcon', { _idnum: 's', recnum: '9001', chgttl: given.subcontractAfter })]]),
    ),
    ...insert('dbo_Audit.prmchg', JSON.stringify(audited), audited),
  ];
}
