import { useMemo } from 'react';
import type { TransferView } from '#shared/contract/queue.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { useRequest } from '../../api/useRequest.ts';
import { officeDays } from '../../components/officeDays.ts';
import { useAppStore } from '../../store/StoreContext.tsx';
import { useNow } from '../../store/useNow.ts';
import type { QueueFilter } from './queueRoute.ts';
import { openStates } from './stateWords.ts';

export const pageSize = 100;
/** Of what was written lately, the engine hands out at most this many. */
const mostDone = 200;

export type Queue = {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly rows: readonly TransferView[];
  readonly total: number;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly doneToday: number | null;
  readonly failure: Failure | null;
  readonly refreshing: boolean;
  readonly refresh: () => void;
};

/** Transfers that are not finished, or those written today; with counts of both. */
export function useQueue({ state, search }: QueueFilter, offset: number): Queue {
  const states = state === '' || state === 'done' ? [...openStates] : [state];
  const open = useRequest('queue.list', { states, search, offset, limit: pageSize }, ['transfers']);
  const done = useRequest('queue.list', { states: ['done'], search, offset: 0, limit: mostDone }, ['transfers']);
  const timeZone = useAppStore((app) => app.info?.timeZone);
  const now = useNow();
  const days = useMemo(() => officeDays(timeZone), [timeZone]);
  const today = days.date(now);
  const doneRows = done.value?.rows.filter((row) => row.state.name === 'done' && days.date(row.state.at) === today);
  const shown = state === 'done' ? done : open;
  return {
    status: shown.value !== null ? 'ready' : shown.status === 'failed' ? 'failed' : 'loading',
    rows: state === 'done' ? (doneRows ?? []) : (open.value?.rows ?? []),
    total: state === 'done' ? (doneRows?.length ?? 0) : (open.value?.total ?? 0),
    counts: open.value?.counts ?? null,
    doneToday: doneRows?.length ?? null,
    failure: shown.failure,
    refreshing: shown.refreshing,
    refresh: shown.refresh,
  };
}
