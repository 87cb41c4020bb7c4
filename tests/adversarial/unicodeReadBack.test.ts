import { describe, expect, it } from 'vitest';
import type { SqlConnection, SqlRow } from '../../electron/sage/connection.ts';
import { approval, createPlan } from '../contracts/sageCompanyPlans.ts';
import { companyOver, odbc, rowCounts, sampleFiles, withConnection } from '../contracts/sageCompanyRig.ts';
import { namedTexts } from './texts.ts';

const files = sampleFiles();

/** As a driver that reads or writes text in a code page: what it does to every text that comes back. */
function through(spoil: (text: string) => string): (connection: SqlConnection) => SqlConnection {
  return (connection) => ({
    ...connection,
    query: async (sql, parameters) => {
      const rows = await connection.query(sql, parameters);
      return rows.map((row): SqlRow => {
        if (typeof row.dscrpt !== 'string') return row;
        return { ...row, dscrpt: spoil(row.dscrpt) };
      });
    },
  });
}

describe('a text that is written over real ODBC', () => {
  it.each(namedTexts)('stands in Sage letter for letter, and the receipt says so: %s', async (_, text) => {
    const file = files.fresh();
    const outcome = await companyOver(() => odbc.open(file)).apply(createPlan({ description: text }), approval('a'));
    if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
    const header = outcome.receipt.rows.find(({ table }) => table === 'prmchg');
    const description = header?.columns.find(({ column }) => column === 'dscrpt');
    expect(description).toMatchObject({ planned: text, readBack: text });
    const found = await withConnection(odbc, file, (connection) =>
      connection.query('SELECT dscrpt FROM prmchg WHERE recnum = ?', [outcome.receipt.record]),
    );
    expect(found).toEqual([{ dscrpt: text }]);
  });

  const spoilers: readonly [string, string, (text: string) => string][] = [
    ['a code page', 'Zoë', (text) => Buffer.from(text, 'utf8').toString('latin1')],
    ['question marks for what a code page lacks', '日本', (text) => text.replace(/[^\p{ASCII}]/gu, '?')],
    ['normalisation', 'Zoe\u0308', (text) => text.normalize('NFC')],
    ['trimming', 'two behind  ', (text) => text.trimEnd()],
    ['a cut pair of surrogates', 'ends in 😀', (text) => text.replace(/😀/u, '\ufffd')],
  ];
  it.each(spoilers)('is not saved when it comes back changed by %s', async (_, text, spoil) => {
    const file = files.fresh();
    const before = await rowCounts(odbc, file);
    const company = companyOver(async () => through(spoil)(await odbc.open(file)));
    const outcome = await company.apply(createPlan({ description: text }), approval('a'));
    expect(outcome).toMatchObject({ outcome: 'notApplied', failure: { code: 'sage.readBack', next: 'needsPerson' } });
    expect(await rowCounts(odbc, file)).toEqual(before);
  });

  it.each(['a\0b', 'half a pair \ud83d'])('is refused in words when no driver can carry it (%j)', async (text) => {
    const file = files.fresh();
    const outcome = await companyOver(() => odbc.open(file)).apply(createPlan({ description: text }), approval('a'));
    expect(outcome).toMatchObject({
      outcome: 'notApplied',
      failure: { code: 'sage.value', sentence: expect.stringContaining('a character that cannot be sent to Sage') },
    });
  });
});
