import { useCallback, useRef, useState } from 'react';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';
import { useApi } from './ApiContext.tsx';

export type Act<C extends ChannelName> = {
  run(request: RequestOf<C>): Promise<Result<ResponseOf<C>>>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  clear(): void;
};

/** One act of a person on a channel. `failure` is that of the last run until the next one starts or `clear` is called. */
export function useAct<C extends ChannelName>(channel: C): Act<C> {
  const api = useApi();
  const [running, setRunning] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turn = useRef(0);

  const run = useCallback(
    async (request: RequestOf<C>) => {
      turn.current += 1;
      const mine = turn.current;
      setRunning((count) => count + 1);
      setFailure(null);
      const answer = await api.request(channel, request);
      setRunning((count) => count - 1);
      if (mine === turn.current) setFailure(answer.ok ? null : answer.failure);
      return answer;
    },
    [api, channel],
  );
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy: running > 0, failure, clear };
}
