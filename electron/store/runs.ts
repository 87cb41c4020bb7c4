import { runSchema } from '#shared/domain/records.ts';
import type { Store } from '../engine/ports/store.ts';
import { instantKey } from './instants.ts';
import { readAll, readOne, type Scope } from './scope.ts';

const source = 'store.run';

/** Runs of both sides and of the push, in the order in which they were added. */
export function createRuns(scope: Scope): Store['runs'] {
  const { db, company } = scope;
  const columns = 'SELECT CAST(number AS TEXT) AS key, payload FROM runs WHERE company = ?';
  return {
    add: (run) => {
      db.run(
        `INSERT INTO runs (company, number, side, outcome, ended_at, payload)
         VALUES (?, 1 + coalesce((SELECT number FROM runs WHERE company = ? ORDER BY number DESC LIMIT 1), 0), ?, ?, ?, ?)`,
        company,
        company,
        run.side,
        run.outcome,
        instantKey(run.endedAt),
        JSON.stringify(run),
      );
    },
    // A run that began before the instant and ended after it belongs to the time shown.
    since: (instant) =>
      readAll(
        scope,
        runSchema,
        source,
        db.all(`${columns} AND ended_at >= ? ORDER BY number`, company, instantKey(instant)),
      ),
    last: (side) =>
      readOne(scope, runSchema, source, db.get(`${columns} AND side = ? ORDER BY number DESC LIMIT 1`, company, side)),
    lastGood: (side) =>
      readOne(
        scope,
        runSchema,
        source,
        db.get(`${columns} AND side = ? AND outcome = 'ok' ORDER BY number DESC LIMIT 1`, company, side),
      ),
    lastHeard: (side) =>
      readOne(
        scope,
        runSchema,
        source,
        db.get(`${columns} AND side = ? AND outcome <> 'failed' ORDER BY number DESC LIMIT 1`, company, side),
      ),
  };
}
