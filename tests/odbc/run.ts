import { spawn } from 'node:child_process';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { connectTo, databaseName, dialectIn, emptyDatabase, fillDatabase, tablesIn } from './server.ts';

/**
 * `npm run test:odbc`: the tests of everything that talks to Sage, against the server in PLUMBLINE_TEST_ODBC (with
 * PLUMBLINE_TEST_DIALECT=mssql), or over the SQLite driver without it. The database that it is given must be empty and is empty again
 * afterwards, whatever happens in between.
 */
const tests = ['tests/contracts/sageCompany', 'tests/integration/sageFaults', 'tests/integration/sagePages'];
/** A server answers more slowly than a file, and locks are waited for. */
const patience = ['--testTimeout=600000', '--hookTimeout=600000', '--no-file-parallelism'];

const say = (words: string) => process.stderr.write(`${words}\n`);

function vitest(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const program = ['node_modules/vitest/vitest.mjs', 'run', ...words];
    const child = spawn(process.execPath, program, { stdio: 'inherit', env });
    // A Ctrl+C reaches both this process and theirs; other signals reach only this one.
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGTERM'));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function overServer(connectionString: string): Promise<number> {
  const connection = await connectTo(connectionString);
  try {
    const database = await databaseName(connection);
    const found = await tablesIn(connection);
    if (found.length > 0) {
      const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
      say(`The database ${database} is not empty: it holds ${found.slice(0, 3).join(', ')}${more}.`);
      say('Create a new, empty database for the tests and name it in PLUMBLINE_TEST_ODBC.');
      return 2;
    }
    return await withSampleCompany(connection, connectionString, database);
  } finally {
    await connection.close();
  }
}

async function withSampleCompany(connection: SqlConnection, connectionString: string, database: string) {
  // Whoever stops it gets the database emptied all the same.
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  try {
    say(`Creating the sample company in ${database} …`);
    await fillDatabase(connection, dialectIn(database));
    if (isStopped) return 130;
    const env = { ...process.env, PLUMBLINE_TEST_ODBC: connectionString, PLUMBLINE_TEST_DATABASE: database };
    return await vitest([...tests, ...patience, ...process.argv.slice(2)], env);
  } finally {
    // The connection may have an open transaction, or be lost.
    await connection.close();
    const again = await connectTo(connectionString);
    await emptyDatabase(again);
    await again.close();
    say(`The database ${database} is empty again.`);
  }
}

const { PLUMBLINE_TEST_ODBC: connectionString, PLUMBLINE_TEST_DIALECT: kind } = process.env;
if (connectionString === undefined || connectionString === '') {
  process.exitCode = await vitest([...tests, ...process.argv.slice(2)], process.env);
} else if (kind !== 'mssql') {
  say(`PLUMBLINE_TEST_DIALECT is ${kind ?? 'missing'}; with PLUMBLINE_TEST_ODBC it must be mssql.`);
  process.exitCode = 2;
} else {
  process.exitCode = await overServer(connectionString);
}
