import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import type { Step } from '#shared/domain/plan.ts';
import { useApi } from '../../../api/ApiContext.tsx';

export type CodeNames = Readonly<Record<string, string>>;

type Read = { readonly hash: string; readonly steps: readonly Step[]; readonly codeNames: CodeNames };
const nothingRead: Omit<Read, 'hash'> = { steps: [], codeNames: {} };

/** Row writes come in windows of at most 50. */
const windowSize = 50;

export type PlanSteps = {
  readonly steps: readonly Step[];
  /** The names of their cost codes. */
  readonly codeNames: CodeNames;
  readonly total: number;
  readonly loading: boolean;
  readonly failure: Failure | null;
  /** Reads the next window; does nothing when all are there. */
  readonly more: () => void;
};

/** The row writes of the plan with this hash, read window by window. Another hash starts afresh. */
export function usePlanSteps(id: string, hash: string, total: number): PlanSteps {
  const api = useApi();
  const [read, setRead] = useState<Read>({ hash, steps: [], codeNames: {} });
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const newest = useRef(hash);
  newest.current = hash;
  const { steps, codeNames } = read.hash === hash ? read : nothingRead;

  const load = useCallback(
    async (before: readonly Step[]) => {
      setLoading(true);
      setFailure(null);
      const answer = await api.request('plans.steps', { id, offset: before.length, limit: windowSize });
      if (newest.current !== hash) return;
      setLoading(false);
      if (answer.ok) {
        const { steps: some, codeNames: names } = answer.value;
        setRead((known) => ({ hash, steps: [...before, ...some], codeNames: { ...known.codeNames, ...names } }));
      } else setFailure(answer.failure);
    },
    [api, id, hash],
  );
  useEffect(() => {
    void load([]);
  }, [load]);
  const more = useCallback(() => {
    if (!loading && steps.length > 0 && steps.length < total) void load(steps);
  }, [loading, load, steps, total]);
  return { steps, codeNames, total, loading, failure, more };
}
