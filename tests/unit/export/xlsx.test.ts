import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ExportColumn } from '../../../renderer/export/exportColumn.ts';
import { columnName, xmlText } from '../../../renderer/export/sheetXml.ts';
import { xlsxSink } from '../../../renderer/export/xlsx.ts';

type Row = { readonly title: string; readonly amount: string; readonly days: string; readonly date: string };

const columns: readonly ExportColumn<Row>[] = [
  { title: 'Title', kind: 'text', width: 30, value: (row) => row.title },
  { title: 'Amount', kind: 'money', width: 14, value: (row) => row.amount },
  { title: 'Days', kind: 'whole', width: 6, value: (row) => row.days },
  { title: 'Date', kind: 'date', width: 11, value: (row) => row.date },
];

/** Reads the entries of a ZIP file by its central directory. */
function unzip(file: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26);
    const text = inflateRawSync(file.subarray(start, start + file.readUInt32LE(at + 20))).toString('utf8');
    expect(Buffer.byteLength(text)).toBe(file.readUInt32LE(at + 24));
    entries.set(name, text);
    at += 46 + nameLength;
  }
  return entries;
}

async function sheetOf(...pages: readonly Row[][]): Promise<string> {
  const sink = xlsxSink('Change orders', columns);
  for (const page of pages) await sink.add(page);
  const entries = unzip(Buffer.from(await (await sink.finish()).arrayBuffer()));
  expect([...entries.keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect([...entries.keys()][0]).toBe('[Content_Types].xml');
  return entries.get('xl/worksheets/sheet1.xml') ?? '';
}

describe('an Excel file', () => {
  it('holds amounts as numbers with exactly the digits that the list has', async () => {
    const sheet = await sheetOf([{ title: 'a', amount: '-1234567890123.10', days: '12', date: '2026-11-22' }]);
    expect(sheet).toContain('<c r="B2" s="2"><v>-1234567890123.10</v></c>');
    expect(sheet).toContain('<c r="C2" s="3"><v>12</v></c>');
    expect(sheet).toContain('<c r="D2" s="4"><v>46348</v></c>');
    expect(sheet).toContain('<autoFilter ref="A1:D2"/>');
  });

  it('shows a figure that is to be typed with a minus and all its decimals', async () => {
    const typed: ExportColumn<string> = { title: 'Units', kind: 'typed', width: 10, value: (row) => row };
    const sink = xlsxSink('For Sage', [typed]);
    await sink.add(['-1480.00', '0.1235']);
    const entries = unzip(Buffer.from(await (await sink.finish()).arrayBuffer()));
    expect(entries.get('xl/worksheets/sheet1.xml')).toContain('<c r="A2" s="5"><v>-1480.00</v></c>');
    const styles = entries.get('xl/styles.xml') ?? '';
    const formats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"/g)];
    expect(formats[5]?.[1]).toBe('164');
    expect(styles).toContain('<numFmt numFmtId="164" formatCode="0.00##"/>');
  });

  it('keeps an amount as text where Excel would lose a cent', async () => {
    const sheet = await sheetOf([{ title: 'a', amount: '12345678901234.56', days: '', date: '' }]);
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">12345678901234.56</t>');
  });

  it('holds text as text, whatever it begins with', async () => {
    const sheet = await sheetOf([{ title: '=HYPERLINK("x") & <b>', amount: '0.00', days: '', date: '' }]);
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK("x") &amp; &lt;b&gt;</t>');
    expect(sheet).not.toContain('<f>');
  });

  it('numbers rows through pages', async () => {
    const row = { title: 'a', amount: '1.00', days: '', date: '' };
    const sheet = await sheetOf([row, row], [row]);
    expect([...sheet.matchAll(/<row r="(\d+)">/g)].map((match) => match[1])).toEqual(['1', '2', '3', '4']);
  });

  it('is whole with no rows at all', async () => {
    expect(await sheetOf()).toContain('<autoFilter ref="A1:D1"/>');
  });
});

it('drops what XML forbids and keeps what Excel would decode', () => {
  expect(xmlText('a\u0000b\ud800c\ufffe_x0041_\u0085')).toBe('ab\ufffdc_x005F_x0041_');
});

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
