import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Topic } from '#shared/contract/events.ts';
import type { Result } from '#shared/domain/failure.ts';
import { useApi } from './ApiContext.tsx';
import { createRowWindows, type RowPage, type WindowsState } from './rowWindows.ts';

/** A burst of changes (one run of the engine) becomes one request. */
const settleMs = 80;

export type Windows<Row, Page extends RowPage<Row>> = WindowsState<Row, Page> & {
  /** Rows of an earlier question are shown until the first answer to the new one is here. */
  readonly refreshing: boolean;
  readonly want: (first: number, last: number) => void;
  readonly refresh: () => void;
};

/**
 * A list of any length in windows. `question` names what is asked (filters and order): another one is another list. `fetchPage` is
 * the one of the newest rendering. Asks again whenever the engine says that one of the topics changed.
 */
export function useRowWindows<Row, Page extends RowPage<Row>>(
  question: string,
  fetchPage: (offset: number, limit: number) => Promise<Result<Page>>,
  topics: readonly Topic[],
  windowSize?: number,
): Windows<Row, Page> {
  const api = useApi();
  const latest = useRef(fetchPage);
  latest.current = fetchPage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` stands for everything that `fetchPage` asks
  const windows = useMemo(() => {
    const ask = latest.current;
    return createRowWindows<Row, Page>(ask, windowSize);
  }, [question, windowSize]);
  const state = useSyncExternalStore(windows.subscribe, windows.state);
  const [before, setBefore] = useState<WindowsState<Row, Page> | null>(null);
  useEffect(() => {
    windows.want(0, 0);
  }, [windows]);
  useEffect(() => {
    if (state.status !== 'loading') setBefore(state);
  }, [state]);

  const topicKey = topics.join(' ');
  useEffect(() => {
    const wanted = topicKey.split(' ');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = api.onChanged((event) => {
      if (!event.topics.some((topic) => wanted.includes(topic))) return;
      clearTimeout(timer);
      timer = setTimeout(windows.refresh, settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [api, topicKey, windows]);

  const want = useCallback((first: number, last: number) => windows.want(first, last), [windows]);
  const refreshing = state.status === 'loading' && before?.status === 'ready';
  return { ...(refreshing ? before : state), refreshing, want, refresh: windows.refresh };
}
