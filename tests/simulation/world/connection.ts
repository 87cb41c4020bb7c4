import { type SqlConnection, SqlFailure, type SqlParameter } from '../../../electron/sage/connection.ts';
import type { Server, Session } from '../sage/server.ts';
import { statementOf } from '../sage/statement.ts';
import { type Fault, failureAt } from './faults.ts';
import type { Process } from './process.ts';
import { blocked, type World } from './world.ts';

/** Connections of one process to the server, with everything that can happen on the way. */
export function connector(world: World, server: Server, process: Process): () => Promise<SqlConnection> {
  const ask = <T>(answer: () => T | typeof blocked, giveUp: () => T = never): Promise<T> =>
    world.ask({ alive: process.alive, answer, giveUp });
  const never = (): never => {
    throw new Error('Only a lock can take too long');
  };

  return () =>
    ask(() => {
      const fault = process.fault('open');
      if (fault === 'dieBefore') return process.die();
      if (fault === 'loginTimeout') world.pass(10_000);
      if (fault !== null && fault !== 'dieAfter') throw failureAt(fault);
      const connection = connectionOf(world, server.connect('plumbline'), process, ask);
      if (fault === 'dieAfter') return process.die();
      return connection;
    });
}

/** Only these set off triggers. */
const writes: ReadonlySet<string> = new Set(['insert', 'update', 'delete']);

type Ask = <T>(answer: () => T | typeof blocked, giveUp?: () => T) => Promise<T>;

function connectionOf(world: World, session: Session, process: Process, ask: Ask): SqlConnection {
  let open = true;
  let waiting = false;

  const end = (how: 'commit' | 'rollback') => {
    session[how]();
    world.wake();
  };
  /** Nobody is at the other end any more: the server finds out later, or has the commit still to do. */
  const abandon = (how: 'commit' | 'rollback', soon: boolean) => {
    open = false;
    process.forget(session);
    const { chance } = world;
    const late = !soon && (how === 'commit' || chance.happens(0.5));
    const delay = late ? chance.below(chance.happens(0.8) ? 9_000 : 90_000) : 0;
    world.disturb(world.now() + delay);
    if (delay === 0) end(how);
    else world.at(world.now() + delay, () => end(how));
  };
  process.remember(session, () => abandon('rollback', false));

  const whileOpen = () => {
    if (!open) throw new SqlFailure('query', '08003', null, 'The connection is closed');
  };
  const failBefore = (fault: Fault | null) => {
    if (fault === null || fault === 'dieAfter' || fault === 'endedUnnoticed') return;
    if (fault === 'dieBefore') process.die();
    if (fault === 'connectionLost') abandon('rollback', false);
    if (fault === 'timeout') world.pass(30_000);
    // XACT_ABORT: whatever fails ends the transaction.
    if (open) end('rollback');
    throw failureAt(fault);
  };

  return {
    query: (sql: string, parameters: readonly SqlParameter[] = []) => {
      const statement = statementOf(sql);
      return ask(
        () => {
          whileOpen();
          const fault = waiting ? null : process.fault('query');
          failBefore(fault);
          const answer = session.run(statement, parameters);
          waiting = 'blocked' in answer;
          if ('blocked' in answer) return blocked;
          world.trace(() => `${process.name} ${sql.slice(0, 70)} ${JSON.stringify(parameters).slice(0, 60)}`);
          if (fault === 'dieAfter') process.die();
          // A trigger rolled back: the statements that follow begin a transaction of their own.
          if (fault === 'endedUnnoticed' && writes.has(statement.does)) end('rollback');
          return answer;
        },
        () => {
          waiting = false;
          if (statement.does === 'grant') return [{ granted: '-1' }];
          end('rollback');
          throw failureAt('lockTimeout');
        },
      );
    },
    begin: async () => whileOpen(),
    commit: () =>
      ask(() => {
        whileOpen();
        commit(process.fault('commit'), { process, abandon, end });
      }),
    rollback: () =>
      ask(() => {
        whileOpen();
        failBefore(process.fault('query'));
        end('rollback');
      }),
    close: async () => {
      if (!open || !process.alive()) return;
      open = false;
      process.forget(session);
      end('rollback');
    },
  };
}

type Ends = {
  readonly process: Process;
  readonly end: (how: 'commit' | 'rollback') => void;
  readonly abandon: (how: 'commit' | 'rollback', soon: boolean) => void;
};

function commit(fault: Fault<'commit'> | null, { process, abandon, end }: Ends): void {
  if (fault === null || fault === 'dieAfter') end('commit');
  else if (fault === 'refused') end('rollback');
  else if (fault === 'lostApplied') abandon('commit', true);
  else if (fault === 'lostNotApplied') abandon('rollback', true);
  else if (fault === 'lostRolledBackLate') abandon('rollback', false);
  else if (fault === 'lostAppliedLate' || fault === 'dieAppliedLate') abandon('commit', false);
  if (fault === 'dieBefore' || fault === 'dieAfter' || fault === 'dieAppliedLate') process.die();
  if (fault !== null) throw failureAt(fault);
}
