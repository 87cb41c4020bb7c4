import type { CellKind, ExportColumn } from './exportColumn.ts';

/** Indexes into the cell formats of `workbookParts`. */
const styles = { plain: 0, header: 1, money: 2, whole: 3, date: 4, typed: 5 } as const;

/** A cell holds at most 32,767 characters; Excel calls a file with more damaged. */
const longestText = 32_767;
const cutMark = ' … (cut: too long for Excel; the CSV file has all of it)';

/** Excel counts with 15 digits: a longer figure stays text, so that no cent is lost. */
const mostDigits = 15;

/** Begin of the worksheet: widths, a frozen header row and its titles. */
export function sheetStart<Row>(columns: readonly ExportColumn<Row>[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }, index) => textCell(title, `${columnName(index)}1`, styles.header));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>' +
    `</sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`
  );
}

/** One row; `number` counts from 1 with the header. */
export function sheetRow<Row>(columns: readonly ExportColumn<Row>[], row: Row, number: number): string {
  const cells = columns.map((column, index) => {
    const kind = typeof column.kind === 'function' ? column.kind(row) : column.kind;
    return cell(kind, column.value(row), `${columnName(index)}${number}`);
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** End of the worksheet; a list gets a filter on its header. `rows` counts the header too. */
export function sheetEnd(columnCount: number, rows: number, filter: boolean): string {
  const filtered = filter ? `<autoFilter ref="A1:${columnName(columnCount - 1)}${rows}"/>` : '';
  return `</sheetData>${filtered}</worksheet>`;
}

/** The cells that the filter on the header covers, as a defined name wants them. `rows` counts the header too. */
export function filterRange(columnCount: number, rows: number): string {
  return `$A$1:$${columnName(columnCount - 1)}$${rows}`;
}

function cell(kind: CellKind, text: string, at: string): string {
  if (text === '') return '';
  if (kind === 'date') {
    const serial = dateSerial(text);
    return serial === null ? textCell(text, at, styles.plain) : `<c r="${at}" s="${styles.date}"><v>${serial}</v></c>`;
  }
  if (kind === 'text' || !isExact(text)) return textCell(text, at, styles.plain);
  return `<c r="${at}" s="${styles[kind]}"><v>${text}</v></c>`;
}

/** True for a plain decimal that a spreadsheet keeps to the last digit. */
function isExact(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= mostDigits;
}

function textCell(text: string, at: string, style: number): string {
  const short = text.length > longestText ? `${text.slice(0, longestText - cutMark.length)}${cutMark}` : text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(short)}</t></is></c>`;
}

/** Days since 30 December 1899, how Excel counts; null before March 1900, where Excel has a day that never was. */
function dateSerial(date: string): number | null {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const days = (ms - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isInteger(days) && days >= 61 ? days : null;
}

/** A, B … Z, AA, AB … for 0, 1 … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

/** Escapes markup, drops what XML forbids, and keeps Excel from reading `_x0041_` in a text as a coded character. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
