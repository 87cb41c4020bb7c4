import { beforeAll, describe, expect, it } from 'vitest';
import { placeOf, readRights, writeRights } from '#shared/domain/sage/rights.ts';
import { isTableName } from '#shared/domain/sage/schema/tables.ts';
import { tableUse, updatedColumns, usedColumns } from '#shared/domain/sage/uses.ts';
import { sampleFiles } from '../contracts/sageCompanyRig.ts';
import { everyPurpose, type Purpose } from './purposes.ts';

/** The rights that are asked for come from `uses.ts`: here it is held to what is really sent. */

const files = sampleFiles();
let purposes: readonly Purpose[] = [];
let statements: readonly string[] = [];

beforeAll(async () => {
  purposes = await everyPurpose(files.fresh);
  const ofCompany = purposes.filter(
    ({ title, catalog }) => catalog !== true && !/sample company|table of markers/.test(title),
  );
  statements = [...new Set(ofCompany.flatMap(({ sent }) => sent.map(({ sql }) => sql)))];
}, 120_000);

/** The rights to write that a statement takes. */
function writesOf(sql: string): string[] {
  const [, inserted = ''] = /^INSERT INTO dbo\.\[(\w+)\]/.exec(sql) ?? [];
  const [, updated = '', set = ''] = /^UPDATE dbo\.\[(\w+)\] SET (.*) WHERE /.exec(sql) ?? [];
  const [, deleted = ''] = /^DELETE FROM dbo\.\[(\w+)\]/.exec(sql) ?? [];
  return [
    ...(inserted === '' ? [] : [`INSERT ${inserted}`]),
    ...names(set).map((column) => `UPDATE ${updated}.${column}`),
    ...(deleted === '' ? [] : [`DELETE ${deleted}`]),
  ];
}

/** Sage's tables that a statement names. */
function tablesOf(sql: string): string[] {
  return [...sql.matchAll(/(?<!\]\.)\bdbo\.\[(\w+)\]/g)].map(([, table = '']) => table);
}

const names = (list: string) => [...list.matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? '');

describe('what is sent to SQL Server', () => {
  it('reads only columns for which the right is asked', () => {
    let seen = 0;
    for (const part of statements.flatMap((sql) => sql.split(/(?=\(SELECT )/))) {
      if (!/SELECT /.test(part)) continue;
      const tables = [...part.matchAll(/\bdbo\.\[(\w+)\](?: (?!WHERE|WITH|ORDER|GROUP|LEFT|JOIN|ON)(\w+))?/g)];
      const known = tables.filter(([, table]) => isTableName(table ?? ''));
      for (const [, alias, column = ''] of part
        .replaceAll(/ AS \[\w+\]|dbo\.\[\w+\]|\[\w+\]\.dbo/g, '')
        .matchAll(/(?:\b([a-z]\d?)\.)?\[(\w+)\]/g)) {
        const table = known.find(([, , own]) => own === alias)?.[1];
        if (table === undefined || /^v\d_\d+$/.test(column)) continue;
        const use = tableUse(table);
        expect(use, table).not.toBeNull();
        if (use !== null && use.holdsSecrets === true) expect([...usedColumns(use)], table).toContain(column);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(200);
  });

  it('inserts and changes only columns for which the right is asked, and gives every new row what it always gets', () => {
    let seen = 0;
    for (const sql of statements) {
      const [, inserted = '', given = ''] = /^INSERT INTO dbo\.\[(\w+)\] \((.*?)\) VALUES/.exec(sql) ?? [];
      const [, updated = '', set = ''] = /^UPDATE dbo\.\[(\w+)\] SET (.*) WHERE /.exec(sql) ?? [];
      if (isTableName(inserted)) {
        const insert = tableUse(inserted)?.insert;
        expect([...(insert?.always ?? []), ...(insert?.sometimes ?? [])], inserted).toEqual(
          expect.arrayContaining(names(given)),
        );
        seen += 1;
      }
      if (isTableName(updated)) {
        const use = tableUse(updated);
        expect(use === null ? [] : updatedColumns(use), updated).toEqual(expect.arrayContaining(names(set)));
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(8);
  });

  it('needs every right to write that is asked for', () => {
    const needed = new Set(statements.flatMap(writesOf));
    const asked = writeRights.map((right) => `${right.right} ${placeOf(right)}`);
    expect(asked.filter((right) => !needed.has(right))).toEqual([]);
  });

  it('takes for each kind of plan only rights that are asked for that kind', () => {
    for (const { kind, title, sent } of purposes) {
      // No planner deletes; that the executor could is listed all the same.
      if (kind === undefined || title.endsWith('deleted')) continue;
      const may = [...readRights, ...writeRights].filter(({ kinds }) => kinds.includes(kind));
      const writes = new Set(may.map((right) => `${right.right} ${placeOf(right)}`));
      const reads = new Set(may.filter(({ right }) => right === 'SELECT').map(({ table }) => table));
      for (const { sql } of sent) {
        expect([...writes], title).toEqual(expect.arrayContaining(writesOf(sql)));
        expect([...reads], title).toEqual(expect.arrayContaining(tablesOf(sql)));
      }
    }
  });

  it('reads every table that is granted', () => {
    const read = new Set(statements.flatMap(tablesOf));
    expect(readRights.map(({ table }) => table).filter((table) => !read.has(table))).toEqual([]);
  });
});
