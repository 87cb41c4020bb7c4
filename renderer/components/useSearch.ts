import { useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/domain/failure.ts';

export type Search<T> = (text: string) => Promise<Result<readonly T[]>>;

export type Found<T> = {
  readonly status: 'idle' | 'searching' | 'ready' | 'failed';
  readonly options: readonly T[];
  /** Why there are none, when the search failed. */
  readonly problem: string;
};

/** A pause in typing, after which the engine is asked. */
const pauseMs = 120;

/** Searches while `text` is not null. Late answers never replace newer ones; the old list stays meanwhile. */
export function useSearch<T>(text: string | null, search: Search<T>): Found<T> {
  const [found, setFound] = useState<Found<T>>({ status: 'idle', options: [], problem: '' });
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    if (text === null) {
      setFound({ status: 'idle', options: [], problem: '' });
      return;
    }
    let superseded = false;
    setFound((before) => ({ ...before, status: 'searching' }));
    const timer = setTimeout(async () => {
      const answer = await latest.current(text);
      if (superseded) return;
      if (answer.ok) setFound({ status: 'ready', options: answer.value, problem: '' });
      else setFound({ status: 'failed', options: [], problem: answer.failure.sentence });
    }, pauseMs);
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
}
