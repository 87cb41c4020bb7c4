import type { ExportColumn, ExportSink } from './exportColumn.ts';

const plainNumber = /^-?\d+(\.\d+)?$/;
/** What makes a spreadsheet read a cell as a formula (OWASP ASVS 5, 1.2.10). */
const formulaStart = /^[=+\-@\t\r\0]/;

/** One cell: plain numbers as they are; text that would start a formula gets a leading `'`; quoted where the format needs it. */
export function csvCell(text: string): string {
  if (plainNumber.test(text)) return text;
  const guarded = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Without it Excel reads UTF-8 as the machine's old code page. */
const byteOrderMark = '\ufeff';

/** Collects rows as comma separated values (RFC 4180, UTF-8). */
export function csvSink<Row>(columns: readonly ExportColumn<Row>[]): ExportSink<Row> {
  const parts: string[] = [byteOrderMark, line(columns.map((column) => column.title))];
  return {
    add: async (rows) => {
      parts.push(rows.map((row) => line(columns.map((column) => column.value(row)))).join(''));
    },
    finish: async () => new Blob(parts, { type: 'text/csv;charset=utf-8' }),
    abandon: async () => {
      parts.length = 0;
    },
  };
}

function line(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
