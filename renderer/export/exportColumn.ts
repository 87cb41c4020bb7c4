import type { Result } from '#shared/domain/failure.ts';

/** `typed`: a figure as somebody types it, with a minus and all its decimals. */
export type CellKind = 'text' | 'money' | 'whole' | 'date' | 'typed';

/** One column of an exported list. */
export type ExportColumn<Row> = {
  readonly title: string;
  /** What a spreadsheet shall see in it: money and whole numbers are numbers there, dates are dates. A sheet that is no list may differ by row. */
  readonly kind: CellKind | ((row: Row) => CellKind);
  /** In characters. */
  readonly width: number;
  /** Text whatever the kind: money `-1234.50`, dates `YYYY-MM-DD`; empty for nothing. */
  readonly value: (row: Row) => string;
};

/** Takes rows as they come and gives a file at the end, so that no list has to be in memory twice. */
export type ExportSink<Row> = {
  readonly add: (rows: readonly Row[]) => Promise<void>;
  readonly finish: () => Promise<Blob>;
  /** Gives up what was written so far. */
  readonly abandon: () => Promise<void>;
};

export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };
export type FetchPage<Row> = (offset: number, limit: number) => Promise<Result<Page<Row>>>;
