import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import { csvSink } from './csv.ts';
import { exportAll } from './exportAll.ts';
import type { ExportColumn, FetchPage } from './exportColumn.ts';
import { fileName, saveFile } from './saveFile.ts';
import { xlsxSink } from './xlsx.ts';

export type ExportFormat = 'xlsx' | 'csv';

export type ExportList<Row> = {
  /** Names the file and its sheet, e.g. `Change orders`; at most 31 characters, none of `[]/\:*?`. */
  readonly title: string;
  readonly columns: readonly ExportColumn<Row>[];
  readonly fetchPage: FetchPage<Row>;
  /** Where the engine hands out fewer rows at once than usual. */
  readonly pageSize?: number;
};

export type ExportState =
  | { readonly name: 'idle' }
  | { readonly name: 'running'; readonly done: number; readonly total: number | null }
  | { readonly name: 'done'; readonly rows: number; readonly moved: boolean; readonly file: string }
  | { readonly name: 'failed'; readonly failure: Failure };

/** Exports a whole list as one file. Leaving the screen cancels it. */
export function useExport<Row extends { readonly id: string }>(list: ExportList<Row>) {
  const [state, setState] = useState<ExportState>({ name: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (format: ExportFormat, today: string): Promise<void> => {
    const cancel = new AbortController();
    running.current = cancel;
    setState({ name: 'running', done: 0, total: null });
    const sink = format === 'csv' ? csvSink(list.columns) : xlsxSink(list.title, list.columns);
    const onProgress = (done: number, total: number): void => {
      if (!cancel.signal.aborted) setState({ name: 'running', done, total });
    };
    const exported = await exportAll(list.fetchPage, sink, cancel.signal, onProgress, list.pageSize);
    if (cancel.signal.aborted) return;
    if (exported.outcome === 'failed') return setState({ name: 'failed', failure: exported.failure });
    if (exported.outcome === 'cancelled') return setState({ name: 'idle' });
    const file = fileName(list.title, today, format);
    saveFile(exported.file, file);
    setState({ name: 'done', rows: exported.rows, moved: exported.moved, file });
  };

  const cancel = (): void => {
    running.current?.abort();
    setState({ name: 'idle' });
  };

  return { state, start, cancel, clear: () => setState({ name: 'idle' }) };
}
