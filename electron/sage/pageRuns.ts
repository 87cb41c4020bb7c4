import type { Clock } from '../engine/ports/runtime.ts';
import type { SqlConnection } from './connection.ts';

/** Whoever reads a table asks for its next page within milliseconds: after so long nobody will. */
const idleMs = 5_000;

/**
 * The connection that the pages of one run share: opening and closing one costs a fifth of a page. It is closed after the last page, at
 * any failure, before anything else is asked of the database, and when no page is asked for in a while. Used inside the company's
 * mutex only.
 */
export type PageRuns = {
  /** The connection of the run that goes on; null when there is none. It is the caller's from then on. */
  readonly take: () => SqlConnection | null;
  /** For the next page. */
  readonly keep: (connection: SqlConnection) => Promise<void>;
  readonly end: () => Promise<void>;
};

/** `after`: null where nothing is to be kept. `alone`: the company's mutex. */
export function createPageRuns(
  after: Clock['after'] | null,
  alone: (work: () => Promise<void>) => Promise<void>,
): PageRuns {
  let kept: { readonly connection: SqlConnection; readonly cancel: () => void } | null = null;
  const take = () => {
    const taken = kept;
    kept = null;
    taken?.cancel();
    return taken?.connection ?? null;
  };
  const end = async () => take()?.close();
  return {
    take,
    keep: async (connection) => {
      if (after === null) return connection.close();
      kept = { connection, cancel: after(idleMs, () => void alone(end)) };
    },
    end,
  };
}
