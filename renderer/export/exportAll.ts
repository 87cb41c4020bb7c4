import type { Failure } from '#shared/domain/failure.ts';
import { mostRows } from '../api/rowWindows.ts';
import type { ExportSink, FetchPage } from './exportColumn.ts';

export type Exported =
  | { readonly outcome: 'done'; readonly file: Blob; readonly rows: number; readonly moved: boolean }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/**
 * Fetches a whole list, page by page, into a sink. `moved` in the result: rows came, went or changed places meanwhile, so that one
 * may be missing (none is in the file twice). `onProgress` gets rows done and rows in all.
 */
export async function exportAll<Row extends { readonly id: string }>(
  fetchPage: FetchPage<Row>,
  sink: ExportSink<Row>,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
  pageSize = mostRows,
): Promise<Exported> {
  const seen = new Set<string>();
  let total: number | null = null;
  let moved = false;
  let offset = 0;
  while (total === null || offset < total) {
    const answer = await fetchPage(offset, pageSize);
    if (signal.aborted) return give(sink, { outcome: 'cancelled' });
    if (!answer.ok) return give(sink, { outcome: 'failed', failure: answer.failure });
    const fresh = answer.value.rows.filter((row) => !seen.has(row.id));
    for (const row of fresh) seen.add(row.id);
    moved ||= fresh.length < answer.value.rows.length || (total !== null && total !== answer.value.total);
    total = answer.value.total;
    await sink.add(fresh);
    offset += pageSize;
    onProgress(Math.min(offset, total), total);
    if (answer.value.rows.length === 0) break;
  }
  return { outcome: 'done', file: await sink.finish(), rows: seen.size, moved: moved || seen.size !== total };
}

async function give<Row>(sink: ExportSink<Row>, result: Exported): Promise<Exported> {
  await sink.abandon();
  return result;
}
