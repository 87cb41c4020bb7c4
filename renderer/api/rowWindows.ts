import type { Failure, Result } from '#shared/domain/failure.ts';

/** The engine hands out at most this many rows of most lists at once. */
export const mostRows = 200;
/** Enough to scroll back and forth without asking again; few enough that a list of any length stays small in memory. */
const windowsKept = 12;
/** More would only queue up in the engine while somebody drags the scroll bar. */
const mostAtOnce = 2;
/** Rows beyond the edge of the screen that are fetched before they are needed: about two screens. */
const ahead = 60;

export type RowPage<Row> = { readonly rows: readonly Row[]; readonly total: number };

export type WindowsState<Row, Page extends RowPage<Row>> = {
  readonly status: 'loading' | 'ready' | 'failed';
  /** The newest page as it came, for what comes with the rows (counts). */
  readonly page: Page | null;
  readonly total: number;
  readonly failure: Failure | null;
  /** The row at a place in the whole list, when its window is here. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Rows that are here, in the order of the list. */
  readonly loaded: () => readonly Row[];
};

export type RowWindows<Row, Page extends RowPage<Row>> = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => WindowsState<Row, Page>;
  /** Says which places are on screen; what is missing there is fetched. */
  readonly want: (first: number, last: number) => void;
  /** Everything may have changed: what is on screen is fetched anew and shown meanwhile. */
  readonly refresh: () => void;
};

/** One long list that is shown in part: fetched in windows on demand, few of them kept. One question, one list. */
export function createRowWindows<Row, Page extends RowPage<Row>>(
  fetchPage: (offset: number, limit: number) => Promise<Result<Page>>,
  windowSize = mostRows,
): RowWindows<Row, Page> {
  const windows = new Map<number, readonly Row[]>();
  const stale = new Set<number>();
  const failed = new Set<number>();
  const asked = new Set<number>();
  const listeners = new Set<() => void>();
  let wanted = { first: 0, last: 0 };
  let epoch = 0;

  const rowAt = (index: number): Row | undefined => windows.get(Math.floor(index / windowSize))?.[index % windowSize];
  const loaded = (): readonly Row[] => [...windows].sort(([a], [b]) => a - b).flatMap(([, rows]) => rows);
  let state: WindowsState<Row, Page> = { status: 'loading', page: null, total: 0, failure: null, rowAt, loaded };

  const publish = (change: Partial<WindowsState<Row, Page>>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const missing = (window: number): boolean => (!windows.has(window) || stale.has(window)) && !failed.has(window);

  const pump = (): void => {
    for (let window = wanted.first; window <= wanted.last && asked.size < mostAtOnce; window += 1) {
      if (missing(window) && !asked.has(window)) void ask(window);
    }
  };

  const ask = async (window: number): Promise<void> => {
    const mine = epoch;
    asked.add(window);
    const answer = await fetchPage(window * windowSize, windowSize);
    if (mine !== epoch) return;
    asked.delete(window);
    if (answer.ok) keep(window, answer.value);
    else {
      failed.add(window);
      publish({ status: windows.size === 0 ? 'failed' : 'ready', failure: answer.failure });
    }
    pump();
  };

  const keep = (window: number, page: Page): void => {
    // Another length means that rows have moved: whatever else is here may be out of place.
    if (state.page !== null && page.total !== state.total) for (const other of windows.keys()) stale.add(other);
    windows.delete(window);
    windows.set(window, page.rows);
    stale.delete(window);
    const last = Math.max(0, Math.ceil(page.total / windowSize) - 1);
    wanted = { first: Math.min(wanted.first, last), last: Math.min(wanted.last, last) };
    for (const other of windows.keys()) {
      const onScreen = other >= wanted.first && other <= wanted.last;
      if (other > last || (windows.size > windowsKept && !onScreen)) windows.delete(other);
    }
    publish({ status: 'ready', page, total: page.total, failure: failed.size === 0 ? null : state.failure });
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    want: (first, last) => {
      const end = state.page === null ? last : Math.min(last + ahead, Math.max(0, state.total - 1));
      wanted = {
        first: Math.floor(Math.max(0, first - ahead) / windowSize),
        last: Math.floor(Math.max(first, end) / windowSize),
      };
      pump();
    },
    refresh: () => {
      epoch += 1;
      asked.clear();
      failed.clear();
      for (const window of windows.keys()) stale.add(window);
      if (state.status === 'failed') publish({ status: 'loading', failure: null });
      pump();
    },
  };
}
