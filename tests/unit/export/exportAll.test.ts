import { describe, expect, it } from 'vitest';
import { fail, succeed } from '#shared/domain/failure.ts';
import { csvSink } from '../../../renderer/export/csv.ts';
import { exportAll } from '../../../renderer/export/exportAll.ts';
import type { FetchPage } from '../../../renderer/export/exportColumn.ts';

type Row = { readonly id: string };
const rows = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: String(index) }));
const sink = () => csvSink<Row>([{ title: 'Id', kind: 'text', width: 8, value: (row) => row.id }]);
const listed =
  (all: readonly Row[]): FetchPage<Row> =>
  async (offset, limit) =>
    succeed({ rows: all.slice(offset, offset + limit), total: all.length });

describe('exporting a whole list', () => {
  it('fetches every page once and counts what is done', async () => {
    const progress: string[] = [];
    const exported = await exportAll(listed(rows(450)), sink(), new AbortController().signal, (done, total) =>
      progress.push(`${done}/${total}`),
    );
    expect(progress).toEqual(['200/450', '400/450', '450/450']);
    expect(exported).toMatchObject({ outcome: 'done', rows: 450, moved: false });
    if (exported.outcome === 'done') expect((await exported.file.text()).trim().split('\r\n')).toHaveLength(451);
  });

  it('writes no row twice and says so when the list moved meanwhile', async () => {
    const all = rows(300);
    let calls = 0;
    const exported = await exportAll<Row>(
      async (offset, limit) => {
        calls += 1;
        const now = calls === 1 ? all : [{ id: 'new' }, ...all];
        return succeed({ rows: now.slice(offset, offset + limit), total: now.length });
      },
      sink(),
      new AbortController().signal,
      () => undefined,
    );
    expect(exported).toMatchObject({ outcome: 'done', rows: 300, moved: true });
  });

  it('stops when cancelled, without a file', async () => {
    const cancel = new AbortController();
    const exported = await exportAll(listed(rows(1_000)), sink(), cancel.signal, (done) => {
      if (done === 400) cancel.abort();
    });
    expect(exported).toEqual({ outcome: 'cancelled' });
  });

  it('hands on the failure of a page', async () => {
    const failure = { next: 'retry', code: 'noAnswer', sentence: 'Plumbline does not answer.' } as const;
    const exported = await exportAll<Row>(
      async () => fail(failure),
      sink(),
      new AbortController().signal,
      () => {},
    );
    expect(exported).toEqual({ outcome: 'failed', failure });
  });
});
