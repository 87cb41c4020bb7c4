import { type SqlConnection, SqlFailure } from '../../electron/sage/connection.ts';

/**
 * Connections that are used again after they were closed, as long as nothing went wrong on them and no transaction is open: servers
 * that only look like SQL Server take seconds for the first statements of each.
 */
export function reusing(connect: () => Promise<SqlConnection>): () => Promise<SqlConnection> {
  const idle: SqlConnection[] = [];
  return async () => handle(idle.pop() ?? (await connect()), idle);
}

function handle(connection: SqlConnection, idle: SqlConnection[]): SqlConnection {
  let state: 'idle' | 'transaction' | 'failed' | 'closed' = 'idle';
  const using = async <T>(work: () => Promise<T>, after?: 'idle' | 'transaction'): Promise<T> => {
    if (state === 'closed') throw new SqlFailure('query', '08003', null, 'The connection is closed');
    const before = state;
    state = 'failed';
    const result = await work();
    state = before === 'failed' ? 'failed' : (after ?? before);
    return result;
  };
  return {
    query: (sql, parameters) => using(() => connection.query(sql, parameters)),
    begin: () => using(() => connection.begin(), 'transaction'),
    commit: () => using(() => connection.commit(), 'idle'),
    rollback: () => using(() => connection.rollback(), 'idle'),
    close: async () => {
      if (state === 'closed') return;
      const clean = state === 'idle';
      state = 'closed';
      if (clean) idle.push(connection);
      else await connection.close();
    },
  };
}
