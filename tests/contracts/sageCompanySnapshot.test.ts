import { describe, expect, it } from 'vitest';
import {
  type RowValues,
  type SnapshotTable,
  uncomparedColumns,
  uncomparedWords,
} from '#shared/domain/certification/snapshot.ts';
import { tableNames } from '#shared/domain/sage/schema/tables.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { fencedCall } from '../../electron/sage/connection/fence.ts';
import type { SqlConnection, SqlRow } from '../../electron/sage/connection.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { mssqlSnapshot } from '../../electron/sage/snapshot/mssqlSnapshot.ts';
import {
  adapters,
  companyOver,
  dialect,
  got,
  onServer,
  rowCounts,
  sampleFiles,
  withConnection,
} from './sageCompanyRig.ts';

async function everyRow(company: SageCompany, table: SnapshotTable): Promise<readonly RowValues[]> {
  const all: RowValues[] = [];
  let next: number | null = 0;
  while (next !== null) {
    const page: { rows: readonly RowValues[]; next: number | null } = got(await company.snapshotRows(table, next));
    all.push(...page.rows);
    next = page.next;
  }
  return all;
}

// On a server the one database holds more than a company: the copies from which the tests get their rows back.
describe.skipIf(onServer).each(adapters)('a snapshot over $name', (adapter) => {
  const files = sampleFiles();

  it('has every table of the database but our own markers, those that are not described among them', async () => {
    const file = files.fresh();
    await withConnection(adapter, file, (connection) => connection.query('CREATE TABLE extra (a INTEGER, b TEXT)'));
    const tables = got(await companyOver(() => adapter.open(file)).snapshotTables());
    expect(tables.map(({ name }) => name)).toEqual([...tableNames, 'extra'].sort());
    expect(tables.find(({ name }) => name === 'prmchg')?.key).toEqual(['_idnum']);
    expect(tables.find(({ name }) => name === 'extra')).toMatchObject({
      columns: [
        { name: 'a', kind: 'whole' },
        { name: 'b', kind: 'text' },
      ],
      key: [],
    });
  });

  it('has every row once, whole, as text', async () => {
    const file = files.fresh();
    const company = companyOver(() => adapter.open(file));
    const counts = await rowCounts(adapter, file);
    const tables = got(await company.snapshotTables());
    for (const name of ['prmchg', 'sbcgln', 'cstcde', 'actrec'] as const) {
      const table = tables.find((one) => one.name === name);
      if (table === undefined) throw new Error(`No ${name}`);
      const rows = await everyRow(company, table);
      expect(new Set(rows.map(({ _idnum }) => _idnum)).size).toBe(Number(counts[dialect.table(name)]));
      expect(
        rows.every((row) => Object.values(row).every((value) => value === null || typeof value === 'string')),
      ).toBe(true);
    }
  });

  it('reads a table whose names would be SQL, and nothing else happens', async () => {
    const file = files.fresh();
    const name = 'a"]; DROP TABLE prmchg; --';
    const column = `b"]; DELETE FROM actrec; /* ? ' --`;
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await withConnection(adapter, file, async (connection) => {
      await connection.query(`CREATE TABLE ${quoted(name)} (${quoted(column)} VARCHAR(20))`);
      await connection.query(`INSERT INTO ${quoted(name)} VALUES ('kept')`);
    });
    const before = await rowCounts(adapter, file);
    const company = companyOver(() => adapter.open(file));
    const table = got(await company.snapshotTables()).find((one) => one.name === name);
    if (table === undefined) throw new Error('Not found');
    expect(await everyRow(company, table)).toEqual([{ [column]: 'kept' }]);
    expect(await rowCounts(adapter, file)).toEqual(before);
  });

  it('sends pages that fit one message, whatever the rows weigh', async () => {
    const file = files.fresh();
    await withConnection(adapter, file, async (connection) => {
      await connection.query('CREATE TABLE heavy (a INTEGER PRIMARY KEY, b VARCHAR(4000))');
      for (let index = 0; index < 120; index += 1) {
        await connection.query('INSERT INTO heavy VALUES (CAST(? AS INTEGER), ?)', [String(index), 'é'.repeat(4000)]);
      }
    });
    const company = companyOver(() => adapter.open(file));
    const table = got(await company.snapshotTables()).find(({ name }) => name === 'heavy');
    if (table === undefined) throw new Error('No heavy table');
    const first = got(await company.snapshotRows(table, 0));
    expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(256_000);
    expect((await everyRow(company, table)).map(({ a }) => a)).toEqual(
      Array.from({ length: 120 }, (_, index) => String(index)),
    );
  });
});

it('a snapshot on SQL Server quotes every name that it was told, and stays one statement', () => {
  const [name, column] = ['a]; DROP TABLE prmchg; --', "b]; DELETE FROM actrec; /* ? ' --"];
  const table: SnapshotTable = {
    name: `s].${name}`,
    schema: 's]',
    columns: [{ name: column, kind: 'text', type: 'nvarchar' }],
    uncompared: [],
    key: [column],
  };
  const sql = mssqlSnapshot.page(table, 0, 500);
  expect(sql).toBe(
    "SELECT CAST([b]]; DELETE FROM actrec; /* ? ' --] AS nvarchar(4000)) AS [c0] FROM [s]]].[a]]; DROP TABLE prmchg; --] ORDER BY [b]]; DELETE FROM actrec; /* ? ' --] OFFSET 0 ROWS FETCH NEXT 500 ROWS ONLY",
  );
  expect(fencedCall(sql, [], 'hexadecimal')).toEqual({ sql, parameters: [] });
  expect(mssqlSnapshot.page({ ...table, name: 'dbo.old', schema: 'dbo' }, 0, 1)).toContain('FROM [dbo].[dbo.old] ');
});

describe('a snapshot on SQL Server, of which a login sees only what it has a right on', () => {
  const nothing = async () => undefined;
  const column = (table: string, name: string, type: string): SqlRow => ({
    schema_name: 'dbo',
    table_name: table,
    column_name: name,
    type_name: type,
  });
  const columns = [
    column('prmchg', '_idnum', 'uniqueidentifier'),
    column('prmchg', 'photo', 'image'),
    column('notes', 'anything', 'sql_variant'),
  ];
  /** A server that gives this answer to whether the login may read every table. */
  const companyWith = (all: string) => {
    const query: SqlConnection['query'] = async (sql) => {
      if (sql.includes('HAS_PERMS_BY_NAME')) return [{ all }];
      return sql === mssqlSnapshot.columns ? columns : [];
    };
    const connection = { query, begin: nothing, commit: nothing, rollback: nothing, close: nothing };
    return companyOver(async () => connection, createMssqlDialect());
  };

  it('is not taken where the login may not read every table, because what it does not see would be passed over', async () => {
    expect(await companyWith('0').snapshotTables()).toMatchObject({
      ok: false,
      failure: {
        code: 'certification.unseen',
        sentence: expect.stringContaining('may not read every table of Sample Company'),
        remedy: expect.stringContaining('db_datareader'),
      },
    });
  });

  it('names the columns that it leaves out', async () => {
    const tables = got(await companyWith('1').snapshotTables());
    expect(tables.map(({ columns: compared }) => compared.map(({ name }) => name))).toEqual([['_idnum'], []]);
    expect(uncomparedColumns(tables)).toEqual(['prmchg.photo (image)', 'notes.anything (sql_variant)']);
    expect(uncomparedWords(uncomparedColumns(tables))).toBe(
      'Not compared: what stands in a text after its first 4,000 characters, and what is no text, number or date: prmchg.photo (image), notes.anything (sql_variant).',
    );
  });
});
