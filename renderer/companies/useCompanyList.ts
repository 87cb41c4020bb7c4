import { useCallback, useEffect, useState } from 'react';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useHostApi } from '../api/HostApiContext.tsx';

/** A burst of changes (one run of an engine) becomes one request. */
const settleMs = 250;
/** While nothing answers it is asked again. */
const lostMs = 3_000;

export type CompanyList = {
  /** The last good answer. */
  readonly value: HostResponseOf<'companies.list'> | null;
  readonly failure: Failure | null;
  readonly refresh: () => void;
};

/** All companies, asked anew whenever one of them may stand differently. */
export function useCompanyList(): CompanyList {
  const host = useHostApi();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Omit<CompanyList, 'refresh'>>({ value: null, failure: null });
  const refresh = useCallback(() => setTurn((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` stands for a refresh
  useEffect(() => {
    let superseded = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void host.request('companies.list', {}).then((answer) => {
      if (superseded) return;
      if (!answer.ok) timer = setTimeout(refresh, lostMs);
      setState((before) =>
        answer.ok ? { value: answer.value, failure: null } : { value: before.value, failure: answer.failure },
      );
    });
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [host, turn, refresh]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = host.onChanged((event) => {
      if (!event.topics.includes('status')) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [host, refresh]);

  return { ...state, refresh };
}
