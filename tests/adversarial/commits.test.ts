import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SqlFailure } from '../../electron/sage/connection.ts';
import { openBare, openFenced, temporaryFolder } from './driverRig.ts';

/** How a commit goes wrong, and whether it took effect: the caller sees the same in all three cases. */
const doubts = [
  ['applied', true],
  ['lost', false],
  ['autocommit', true],
] as const;

describe.each(doubts)('a commit that fails (%s; took effect: %s)', (fault, tookEffect) => {
  const keys = (book: string) => `Commit=${fault};Book=${book};`;
  const written = (book: string) => (tookEffect ? readFileSync(book, 'utf8') : '');

  it('leaves the bare connection open, without autocommit, and claiming to be connected', async () => {
    const book = join(temporaryFolder(), 'book');
    const bare = await openBare(keys(book));
    await bare.beginTransaction();
    await bare.query('apply\tchange order 1');
    await expect(bare.commit()).rejects.toMatchObject({ odbcErrors: [{ state: '08S01' }] });
    expect({ connected: bare.connected, autocommit: bare.autocommit }).toEqual({ connected: true, autocommit: false });
    expect(written(book)).toBe(tookEffect ? 'change order 1\n' : '');
  });

  it('is in doubt behind the fence, and that connection is never used again', async () => {
    const book = join(temporaryFolder(), 'book');
    const fenced = await openFenced(keys(book));
    await fenced.begin();
    await fenced.query('apply\tchange order 1');
    await expect(fenced.commit()).rejects.toMatchObject({ phase: 'commit', state: '08S01' });
    await expect(fenced.query('applied')).rejects.toMatchObject({
      state: '08003',
      message: 'The connection is closed',
    });
    const anew = await openFenced(`Book=${book};`);
    expect(await anew.query('applied')).toEqual(tookEffect ? [{ key: 'change order 1' }] : []);
  });
});

describe('other trouble', () => {
  it.each([
    ['40001', 1205, 'Transaction was deadlocked and has been chosen as the victim'],
    ['42000', 1222, 'Lock request time out period exceeded'],
    ['HYT00', 0, 'Query timeout expired'],
  ])('carries state %s and number %i of a statement that fails', async (state, native, words) => {
    const fenced = await openFenced();
    await expect(fenced.query(`fail\t${state}\t${native}\t${words}`)).rejects.toMatchObject({
      phase: 'query',
      state,
      native,
      message: words,
    });
  });

  it('carries a refused connection: the login took too long', async () => {
    await expect(openFenced('Connect=HYT00,0,Login timeout expired;')).rejects.toMatchObject({
      phase: 'connect',
      state: 'HYT00',
    });
  });

  it('fails when the connection breaks in the middle of a result: what was read of it is not handed out', async () => {
    const fenced = await openFenced();
    const script = 'column\ta\t12\t10\t0\nrow\t1\nrow\t2\nlost\nrow\t4';
    await expect(fenced.query(script)).rejects.toMatchObject({ state: '08S01' });
    await expect(fenced.query('column\ta\t12\t10\t0')).rejects.toBeInstanceOf(SqlFailure);
  });

  it('is fatal when the server cannot describe the parameters', async () => {
    const fenced = await openFenced();
    await expect(fenced.query('undescribed\necho\t?', ['1'])).rejects.toMatchObject({ native: 11501 });
  });
});
