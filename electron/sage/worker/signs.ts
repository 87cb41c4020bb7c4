import type { SqlConnection } from '../connection.ts';

/** Often enough for a watchdog that waits 45 s, seldom enough to cost nothing. */
const signEveryMs = 1_000;

/** Gives a sign of life; `first`: of a run that begins, which is always told. */
export type Sign = (first?: boolean) => void;

/** Says `progress` at the beginning of every run, and then at most once a second; `nowMs`: a monotonic clock. */
export function createSigns(progress: () => void, nowMs: () => number): Sign {
  let last = Number.NEGATIVE_INFINITY;
  return (first = false) => {
    const now = nowMs();
    if (!first && now - last < signEveryMs) return;
    last = now;
    progress();
  };
}

/** Opens a connection that gives a sign of life before each thing that is asked of the driver, connecting included. */
export async function withSigns(sign: Sign, open: () => Promise<SqlConnection>): Promise<SqlConnection> {
  sign(true);
  const connection = await open();
  return {
    query: (sql, parameters) => {
      sign();
      return connection.query(sql, parameters);
    },
    begin: () => {
      sign();
      return connection.begin();
    },
    commit: () => {
      sign();
      return connection.commit();
    },
    rollback: () => {
      sign();
      return connection.rollback();
    },
    close: connection.close,
  };
}
