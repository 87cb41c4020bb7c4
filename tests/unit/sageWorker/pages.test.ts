import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '#shared/domain/failure.ts';
import type { SqlSageCompany } from '../../../electron/sage/company.ts';
import { frameLength } from '../../../electron/sage/worker/frames.ts';
import { createPages } from '../../../electron/sage/worker/pages.ts';

/** Reading the books: records of these lengths, so many to the page. */
function books(lengths: readonly number[], perPage: number) {
  let reads = 0;
  const records = lengths.map((length, index) => ({ key: String(index), text: 'x'.repeat(length) }));
  const readKeyed = (async (_kind: string, { after }: { after: string | null }) => {
    reads += 1;
    const start = after === null ? 0 : Number(after) + 1;
    const page = records.slice(start, start + perPage);
    const next = page.length < perPage ? null : (page.at(-1)?.key ?? null);
    return succeed({ records: page, keys: page.map(({ key }) => key), rowsRead: page.length, next });
  }) as unknown as SqlSageCompany['readKeyed'];
  return { records, readKeyed, reads: () => reads };
}

const encode = (answer: unknown) => JSON.stringify({ type: 'answer', id: 1, answer });

type Answer = {
  readonly answer: {
    readonly value: { readonly records: readonly unknown[]; readonly rowsRead: number; readonly next: string | null };
  };
};

describe('pages in pieces', () => {
  it('fit one frame each where a record does, and together are every record once, in order', async () => {
    const lengths = fc.array(fc.oneof(fc.nat(300), fc.nat(30_000), fc.constant(2 * frameLength)), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 15 }), fc.boolean(), async (all, perPage, forgetful) => {
        const { records, readKeyed, reads } = books(all, perPage);
        let pages = createPages(readKeyed, () => 0);
        const got: unknown[] = [];
        let rowsRead = 0;
        let after: string | null = null;
        do {
          // A worker that was replaced in between has kept nothing: any piece may be gone on from.
          if (forgetful) pages = createPages(readKeyed, () => 0);
          const text: string = await pages.read('job', { changedFrom: null, after }, encode);
          const { value } = (JSON.parse(text) as Answer).answer;
          if (text.length > frameLength) expect(value.records).toHaveLength(1);
          got.push(...value.records);
          rowsRead += value.rowsRead;
          after = value.next;
        } while (after !== null);
        expect(got).toEqual(records);
        if (forgetful) return;
        expect(rowsRead).toBe(records.length);
        expect(reads()).toBe(Math.floor(records.length / perPage) + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('are read anew when something else is asked for than what follows', async () => {
    const { readKeyed, reads } = books(Array(10).fill(40_000), 10);
    const pages = createPages(readKeyed, () => 0);
    const first = JSON.parse(await pages.read('job', { changedFrom: null, after: null }, encode)) as Answer;
    const { next } = first.answer.value;
    await pages.read('job', { changedFrom: '2026-01-01', after: next }, encode);
    const before = reads();
    await pages.read('vendor', { changedFrom: '2026-01-01', after: next }, encode);
    expect(reads()).toBeGreaterThan(before);
  });

  it('are read one ahead, while the engine works on what it got', async () => {
    const { records, readKeyed, reads } = books(Array(25).fill(10), 10);
    const pages = createPages(readKeyed, () => 0);
    const first = JSON.parse(await pages.read('job', { changedFrom: null, after: null }, encode)) as Answer;
    expect(reads()).toBe(2);
    const { next } = first.answer.value;
    const second = JSON.parse(await pages.read('job', { changedFrom: null, after: next }, encode)) as Answer;
    expect(second.answer.value.records).toEqual(records.slice(10, 20));
    expect(reads()).toBe(3);
  });

  it('that were read ahead are not handed out to a later pull, nor to one that asks for other changes', async () => {
    let now = 0;
    const { readKeyed, reads } = books(Array(25).fill(10), 10);
    const pages = createPages(readKeyed, () => now);
    const ask = (changedFrom: string | null, after: string | null) => pages.read('job', { changedFrom, after }, encode);
    await ask(null, null);
    now = 10_001;
    await ask(null, '9');
    // Again, and the one after it.
    expect(reads()).toBe(4);
    await ask('2026-01-01', '19');
    expect(reads()).toBe(5);
  });

  it('that failed when they were read ahead are read anew', async () => {
    const { records, readKeyed } = books(Array(25).fill(10), 10);
    let asked = 0;
    const failing = ((kind, query) => {
      asked += 1;
      const lost = { next: 'retry', code: 'sage.unreachable', sentence: 'Gone' } as const;
      return asked === 2 ? Promise.resolve(fail(lost)) : readKeyed(kind, query);
    }) as SqlSageCompany['readKeyed'];
    const pages = createPages(failing, () => 0);
    await pages.read('job', { changedFrom: null, after: null }, encode);
    const second = JSON.parse(await pages.read('job', { changedFrom: null, after: '9' }, encode)) as Answer;
    expect(second.answer.value.records).toEqual(records.slice(10, 20));
  });
});
