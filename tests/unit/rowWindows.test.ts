import { describe, expect, it } from 'vitest';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { createRowWindows, type RowPage } from '../../renderer/api/rowWindows.ts';

type Page = RowPage<string>;
const away: Failure = { next: 'retry', code: 'noAnswer', sentence: 'Plumbline does not answer.' };

/** A list whose pages arrive when the test says so. */
function scripted(total: number) {
  const asked: number[] = [];
  const pending: ((answer: Result<Page>) => void)[] = [];
  let length = total;
  const windows = createRowWindows<string, Page>((offset) => {
    asked.push(offset);
    return new Promise((resolve) => pending.push(resolve));
  });
  const page = (offset: number): Page => ({
    rows: Array.from({ length: Math.max(0, Math.min(200, length - offset)) }, (_, index) => `row ${offset + index}`),
    total: length,
  });
  let answered = 0;
  const answer = async (result?: Result<Page>): Promise<void> => {
    const offset = asked[answered] ?? 0;
    pending[answered]?.(result ?? succeed(page(offset)));
    answered += 1;
    await Promise.resolve();
    await Promise.resolve();
  };
  const setLength = (count: number): void => {
    length = count;
  };
  return { windows, asked, answer, setLength };
}

describe('a long list in windows', () => {
  it('fetches only what is on screen, at most two windows at once', async () => {
    const { windows, asked, answer } = scripted(100_000);
    windows.want(0, 900);
    expect(asked).toEqual([0, 200]);
    await answer();
    expect(asked).toEqual([0, 200, 400]);
    expect(windows.state().total).toBe(100_000);
    expect(windows.state().rowAt(7)).toBe('row 7');
    expect(windows.state().rowAt(450)).toBeUndefined();
  });

  it('fetches the next window before its first row is on screen', async () => {
    const { windows, asked, answer } = scripted(1_000);
    windows.want(0, 30);
    await answer();
    windows.want(130, 160);
    expect(asked).toEqual([0, 200]);
  });

  it('forgets the windows that were left long ago', async () => {
    const { windows, answer } = scripted(100_000);
    for (let window = 0; window < 20; window += 1) {
      windows.want(window * 200, window * 200 + 30);
      await answer();
    }
    expect(windows.state().rowAt(0)).toBeUndefined();
    expect(windows.state().rowAt(19 * 200)).toBe('row 3800');
    expect(windows.state().loaded().length).toBe(12 * 200);
  });

  it('shows what it had while everything is asked anew, and ignores the answers to older questions', async () => {
    const { windows, asked, answer } = scripted(300);
    windows.want(0, 30);
    await answer();
    windows.refresh();
    windows.refresh();
    expect(windows.state().rowAt(3)).toBe('row 3');
    expect(asked).toEqual([0, 0, 0]);
    await answer(succeed({ rows: ['old'], total: 1 }));
    expect(windows.state().total).toBe(300);
    await answer();
    expect(windows.state().status).toBe('ready');
  });

  it('asks again for every other window once the list has another length', async () => {
    const { windows, asked, answer, setLength } = scripted(1_000);
    windows.want(0, 250);
    await answer();
    await answer();
    setLength(999);
    windows.want(400, 430);
    await answer();
    windows.want(0, 30);
    expect(asked).toEqual([0, 200, 400, 200, 0]);
  });

  it('comes back from beyond the end when the list got short', async () => {
    const { windows, asked, answer, setLength } = scripted(1_000);
    windows.want(800, 830);
    setLength(10);
    await answer();
    await answer();
    await answer();
    expect(asked).toEqual([600, 800, 0]);
    expect(windows.state().rowAt(9)).toBe('row 9');
  });

  it('says why when nothing could be read, and recovers on refresh', async () => {
    const { windows, answer } = scripted(10);
    windows.want(0, 0);
    await answer(fail(away));
    expect(windows.state()).toMatchObject({ status: 'failed', failure: away });
    windows.refresh();
    await answer();
    expect(windows.state()).toMatchObject({ status: 'ready', total: 10, failure: null });
  });
});
