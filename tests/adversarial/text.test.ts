import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { echoOf, resultOf } from '../mockDriver/script.ts';
import { columnOf } from '../mockDriver/sqlServerTypes.ts';
import { openBare, openFenced, refusalOf } from './driverRig.ts';
import { namedTexts } from './texts.ts';

/** The columns of an echo are nvarchar: what comes back is what the server understood. */
type Echo = { readonly value: string | null; readonly bytes: string | null };

describe('text that is read', () => {
  it.each(namedTexts)('comes unchanged out of nvarchar: %s', async (_, text) => {
    const fenced = await openFenced('CodePage=1252;');
    const script = resultOf([columnOf('text', 'nvarchar(50)')], [[text], [null], ['']]);
    expect(await fenced.query(script)).toEqual([{ text }, { text: null }, { text: '' }]);
  });

  it('loses its letters out of varchar on Windows in the bare binding, and is refused by the fence', async () => {
    const script = resultOf([columnOf('text', 'varchar(50)')], [['plain'], ['Zoë']]);
    const bare = await openBare('CodePage=1252;');
    expect((await bare.query(script))[1]?.text).not.toBe('Zoë');
    const fenced = await openFenced('CodePage=1252;');
    expect(await refusalOf(() => fenced.query(script))).toBe("Column 'text' holds text; select it as nvarchar");
    const digits = resultOf([columnOf('text', 'varchar(50)')], [['-1234567890.12'], [null]]);
    expect(await fenced.query(digits)).toEqual([{ text: '-1234567890.12' }, { text: null }]);
  });

  it('ends at a NUL in the bare binding: nothing can be seen of the rest', async () => {
    const bare = await openBare();
    const script = resultOf([columnOf('text', 'nvarchar(50)')], [['before\0behind']]);
    expect((await bare.query(script))[0]?.text).toBe('before');
  });
});

describe('text that is sent', () => {
  /** The statement after the fence, as the scripted driver can read it: what the fence makes of the place stays beside it. */
  const place = (length: number) => `${echoOf(0)}CAST(? AS nvarchar(${length}))`;
  const sent = async (text: string, keys = 'CodePage=1252;') => {
    const fenced = await openFenced(keys);
    const [echo] = await fenced.query(place(50), [text]);
    return echo as unknown as Echo;
  };

  it('is understood by a Windows driver as something else when the bare binding sends it', async () => {
    const bare = await openBare('CodePage=1252;');
    expect((await bare.query(echoOf(1), ['Zoë']))[0]?.value).toBe('ZoÃ«');
  });

  it.each(namedTexts)('crosses as plain letters whatever the code page, and means the same: %s', async (_, text) => {
    const { value } = await sent(text);
    const isPlain = /^[\x20-\x7e\r\n\t]*$/.test(text);
    expect(isPlain ? value : Buffer.from(value ?? '', 'hex').toString('utf16le')).toBe(text);
    expect(value).toMatch(/^[\x20-\x7e\r\n\t]*$/);
  });

  it('crosses so for every text that there can be', async () => {
    const fenced = await openFenced('CodePage=1252;');
    const text = fc
      .string({ unit: 'binary', maxLength: 50 })
      .filter((one) => !one.includes('\0') && !/^\p{ASCII}*$/u.test(one));
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const [echo] = await fenced.query(place(100), [one]);
        expect(Buffer.from(String(echo?.value), 'hex').toString('utf16le')).toBe(one);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused where the server was not told that it is nvarchar', async () => {
    const fenced = await openFenced();
    expect(await refusalOf(() => fenced.query(echoOf(1), ['Zoë']))).toBe(
      'Parameter 1 holds text; give it the type nvarchar',
    );
  });

  it.each(['a\0b', '\ud83d', 'a\udc00b'])('is refused with a character that no driver can carry (%j)', async (text) => {
    const fenced = await openFenced();
    expect(await refusalOf(() => fenced.query(place(50), [text]))).toBe(
      'Parameter 1 holds a character that cannot be sent',
    );
  });

  it('ends at a NUL, or becomes another text, in the bare binding', async () => {
    const bare = await openBare();
    expect((await bare.query(echoOf(1), ['a\0b']))[0]?.value).toBe('a');
    expect((await bare.query(echoOf(1), ['a\udc00b']))[0]?.value).toBe('a\ufffdb');
  });
});
