import path from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompanyId, companyIdOf } from '#shared/domain/company.ts';
import { calls } from './storeCalls.ts';
import { opened, temporaryFolder } from './storeRig.ts';

type Call = { readonly part: string; readonly method: string; readonly given: readonly unknown[] };

const anyCall: fc.Arbitrary<Call> = fc.oneof(
  ...Object.entries(calls).flatMap(([part, methods]) =>
    Object.entries(methods as Record<string, fc.Arbitrary<unknown[]>>).map(([method, given]) =>
      given.map((values) => ({ part, method, given: values })),
    ),
  ),
);
const [acme, borealis] = [companyIdOf('acme'), companyIdOf('borealis')];
/** The companies work in turn, because the file takes one of them at a time. So many calls that each method is called with the same ids. */
const turns = fc.array(fc.array(anyCall, { minLength: 150, maxLength: 250, size: 'max' }), {
  minLength: 4,
  maxLength: 4,
});

function answers(file: string, company: CompanyId, asked: readonly Call[]): readonly unknown[] {
  const store = opened(file, company);
  const ofProcore = Object.entries(store.procore).map(([part, methods]) => [`procore.${part}`, methods]);
  const parts = { ...store, ...Object.fromEntries(ofProcore) } as unknown as Record<
    string,
    Record<string, (...values: readonly unknown[]) => unknown>
  >;
  try {
    // In one transaction only because hundreds of them would take seconds.
    return store.transaction(() => asked.map(({ part, method, given }) => parts[part]?.[method]?.(...given)));
  } finally {
    store.close();
  }
}

/** Everything that lies in the file of one company, table by table; row numbers of CORs are shared by all and mean nothing. */
function contents(file: string, company: CompanyId) {
  const direct = new Sqlite(file, { readonly: true });
  const tables = direct
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    .pluck()
    .all()
    .map(String);
  const found = tables.map((table) => {
    const columns = columnsOf(direct, table).filter((column) => column !== 'row');
    const list = columns.map((column) => `"${column}"`).join(', ');
    return [table, direct.prepare(`SELECT ${list} FROM "${table}" WHERE company = ? ORDER BY ${list}`).all(company)];
  });
  direct.close();
  return found;
}

function columnsOf(direct: Sqlite.Database, table: string): readonly string[] {
  return direct.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);
}

describe('two companies in one file', () => {
  it('get the answers that each would get alone, to any calls in any order', { timeout: 120_000 }, () => {
    const folder = temporaryFolder();
    let round = 0;
    fc.assert(
      fc.property(turns, (played) => {
        round += 1;
        const shared = path.join(folder, `${round}.db`);
        const alone = (company: CompanyId) => path.join(folder, `${round}-${company}.db`);
        played.forEach((asked, turn) => {
          const company = turn % 2 === 0 ? acme : borealis;
          expect(answers(shared, company, asked)).toEqual(answers(alone(company), company, asked));
        });
        for (const company of [acme, borealis]) {
          expect(contents(shared, company)).toEqual(contents(alone(company), company));
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('have every row of every table marked with the company it belongs to', () => {
    const file = path.join(temporaryFolder(), 'plumbline.db');
    answers(file, acme, []);
    const direct = new Sqlite(file, { readonly: true });
    const tables = direct.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all().map(String);
    const unmarked = tables.filter((table) => {
      const needed = direct
        .prepare(`SELECT count(*) FROM pragma_table_info(?) WHERE name = 'company' AND "notnull" = 1`)
        .pluck()
        .get(table);
      return needed !== 1;
    });
    direct.close();
    expect(unmarked).toEqual([]);
  });
});
