import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createParsed } from '../../electron/store/parsed.ts';

const schema = z.object({ name: z.string(), lines: z.array(z.object({ amount: z.string() })) });
const other = z.object({ name: z.string() });
const textOf = (name: string) => JSON.stringify({ name, lines: [{ amount: '1.00' }] });
const place = (key: string) => ({ source: 'transfer', key });
const recordOf = (name: string) => schema.parse(JSON.parse(textOf(name)));

describe('records parsed lately', () => {
  it('are found by their text, as the one that was kept', () => {
    const parsed = createParsed();
    const record = recordOf('a');
    parsed.keep(place('a'), schema, textOf('a'), record);
    expect(parsed.find(place('a'), schema, textOf('a'))).toBe(record);
    expect(parsed.find(place('b'), schema, textOf('b'))).toBeUndefined();
  });

  it('are not handed out to somebody who expects another form of the same text', () => {
    const parsed = createParsed();
    parsed.keep(place('a'), schema, textOf('a'), recordOf('a'));
    expect(parsed.find(place('a'), other, textOf('a'))).toBeUndefined();
  });

  it('are found by the newest text only, and the older form takes no room', () => {
    const parsed = createParsed(2 * textOf('a').length);
    parsed.keep(place('b'), schema, textOf('b'), recordOf('b'));
    for (const name of ['v', 'w', 'x', 'y', 'z']) parsed.keep(place('a'), schema, textOf(name), recordOf(name));
    expect(parsed.find(place('a'), schema, textOf('v'))).toBeUndefined();
    expect(parsed.find(place('a'), schema, textOf('z'))).toEqual(recordOf('z'));
    expect(parsed.find(place('b'), schema, textOf('b'))).toBeDefined();
  });

  it('cannot be changed by one of those who share them', () => {
    const parsed = createParsed();
    const record = recordOf('a');
    parsed.keep(place('a'), schema, textOf('a'), record);
    const [line] = record.lines;
    expect(() => Object.assign(record, { name: 'b' })).toThrow(TypeError);
    expect(() => Object.assign(line ?? {}, { amount: '2.00' })).toThrow(TypeError);
    expect(() => record.lines.push({ amount: '2.00' })).toThrow(TypeError);
  });

  it('make room for newer ones, those first that nobody asked for', () => {
    const names = ['a', 'b', 'c'];
    const parsed = createParsed(2 * textOf('a').length);
    for (const name of names.slice(0, 2)) parsed.keep(place(name), schema, textOf(name), recordOf(name));
    parsed.find(place('a'), schema, textOf('a'));
    parsed.keep(place('c'), schema, textOf('c'), recordOf('c'));
    expect(names.map((name) => parsed.find(place(name), schema, textOf(name)) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('take their room once, however often the same text is kept', () => {
    const parsed = createParsed(2 * textOf('a').length);
    for (let time = 0; time < 5; time += 1) parsed.keep(place('a'), schema, textOf('a'), recordOf('a'));
    parsed.keep(place('b'), schema, textOf('b'), recordOf('b'));
    expect(parsed.find(place('a'), schema, textOf('a'))).toBeDefined();
  });

  it('are not kept when one alone is larger than all room', () => {
    const parsed = createParsed(3);
    parsed.keep(place('a'), schema, textOf('a'), recordOf('a'));
    expect(parsed.find(place('a'), schema, textOf('a'))).toBeUndefined();
  });
});
