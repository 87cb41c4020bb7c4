import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostChannel, HostRequestOf, HostResponseOf } from '#shared/contract/companies.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useHostApi } from './HostApiContext.tsx';

export type HostRequested<C extends HostChannel> = {
  /** The last good answer. */
  readonly value: HostResponseOf<C> | null;
  readonly failure: Failure | null;
  readonly refresh: () => void;
};

/** Asks the installation, and again whenever another question is put or something of it may have changed. */
export function useHostRequest<C extends HostChannel>(channel: C, request: HostRequestOf<C>): HostRequested<C> {
  const host = useHostApi();
  const latest = useRef(request);
  latest.current = request;
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Omit<HostRequested<C>, 'refresh'>>({ value: null, failure: null });
  const refresh = useCallback(() => setTurn((count) => count + 1), []);

  const key = JSON.stringify(request);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the request's content, `turn` for a refresh
  useEffect(() => {
    let superseded = false;
    void host.request(channel, latest.current).then((answer) => {
      if (superseded) return;
      setState((before) =>
        answer.ok ? { value: answer.value, failure: null } : { value: before.value, failure: answer.failure },
      );
    });
    return () => {
      superseded = true;
    };
  }, [host, channel, key, turn]);

  useEffect(
    () =>
      host.onChanged(({ company }) => {
        if (company === null) refresh();
      }),
    [host, refresh],
  );

  return { ...state, refresh };
}
