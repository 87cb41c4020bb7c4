import { describe, expect, it } from 'vitest';
import { bufferLength, failing, resultOf } from '../mockDriver/script.ts';
import { columnOf } from '../mockDriver/sqlServerTypes.ts';
import { openBare, openFenced, refusalOf } from './driverRig.ts';

describe('a row that cannot be converted', () => {
  const script = resultOf([columnOf('number', 'int')], [['1'], [failing], ['3'], ['4']]);

  it.each([2, 10])('disappears without an error in the bare binding at fetch size %i', async (fetchSize) => {
    const bare = await openBare();
    const cursor = await bare.query(script, [], { cursor: true, fetchSize });
    const numbers: unknown[] = [];
    while (!cursor.noData) numbers.push(...(await cursor.fetch()).map(({ number }) => number));
    await cursor.close();
    expect(numbers).toEqual([1, 3, 4]);
  });

  it('fails the statement behind the fence, which fetches row by row', async () => {
    const fenced = await openFenced();
    await expect(fenced.query(script)).rejects.toMatchObject({ phase: 'query', state: '22018' });
  });
});

describe('a binary value that ends just at the end of the buffer', () => {
  it('makes the bare binding drop all rows after it without an error; the fence refuses binary columns', async () => {
    const bytes = 'ab'.repeat(1_048_576);
    const script = resultOf([columnOf('content', 'varbinary(max)')], [[bytes], ['cd'], ['ef']]);
    const bare = await openBare();
    expect(await bare.query(script)).toHaveLength(1);
    const fenced = await openFenced();
    expect(await refusalOf(() => fenced.query(script))).toContain('select it as text');
  });
});

describe('a long text', () => {
  it.each(['text', 'ntext', 'varchar(max)', 'nvarchar(max)'] as const)(
    'of type %s gets 1 MiB for every single value in the bare binding; the fence refuses it and asks for less meanwhile',
    async (type) => {
      const script = resultOf([columnOf('notes', type)], [[bufferLength], ['short']]);
      const bare = await openBare();
      expect([...(await bare.query(script))]).toEqual([{ notes: '1048576' }, { notes: 'short' }]);
      const fenced = await openFenced();
      expect(await refusalOf(() => fenced.query(script))).toMatch(
        /^Column 'notes' came as SQL_\w+.*; select it as text$/,
      );
    },
  );
});

describe('two columns of one name', () => {
  it('become one in the bare binding, and are refused by the fence', async () => {
    const script = resultOf([columnOf('a', 'int'), columnOf('a', 'int')], [['1', '2']]);
    const bare = await openBare();
    expect([...(await bare.query(script))]).toEqual([{ a: 2 }]);
    const fenced = await openFenced();
    expect(await refusalOf(() => fenced.query(script))).toBe("The result has two columns 'a'");
  });
});

describe('a second statement in one call', () => {
  it('is refused wherever it hides, because the binding never looks at a second result', async () => {
    const fenced = await openFenced();
    for (const sql of ['SELECT 1; DELETE FROM x', "SELECT ';'; SELECT 2", 'SELECT 1 /* ; */ ; SELECT [;]']) {
      expect(await refusalOf(() => fenced.query(sql))).toBe('Several statements in one call');
    }
  });

  it('is none where the semicolon is text, a name, a comment or the end', async () => {
    const fenced = await openFenced();
    const isNoScript = { native: 102 };
    for (const sql of ["SELECT 'a;b'", 'SELECT [a;b]', 'SELECT 1 -- a;b', 'SELECT 1;', 'SET NOCOUNT ON; SELECT 1']) {
      await expect(fenced.query(sql)).rejects.toMatchObject(isNoScript);
    }
  });
});
