import type { EntryField, EntryGrid } from '#shared/domain/plans/entrySheet.ts';
import type { CellKind, ExportColumn } from '../../export/exportColumn.ts';
import { xlsxSink } from '../../export/xlsx.ts';
import type { EntryPage } from './useEntryPage.ts';

type Cell = { readonly text: string; readonly kind: CellKind };
type Row = readonly Cell[];

const text = (value: string): Cell => ({ text: value, kind: 'text' });
/** Negatives with a minus, as they are typed and as `old → new` has them, not in parentheses. */
const amount = (value: string): Cell => ({ text: value, kind: 'typed' });
const words = (...values: readonly string[]): Row => values.map(text);

/** The same as the printed page, in one sheet: header fields one below the other, then the grids with their columns. */
export function entryWorkbook(page: EntryPage): Promise<Blob> {
  const rows = entryRows(page);
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index): ExportColumn<Row> => {
    const widest = Math.max(10, ...rows.map((row) => row[index]?.text.length ?? 0));
    return {
      title: index === 0 ? `Type into Sage ${page.sheet.screen}` : '',
      kind: (row) => row[index]?.kind ?? 'text',
      width: Math.min(50, widest + 2),
      value: (row) => row[index]?.text ?? '',
    };
  });
  const sink = xlsxSink('For Sage', columns, { filter: false });
  return sink.add(rows).then(() => sink.finish());
}

/** Row by row what the sheet says below its title; exported for the tests. */
export function entryRows({ facts, sheet }: EntryPage): readonly Row[] {
  return [
    words('What', sheet.title),
    words('Company', facts.company),
    words('Job', `${facts.job} ${facts.jobName}`.trim()),
    ...(facts.corNumbers.length === 0 ? [] : [words('CORs', facts.corNumbers.join(', '))]),
    words('Approved by', facts.approvedBy ?? 'not approved yet'),
    [],
    words('Header', 'To type', 'Stands there now'),
    ...sheet.header.map(({ label, value, was }) => words(label, value, ...(was === undefined ? [] : [was]))),
    ...sheet.grids.flatMap((grid) => [[], ...gridRows(grid)]),
    [],
    [text('Totals of these lines')],
    ...facts.sums.map((sum): Row => [text(sum.label), amount(sum.amount)]),
    [],
    words(`${facts.numberLabel} that Sage gave`, facts.number ?? ''),
    words('Initials, date'),
  ];
}

function gridRows(grid: EntryGrid): readonly Row[] {
  return [
    words(grid.title),
    words('Line', ...grid.columns.map(({ label }) => label)),
    ...grid.rows.map(
      ({ line, fields }): Row => [
        text(line ?? 'new'),
        ...fields.map((field, index) => typedCell(field, grid.columns[index]?.figure ?? false)),
      ],
    ),
  ];
}

/** A figure stays a figure where it is typed as it is; `old → new` where something is typed over. */
function typedCell(field: EntryField | null, figure: boolean): Cell {
  if (field === null) return text('');
  const { value, was } = field;
  if (was !== undefined && was !== value)
    return text(`${was === '' ? 'empty' : was} → ${value === '' ? 'empty' : value}`);
  return figure ? amount(value) : text(value);
}
