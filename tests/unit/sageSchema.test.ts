import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { changeOrderStatuses, costTypeNumbers, statusWords } from '#shared/domain/sage/enumerations.ts';
import { budgetColumnOfCostType } from '#shared/domain/sage/schema/budgets.ts';
import { columnOf, isTableName, sageTables, tableNamed, tableNames } from '#shared/domain/sage/schema/tables.ts';
import { createTableStatements } from '../../electron/sage/ddl.ts';

const tables: readonly Table[] = Object.values(sageTables);
const everyColumn = tables.flatMap((table) => table.columns.map((column) => ({ table, column })));

function where(condition: (found: { table: Table; column: Column }) => boolean): string[] {
  return everyColumn.filter(condition).map(({ table, column }) => `${table.name}.${column.name}`);
}

describe('the descriptions of Sage tables', () => {
  test('each table is listed under its own name, and its columns have different names', () => {
    for (const [name, table] of Object.entries(sageTables)) {
      expect(table.name).toBe(name);
      const names = table.columns.map((column) => column.name);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });

  test('each table has its row id first and a key of columns that are never NULL', () => {
    for (const table of tables) {
      expect(table.columns[0], table.name).toMatchObject({ name: '_idnum', type: 'rowId', nullable: false });
      expect(table.key.length, table.name).toBeGreaterThan(0);
      for (const name of table.key)
        expect(columnOf(table, name), `${table.name}.${name}`).toHaveProperty('nullable', false);
    }
  });

  test('names are as Sage writes them: lower case, six letters or a trailing underscore', () => {
    expect(tables.map(({ name }) => name).filter((name) => !/^[a-z]{6}$/.test(name))).toEqual([]);
    expect(where(({ column }) => !/^(?:_id(?:num|ref)|[a-z0-9_]{6})$/.test(column.name))).toEqual([]);
  });

  test('text has a length, decimals have room for their scale, and everything has words for people', () => {
    expect(where(({ column }) => column.type === 'text' && column.length !== 'max' && column.length < 1)).toEqual([]);
    expect(where(({ column }) => column.type === 'decimal' && column.precision <= column.scale)).toEqual([]);
    expect(where(({ column }) => column.label.trim() === '')).toEqual([]);
    expect(tables.filter(({ screen, title }) => !/^\d+-\d+(?:-\d+)?$/.test(screen) || title === '')).toEqual([]);
  });

  test('a table points only to tables that come before it, so that they can be created and filled in order', () => {
    for (const [position, name] of tableNames.entries())
      for (const { references } of sageTables[name].columns) {
        if (references === undefined) continue;
        expect(isTableName(references), `${name} → ${references}`).toBe(true);
        expect(tableNames.slice(0, position), `${name} → ${references}`).toContain(references);
      }
  });

  test('a child carries its parent twice: row id and record number', () => {
    for (const table of tables) {
      const parent = table.columns.find(({ name }) => name === '_idref');
      if (parent === undefined) continue;
      expect(columnOf(table, 'recnum').references, table.name).toBe(parent.references);
    }
  });

  test('codes are decimal(15,3) and amounts on change orders decimal(12,2)', () => {
    for (const column of [columnOf(sageTables.cstcde, 'recnum'), columnOf(sageTables.sbcgln, 'cstcde')])
      expect(column).toMatchObject({ type: 'decimal', precision: 15, scale: 3 });
    for (const name of ['reqamt', 'appamt', 'cstamt'])
      expect(columnOf(sageTables.prmchg, name)).toMatchObject({ type: 'decimal', precision: 12, scale: 2 });
  });

  test('a phase may be missing on a change order, never on a budget line', () => {
    expect(columnOf(sageTables.prmchg, 'phsnum')).toMatchObject({ type: 'recnum', nullable: true });
    expect(columnOf(sageTables.bdglin, 'phsnum')).toMatchObject({ type: 'recnum', nullable: false });
  });

  test('the nine cost types have nine budget columns', () => {
    const names = costTypeNumbers.map((type) => budgetColumnOfCostType[type]);
    expect(new Set(names).size).toBe(9);
    for (const name of names) expect(columnOf(sageTables.bdglin, name).type).toBe('decimal');
  });

  test('an unknown table or column is a bug and throws with its name', () => {
    expect(() => tableNamed('vndmst')).toThrow('vndmst');
    expect(() => columnOf(sageTables.actrec, 'total')).toThrow("'total' is described on Sage table 'actrec'");
  });

  test('a status is shown as Sage shows it', () => {
    expect(statusWords(changeOrderStatuses, '2')).toBe('2-Open');
    expect(statusWords(changeOrderStatuses, '9')).toBe('9');
  });
});

describe('the CREATE statements', () => {
  test('on SQL Server every column has its exact type and every statement stands alone', () => {
    const statements = createTableStatements('mssql');
    expect(
      statements.filter((statement) => !/^CREATE (?:TABLE|INDEX) /.test(statement) || statement.includes(';')),
    ).toEqual([]);
    const lines = statements.find((statement) => statement.startsWith('CREATE TABLE dbo.[sbcgln]'));
    for (const clause of [
      '[_idnum] uniqueidentifier NOT NULL',
      '[vndctc] bigint NULL',
      "[bdgprc] decimal(12,2) NOT NULL DEFAULT '0.00'",
      '[cstcde] decimal(15,3) NULL',
      "[dscrpt] nvarchar(50) NOT NULL DEFAULT ''",
      '[chgdte] date NULL',
      'PRIMARY KEY ([_idnum])',
      'FOREIGN KEY ([_idref]) REFERENCES dbo.[prmchg] ([_idnum])',
      'FOREIGN KEY ([vndctc]) REFERENCES dbo.[subcon] ([recnum])',
    ])
      expect(lines).toContain(clause);
    expect(statements.find((statement) => statement.includes('TABLE dbo.[prmchg]'))).toContain('UNIQUE ([recnum])');
  });

  test('on SQLite amounts and codes come back with the digits that went in', () => {
    const database = new Database(':memory:');
    for (const statement of createTableStatements('sqlite')) database.exec(statement);
    database.prepare("INSERT INTO cstdiv (_idnum, recnum, divnme) VALUES ('a', '3', 'Concrete')").run();
    const insert = database.prepare("INSERT INTO cstcde (_idnum, recnum, divnum) VALUES (?, ?, '3')");
    insert.run('b', '3300.100');
    insert.run('c', '12162420.100');
    expect(database.prepare('SELECT recnum, divnum, inactv, cdenme FROM cstcde').all()).toEqual([
      { recnum: '3300.100', divnum: 3, inactv: 'N', cdenme: '' },
      { recnum: '12162420.100', divnum: 3, inactv: 'N', cdenme: '' },
    ]);
  });

  test('on SQLite text beyond its column and codes without their decimals are refused, as SQL Server would', () => {
    const database = new Database(':memory:');
    for (const statement of createTableStatements('sqlite')) database.exec(statement);
    const insert = database.prepare("INSERT INTO cstcde (_idnum, recnum, cdenme, divnum) VALUES ('a', ?, ?, '3')");
    expect(() => insert.run('3300.1', 'Footings')).toThrow('CHECK');
    expect(() => insert.run('3300.100', 'F'.repeat(51))).toThrow('CHECK');
  });
});
