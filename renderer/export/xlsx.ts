import type { ExportColumn, ExportSink } from './exportColumn.ts';
import { filterRange, sheetEnd, sheetRow, sheetStart } from './sheetXml.ts';
import { contentParts, workbookXml } from './workbookParts.ts';
import { startZip, type ZipEntry } from './zip.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Writes rows into an Excel workbook with one sheet. Figures go into the file as the decimal text they are, never through a
 * binary number. Memory holds only the packed bytes; a hundred thousand rows never stop the page.
 */
export function xlsxSink<Row>(
  sheetName: string,
  columns: readonly ExportColumn<Row>[],
  { filter }: { readonly filter: boolean } = { filter: true },
): ExportSink<Row> {
  const zip = startZip();
  let sheet: ZipEntry | null = null;
  let rowNumber = 1;

  const writePart = async ([name, text]: readonly [string, string]): Promise<void> => {
    const part = zip.open(name);
    await part.write(text);
    await part.close();
  };

  // The list of contents comes first: that is how some programs tell what kind of file it is.
  const opened = async (): Promise<ZipEntry> => {
    if (sheet !== null) return sheet;
    for (const part of Object.entries(contentParts())) await writePart(part);
    sheet = zip.open('xl/worksheets/sheet1.xml');
    await sheet.write(sheetStart(columns));
    return sheet;
  };

  return {
    add: async (rows) => {
      const entry = await opened();
      let text = '';
      for (const row of rows) {
        rowNumber += 1;
        text += sheetRow(columns, row, rowNumber);
      }
      await entry.write(text);
    },
    finish: async () => {
      const entry = await opened();
      await entry.write(sheetEnd(columns.length, rowNumber, filter));
      await entry.close();
      await writePart([
        'xl/workbook.xml',
        workbookXml(sheetName, filter ? filterRange(columns.length, rowNumber) : null),
      ]);
      return zip.finish(mediaType);
    },
    abandon: async () => {
      await sheet?.abandon();
    },
  };
}
