import { describe, expect, it } from 'vitest';
import type { RowValues, SnapshotTable } from '#shared/domain/certification/snapshot.ts';
import { tableNames } from '#shared/domain/sage/schema/tables.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
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
