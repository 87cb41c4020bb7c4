import type { SqlConnection } from '../connection.ts';

/** Often enough for a watchdog that waits 45 s, seldom enough to cost nothing. */
const signEveryMs = 1_000;

/** Says `progress` at most once a second; `nowMs`: a monotonic clock. */
export function createSigns(progress: () => void, nowMs: () => number): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = nowMs();
    if (now - last < signEveryMs) return;
    last = now;
    progress();
  };
}

/** Opens a connection that gives a sign of life before each thing that is asked of the driver, connecting included. */
export async function withSigns(sign: () => void, open: () => Promise<SqlConnection>): Promise<SqlConnection> {
  sign();
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
