import type { EntryField, EntryGrid, EntrySheet } from '#shared/domain/plans/entrySheet.ts';

/** What to type into Sage, as lines of text: the header's fields under each other, each grid as a table. */
export function sheetText(sheet: EntrySheet): readonly string[] {
  const width = Math.max(0, ...sheet.header.map(({ label }) => label.length));
  return [
    ...sheet.header.map((field) => `  ${field.label.padEnd(width)}  ${typed(field)}`),
    ...sheet.grids.flatMap((grid) => ['', `  ${grid.title}`, ...gridText(grid)]),
  ];
}

function gridText({ columns, rows }: EntryGrid): readonly string[] {
  const numbered = rows.some(({ line }) => line !== null);
  const titles = [...(numbered ? ['Line'] : []), ...columns.map(({ label }) => label)];
  const lines = rows.map(({ line, fields }) => [
    ...(numbered ? [line ?? 'new'] : []),
    ...columns.map((_, index) => typed(fields[index] ?? null)),
  ]);
  const widths = titles.map((title, index) => Math.max(title.length, ...lines.map((line) => line[index]?.length ?? 0)));
  const row = (cells: readonly string[]) =>
    `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd();
  return [row(titles), row(widths.map((width) => '-'.repeat(width))), ...lines.map(row)];
}

/** `old → new` where something is typed over. */
function typed(field: EntryField | null): string {
  if (field === null) return '';
  const { value, was } = field;
  if (was === undefined || was === value) return value;
  return `${was === '' ? 'empty' : was} → ${value === '' ? 'empty' : value}`;
}
