import { beforeAll, describe, expect, it } from 'vitest';
import { planKinds } from '#shared/domain/plan.ts';
import { methodNames } from '../../electron/sage/worker/methods.ts';
import { sampleFiles } from '../contracts/sageCompanyRig.ts';
import { everyPurpose, type Purpose } from './purposes.ts';
import type { Sent } from './rehearsal.ts';
import { allowedLiterals, allowedWords, catalogWords, lockingHints, tooNew } from './subset.ts';

const files = sampleFiles();
let purposes: readonly Purpose[] = [];
let all: readonly Sent[] = [];
/** Without the questions about the database itself, which are asked in its own tables' words. */
let ofSage: readonly Sent[] = [];

beforeAll(async () => {
  purposes = await everyPurpose(files.fresh);
  all = purposes.flatMap(({ sent }) => sent);
  // Whoever writes also asks whether the database is still the same.
  const aside = purposes.filter(({ catalog }) => catalog !== true).flatMap(({ sent }) => sent);
  ofSage = aside.filter(({ sql }) => !/ FROM sys\.|HAS_DBACCESS/.test(sql));
}, 120_000);

const opening = `-- Every T-SQL statement that Plumbline can send to SQL Server, by what it is for; each once, where it is first needed.
-- Line breaks are only for the eye. A test compares this file with what is really sent: after a wanted change renew it with
--   npx vitest run --project statements -u
-- and read the difference.
`;

it('what is sent to SQL Server is what mssql.sql says (renew it with: npx vitest run --project statements -u)', async () => {
  const listed = new Set<string>();
  const sections = purposes.map(({ title, sent }) => {
    const fresh = [...new Set(sent.map(({ sql }) => sql))].filter((sql) => !listed.has(sql));
    for (const sql of fresh) listed.add(sql);
    const body = fresh.length === 0 ? ['-- (nothing that is not above)\n'] : fresh.map((sql) => `${readable(sql)}\n`);
    return `\n-- ── ${title}\n\n${body.join('\n')}`;
  });
  await expect(`${[opening, ...sections].join('\n').trimEnd()}\n`).toMatchFileSnapshot('mssql.sql');
});

/** The clauses of a statement each on a line of its own. */
function readable(sql: string): string {
  return sql
    .replaceAll(/ (FROM|LEFT JOIN|JOIN|CROSS JOIN|WHERE|GROUP BY|ORDER BY|SET(?= \[)|VALUES) /g, '\n  $1 ')
    .replaceAll('; ', ';\n');
}

describe('the listing', () => {
  it('has a plan of every kind', () => {
    expect(new Set(purposes.flatMap(({ kind }) => kind ?? []))).toEqual(new Set(planKinds));
  });

  it('has every question that a company can be asked', () => {
    const asked = new Set(all.flatMap(({ by }) => by ?? []));
    // The turn to write ends with its connection; the last two go to no company.
    const silent = ['endWriting', 'odbcInstalled', 'createSample'];
    expect(methodNames.filter((method) => !asked.has(method))).toEqual(silent);
  });
});

const literal = /N?'(?:[^']|'')*'/g;
const withoutNames = (sql: string) => sql.replaceAll(literal, "''").replaceAll(/\[(?:[^\]]|\]\])*\]/g, '[]');

describe('every statement', () => {
  it('is one statement, but for the batch that takes the lock, which answers once', () => {
    for (const { sql } of all) {
      if (sql.includes('sp_getapplock')) expect(sql.match(/\bSELECT\b/g)).toHaveLength(1);
      else expect(sql).not.toContain(';');
      expect(sql).not.toMatch(/--|\/\*/);
    }
  });

  it('is made of words that SQL Server 2014 knows and that somebody has thought about', () => {
    const strange = ({ sql }: Sent, allowed: ReadonlySet<string>) =>
      (withoutNames(sql).match(/[A-Za-z_@][\w@]*/g) ?? []).filter((word) => !allowed.has(word));
    for (const one of ofSage) expect(strange(one, allowedWords)).toEqual([]);
    for (const one of all) {
      expect(strange(one, new Set([...allowedWords, ...catalogWords]))).toEqual([]);
      expect(one.sql).not.toMatch(tooNew);
    }
  });

  it('names every table with its schema, and every column in brackets', () => {
    for (const { sql } of ofSage) {
      for (const [, target] of withoutNames(sql).matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES) ([^\s)]+)/g)) {
        expect(target).toMatch(/^(?:(?:\[\]\.)?dbo\.\[\]|\(SELECT)$/);
      }
    }
  });

  it('has a typed place for each parameter, and fewer of them than SQL Server takes', () => {
    for (const { sql, parameters } of all) {
      expect(sql.match(/\?/g) ?? []).toHaveLength(parameters.length);
      expect(sql.replaceAll(/CAST\(\? AS [a-z]+(\([\d,]+\))?\)/g, '')).not.toContain('?');
      expect(parameters.length).toBeLessThan(2100);
    }
  });

  it('carries no text and no figure of a person or of Sage: only the name of a lock holds a job or vendor', () => {
    for (const { sql } of ofSage) {
      for (const [text] of sql.matchAll(literal)) expect(text).toMatch(allowedLiterals);
      expect(withoutNames(sql)).not.toMatch(/\d\.\d/);
      // Styles, lengths, how many rows, how many ms, and no phase.
      const figures = withoutNames(sql).replaceAll(
        /\b[a-z]+\([\d,]+\)|, \d+\)|TOP \(\d+\)|= 0\)|\b[fj]\d\b|Latin1/g,
        '',
      );
      expect(figures.replaceAll(/TIMEOUT 5000|@LockTimeout = (?:5000|0)/g, '')).not.toMatch(/\d/);
    }
  });

  it('selects nothing that the driver could spoil: every result is text', () => {
    for (const { sql } of ofSage) {
      // What is counted and added up comes bare out of the page that it is counted in.
      const results = sql.replace(/^(SELECT CONVERT\(varchar\(20\), COUNT_BIG.*) FROM \(SELECT TOP .*\) f0$/, '$1');
      for (const select of results.split('SELECT ').slice(1)) {
        const list = select.slice(0, select.includes(' FROM ') ? select.indexOf(' FROM ') : undefined);
        for (const expression of list.replace(/^TOP \(\d+\) (?:WITH TIES )?/, '').split(/ AS \[\w+\](?:, )?/)) {
          if (expression === '') continue;
          expect(expression).toMatch(/^(?:CONVERT\(varchar|CAST\(.* AS nvarchar|f0\.\[v0_0\])/);
        }
      }
    }
  });

  it('reads at most 1,000 rows in the order of their key, or a single one', () => {
    for (const { sql } of all) {
      const top = /TOP \((\d+)\)/.exec(sql)?.[1];
      if (top === undefined) continue;
      expect(Number(top)).toBeLessThanOrEqual(1000);
      if (top !== '1') expect(sql).toMatch(/ ORDER BY (?:COUNT|t\.\[|\[(?:operation_key|recnum)\]$)/);
    }
  });

  it('holds rows only while a plan is written or looked for, and passes over locked rows only to begin a transaction', () => {
    for (const { title, sent } of purposes) {
      for (const { sql } of sent) {
        const hints = /WITH \(([^)]*)\)/.exec(sql)?.[1];
        if (hints === undefined) continue;
        expect(lockingHints).toContain(hints);
        if (hints.includes('READPAST')) expect(sql).toContain('SELECT TOP (1) CONVERT(varchar(20), [recnum])');
        else expect(title).toMatch(/^(?:Writing|Was) /);
      }
    }
  });
});
