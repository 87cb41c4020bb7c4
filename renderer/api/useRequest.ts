import { useCallback, useEffect, useRef, useState } from 'react';
import type { Topic } from '#shared/contract/events.ts';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useApi } from './ApiContext.tsx';

/** A burst of changes (one run of the engine) becomes one request. */
const settleMs = 80;

export type Requested<C extends ChannelName> = {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** The last good answer, kept while a newer one is on its way and when that one fails. */
  readonly value: ResponseOf<C> | null;
  readonly failure: Failure | null;
  /** A newer answer is on its way. */
  readonly refreshing: boolean;
  refresh(): void;
};

type State<C extends ChannelName> = Omit<Requested<C>, 'refresh'>;

/**
 * Asks the engine and asks again whenever it says that one of the topics changed. `null` asks nothing. The previous answer stays
 * while a different request is under way: give the component a `key` where another record must start empty.
 */
export function useRequest<C extends ChannelName>(
  channel: C,
  request: RequestOf<C> | null,
  topics: readonly Topic[],
): Requested<C> {
  const api = useApi();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State<C>>({ status: 'idle', value: null, failure: null, refreshing: false });
  const latest = useRef(request);
  latest.current = request;
  const key = JSON.stringify(request);
  const topicKey = topics.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the request's content, `turn` for a refresh
  useEffect(() => {
    const asked = latest.current;
    if (asked === null) {
      setState({ status: 'idle', value: null, failure: null, refreshing: false });
      return;
    }
    let superseded = false;
    setState((before) =>
      before.value === null ? { ...before, status: 'loading', failure: null } : { ...before, refreshing: true },
    );
    void api.request(channel, asked).then((answer) => {
      if (superseded) return;
      setState((before) =>
        answer.ok
          ? { status: 'ready', value: answer.value, failure: null, refreshing: false }
          : { status: 'failed', value: before.value, failure: answer.failure, refreshing: false },
      );
    });
    return () => {
      superseded = true;
    };
  }, [api, channel, key, turn]);

  useEffect(() => {
    if (topicKey === '') return;
    const wanted = topicKey.split(' ');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = api.onChanged((event) => {
      if (!event.topics.some((topic) => wanted.includes(topic))) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((count) => count + 1), settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [api, topicKey]);

  const refresh = useCallback(() => setTurn((count) => count + 1), []);
  return { ...state, refresh };
}
