import { useCallback, useRef, useState } from 'react';
import type { HostChannel, HostRequestOf, HostResponseOf } from '#shared/contract/companies.ts';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';
import { useApi } from './ApiContext.tsx';
import { useHostApi } from './HostApiContext.tsx';

export type Running<Request, Response> = {
  run(request: Request): Promise<Result<Response>>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  clear(): void;
};
export type Act<C extends ChannelName> = Running<RequestOf<C>, ResponseOf<C>>;

/** One act of a person on a channel. `failure` is that of the last run until the next one starts or `clear` is called. */
export function useAct<C extends ChannelName>(channel: C): Act<C> {
  const api = useApi();
  return useRunning(useCallback((request: RequestOf<C>) => api.request(channel, request), [api, channel]));
}

/** The same on a channel of the installation. */
export function useHostAct<C extends HostChannel>(channel: C): Running<HostRequestOf<C>, HostResponseOf<C>> {
  const host = useHostApi();
  return useRunning(useCallback((request: HostRequestOf<C>) => host.request(channel, request), [host, channel]));
}

function useRunning<Request, Response>(
  ask: (request: Request) => Promise<Result<Response>>,
): Running<Request, Response> {
  const [running, setRunning] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turn = useRef(0);

  const run = useCallback(
    async (request: Request) => {
      turn.current += 1;
      const mine = turn.current;
      setRunning((count) => count + 1);
      setFailure(null);
      const answer = await ask(request);
      setRunning((count) => count - 1);
      if (mine === turn.current) setFailure(answer.ok ? null : answer.failure);
      return answer;
    },
    [ask],
  );
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy: running > 0, failure, clear };
}
