import { randomUUID } from 'node:crypto';
import { addDecimals } from '#shared/domain/decimal.ts';
import type { EntryField, EntrySheet } from '#shared/domain/plans/entrySheet.ts';
import { type TableName, tableNamed } from '#shared/domain/sage/schema/tables.ts';

/**
 * Sage's own program, as far as it is known: a person types a change order from a sheet and saves it; ids, line numbers, totals of the
 * header and of subcontracts are worked out here, from the rows, independently of any plan.
 */
export type SageProgram = {
  readonly user: string;
  /** What it stores in a column instead, to play a version of Sage that works otherwise. */
  readonly stores?: (table: string, column: string, value: string | null) => string | null;
};

type Row = Record<string, string | null>;

/** Runs SQL in the company's database. */
type Database = {
  readonly inSage: (sql: string, ...parameters: (string | null)[]) => Promise<readonly Record<string, unknown>[]>;
};

const now = '2026-11-23 09:04:05.000';

/** Types and saves the change order of the sheet: a new one, or what changes in the one that has this number. */
export async function saveInSage(database: Database, sheet: EntrySheet, program: SageProgram): Promise<void> {
  const typed = typedRow('prmchg', sheet.header);
  // The example is dated the day on which it is typed.
  const today = typed.chgdte ?? null;
  const existing = await one(
    database,
    'SELECT CAST(recnum AS TEXT) AS v FROM prmchg WHERE chgnum = ?',
    typed.chgnum ?? '',
  );
  const record = existing ?? (await one(database, 'SELECT CAST(MAX(recnum) + 1 AS TEXT) AS v FROM prmchg')) ?? '1';
  const rowId = (await one(database, `SELECT _idnum AS v FROM prmchg WHERE ${is('recnum')}`, record)) ?? randomUUID();
  const before = await subcontractShares(database, record);
  const touched = { upddte: now, updusr: program.user };
  if (existing === null) {
    const own = {
      _idnum: rowId,
      recnum: record,
      entdte: today,
      usrnme: program.user,
      insdte: now,
      insusr: program.user,
    };
    await insert(database, program, 'prmchg', { ...typed, ...own, ...touched });
  }
  for (const grid of sheet.grids) {
    const table = grid.title === 'Prime Change Details' ? 'pmcgln' : 'sbcgln';
    for (const { line, fields } of grid.rows) {
      const row = typedRow(table, fields);
      if (row.vndctc) {
        row.vndctc = await one(database, 'SELECT CAST(recnum AS TEXT) AS v FROM subcon WHERE ctcnum = ?', row.vndctc);
        if (line === null) row.chgdte = today;
      }
      if (line !== null) await update(database, program, table, { recnum: record, linnum: line }, row);
      else {
        const next = await one(
          database,
          `SELECT CAST(COALESCE(MAX(linnum), 0) + 1 AS TEXT) AS v FROM ${table} WHERE ${is('recnum')}`,
          record,
        );
        await insert(database, program, table, {
          _idnum: randomUUID(),
          _idref: rowId,
          recnum: record,
          linnum: next,
          ...row,
        });
      }
    }
  }
  const totals = {
    reqamt: await sum(database, 'pmcgln', 'reqprc', record),
    appamt: await sum(database, 'pmcgln', 'aprprc', record),
    cstamt: await sum(database, 'sbcgln', 'bdgprc', record),
  };
  const changed = existing === null ? {} : typed;
  await update(database, program, 'prmchg', { recnum: record }, { ...changed, ...totals, ...touched });
  await moveSubcontracts(database, program, before, await subcontractShares(database, record));
}

/** What the approved lines of a change order add to each subcontract line, by `record/line`. */
async function subcontractShares(database: Database, record: string): Promise<ReadonlyMap<string, string>> {
  const rows = await database.inSage(
    `SELECT CAST(vndctc AS TEXT) AS s, CAST(ctclin AS TEXT) AS l, bdgprc AS a FROM sbcgln WHERE ${is('recnum')} AND chgsts = 1 AND vndctc IS NOT NULL`,
    record,
  );
  return new Map(rows.map(({ s, l, a }) => [`${s}/${l}`, String(a)]));
}

async function moveSubcontracts(
  database: Database,
  program: SageProgram,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Promise<void> {
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [subcontract = '', line = ''] = place.split('/');
    const move = addDecimals(after.get(place) ?? '0.00', negated(before.get(place) ?? '0.00'), 2);
    if (move === '0.00') continue;
    const moved = async (table: string, key: Row, columns: readonly string[]) => {
      const values: Row = {};
      for (const column of columns) {
        const is = await one(
          database,
          `SELECT ${column} AS v FROM ${table} WHERE ${where(key)}`,
          ...Object.values(key),
        );
        values[column] = addDecimals(is ?? '0.00', move, 2);
      }
      await update(database, program, table, key, values);
    };
    await moved('sbcnln', { recnum: subcontract, linnum: line }, ['change', 'cntrct', 'remain']);
    await moved('subcon', { recnum: subcontract }, ['chgttl', 'ctcttl', 'balttl']);
  }
}

/** What stands beside the fields of Sage's screen, as the columns behind them. */
function typedRow(table: TableName, fields: readonly (EntryField | null)[]): Row {
  const columns = tableNamed(table).columns;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const column = columns.find(({ label, name }) => label === field?.label && name !== 'recnum');
      if (field === null || column === undefined) return [];
      const day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(field.value);
      const empty = column.nullable ? null : '';
      // The number before its name is what counts: `1-Approved`, `4-Subcontract`.
      const listed = column.values !== undefined || column.name === 'csttyp' || column.name === 'chgtyp';
      const number = listed ? field.value.replace(/-.*$/, '') : field.value;
      const value = day === null ? number : `${day[3]}-${day[1]}-${day[2]}`;
      return [[column.name, column.name === 'cstcde' && value !== '' ? addDecimals(value, '0', 3) : value || empty]];
    }),
  );
}

async function insert(database: Database, program: SageProgram, table: string, row: Row): Promise<void> {
  const stored = asStored(program, table, row);
  const names = Object.keys(stored);
  await database.inSage(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(stored),
  );
}

async function update(database: Database, program: SageProgram, table: string, key: Row, row: Row): Promise<void> {
  const stored = asStored(program, table, row);
  const sets = Object.keys(stored).map((name) => `${name} = ?`);
  await database.inSage(
    `UPDATE ${table} SET ${sets.join(', ')} WHERE ${where(key)}`,
    ...Object.values(stored),
    ...Object.values(key),
  );
}

function asStored({ stores = (_, __, value) => value }: SageProgram, table: string, row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, stores(table, name, value)]));
}

async function sum(database: Database, table: string, column: string, record: string): Promise<string> {
  const rows = await database.inSage(`SELECT ${column} AS v FROM ${table} WHERE ${is('recnum')}`, record);
  return rows.reduce((total, { v }) => addDecimals(total, String(v), 2), '0.00');
}

async function one(database: Database, sql: string, ...parameters: (string | null)[]): Promise<string | null> {
  const [row] = await database.inSage(sql, ...parameters);
  return row?.v === undefined || row.v === null ? null : String(row.v);
}

function is(column: string): string {
  return `${column} = CAST(? AS INTEGER)`;
}

function where(key: Row): string {
  return Object.keys(key).map(is).join(' AND ');
}

function negated(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
