import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvSink } from '../../../renderer/export/csv.ts';

/** Reads one line of RFC 4180 cells back. */
function parseLine(line: string): string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^,"]*))(,|$)/.exec(rest);
    if (match === null) throw new Error(`Not a line: ${line}`);
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '') return cells;
    rest = rest.slice(match[0].length);
  }
}

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+49 30', "'+49 30"],
    ['-Demo', "'-Demo"],
    ['\tx', '"\'\tx"'],
    ['-1,250.00', '"\'-1,250.00"'],
  ])('that would start a formula is disarmed: %j', (text, cell) => {
    if (cell.startsWith('"')) expect(parseLine(csvCell(text))[0]).toBe(`'${text}`);
    else expect(csvCell(text)).toBe(cell);
  });

  it.each(['-1250.00', '0.05', '12162420.100', '-7'])('that is a plain number stays one: %s', (text) => {
    expect(csvCell(text)).toBe(text);
  });

  const anyText = fc.string({ unit: 'binary' });
  const startingLikeFormula = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', '-1', '+1.5e', ' ', '"'), anyText)
    .map((parts) => parts.join(''));
  it('never begins like a formula and reads back as it was, with the apostrophe', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, startingLikeFormula), (text) => {
        const [read] = parseLine(csvCell(text));
        expect(read === text || read === `'${text}`).toBe(true);
        if (!/^-?\d+(\.\d+)?$/.test(text)) expect(read).not.toMatch(/^[=+\-@\t\r\0]/);
      }),
      { numRuns: 100_000 },
    );
  });
});

it('a CSV file starts with the mark that makes Excel read it as UTF-8, then the titles', async () => {
  const sink = csvSink<{ readonly a: string }>([{ title: 'Titel', kind: 'text', width: 9, value: (row) => row.a }]);
  await sink.add([{ a: 'Müller, Bäckerei' }]);
  const bytes = new Uint8Array(await (await sink.finish()).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('Titel\r\n"Müller, Bäckerei"\r\n');
});
