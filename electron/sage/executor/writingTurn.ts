import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';
import { isTaken, lockRefused } from './lock.ts';

/**
 * The turn to write to a company: an application lock of a session, so that two computers never write to the same books beside each
 * other. It has a connection of its own for as long as a run writes, because every plan has another one; whoever dies gives it up. It
 * stands beside the lock of the job that each plan takes in its transaction, and under another name. Reading takes no turn: whatever
 * two computers read at once, each keeps to itself.
 * Use inside the company's mutex only.
 */
export type WritingTurn = {
  /** Takes it, or makes sure that it is still ours. Fails with `retry` at once where another has it. Throws `SqlFailure`. */
  readonly take: () => Promise<Result<null>>;
  /** Whether the turn was taken and is still ours. Where it is not it is given up: by now another may have had it, and written. */
  readonly keep: () => Promise<boolean>;
  readonly end: () => Promise<void>;
};

export function createWritingTurn(
  open: () => Promise<SqlConnection>,
  { turn }: Pick<Dialect, 'turn'>,
  companyName: string,
): WritingTurn {
  let held: SqlConnection | null = null;
  const end = async () => {
    const connection = held;
    held = null;
    await connection?.close();
  };
  const isStillOurs = async (connection: SqlConnection, sql: string): Promise<boolean> => {
    try {
      const [row] = await connection.query(sql);
      return row !== undefined && textAt(row, 'held') === 'Exclusive';
    } catch {
      // A connection that is gone has given the lock up.
      return false;
    }
  };
  return {
    take: async () => {
      if (turn === null) return succeed(null);
      if (held !== null && (await isStillOurs(held, turn.held))) return succeed(null);
      await end();
      const connection = await open();
      try {
        const [row] = await connection.query(turn.grant);
        const granted = row === undefined ? null : textAt(row, 'granted');
        if (granted !== '0') {
          await connection.close();
          return fail(isTaken(granted) ? anotherWrites(companyName) : lockRefused(companyName, granted));
        }
      } catch (error) {
        await connection.close();
        throw error;
      }
      held = connection;
      return succeed(null);
    },
    keep: async () => {
      if (turn === null || (held !== null && (await isStillOurs(held, turn.held)))) return true;
      await end();
      return false;
    },
    end,
  };
}

/** What is in Sage was looked at before the turn was lost: it has to be looked at again before anything is written. */
export function turnLost(company: string): Failure {
  return {
    next: 'retry',
    code: 'sage.turnLost',
    sentence: `The turn to write to ${company} was lost, so that nothing was written: Sage is compared again first.`,
    remedy: 'Plumbline tries again by itself.',
  };
}

function anotherWrites(company: string): Failure {
  return {
    next: 'retry',
    code: 'sage.otherPlumbline',
    sentence: `Another Plumbline is just writing to ${company}, so that this one wrote nothing; it goes on at its next turn.`,
    remedy: `If this comes back, two computers are set up for ${company}: leave it on one of them.`,
  };
}
