import type { SqlConnection } from '../../electron/sage/connection.ts';
import type { Dialect } from '../../electron/sage/dialect/dialect.ts';
import { catalogAnswer } from '../contracts/catalogRows.ts';
import { reusing } from './reused.ts';
import { connectTo, dialectIn, isLookAlike, restoreDatabase } from './server.ts';

/** Sends nothing that could change a row. */
const reads = /^(?:SELECT|SET|DECLARE|EXEC)\b/;

/** The server that `npm run test:odbc` was pointed at; null over SQLite. */
export const serverUnderTest = fromEnvironment();

type ServerUnderTest = {
  readonly dialect: Dialect;
  /** The name of the next company: there is one database, and it gets its rows back when they may have changed since. */
  readonly fresh: () => string;
  readonly open: (name: string) => Promise<SqlConnection>;
};

function fromEnvironment(): ServerUnderTest | null {
  const { PLUMBLINE_TEST_ODBC: connectionString, PLUMBLINE_TEST_DATABASE: database } = process.env;
  // The second is set by tests/odbc/run.ts alone, around which what the tests need is made and removed again.
  if (connectionString === undefined || database === undefined) return null;
  const dialect = dialectIn(database);
  const connect = reusing(() => connectTo(connectionString));
  let names = 0;
  let current = '';
  // Whoever used it before, in another process, may have changed it.
  let changed = true;
  let restored: Promise<void> = Promise.resolve();
  const restore = async () => {
    const connection = await connect();
    await restoreDatabase(connection, dialect);
    await connection.close();
  };
  return {
    dialect,
    fresh: () => {
      names += 1;
      return `company ${names}`;
    },
    open: async (name) => {
      if (name !== current && changed) {
        changed = false;
        restored = restore();
      }
      current = name;
      await restored;
      const connection = await connect();
      const answer = (await isLookAlike(connectionString)) ? catalogAnswer : () => null;
      return {
        ...connection,
        query: async (sql, parameters) => {
          changed ||= !reads.test(sql);
          return answer(sql) ?? connection.query(sql, parameters);
        },
      };
    },
  };
}
