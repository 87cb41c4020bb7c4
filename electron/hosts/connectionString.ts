import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { OdbcConfig } from './config.ts';
import type { Environment } from './secretNames.ts';

/** Milliseconds that the SQLite driver waits for a lock; without it 100 s. */
const sqliteLockMs = 5_000;

/**
 * The ODBC connection string of a configured company. Built from parts, every free text in braces, so that no value can add a keyword;
 * or taken whole from the environment variable that the configuration names.
 */
export function connectionString(
  config: OdbcConfig,
  password: string | null,
  environment: Environment,
): Result<string> {
  const { connection } = config;
  if ('fromEnvironment' in connection) {
    const text = environment[connection.fromEnvironment] ?? '';
    if (text !== '') return succeed(text);
    return fail(
      refusal(
        `The environment variable ${connection.fromEnvironment}, named by sage.connection.fromEnvironment, is not set.`,
        'Set it to the ODBC connection string in the environment that starts Plumbline.',
      ),
    );
  }
  if (config.dialect === 'sqlite') return sqliteString(connection.database);
  if (!('server' in connection)) throw new Error('A SQL Server connection has a server');
  const { driver, server, database, user, encrypt, trustServerCertificate } = connection;
  if (user !== undefined && password === null) {
    return fail(
      refusal(
        `There is no password for the SQL login ${user}.`,
        'Set the environment variable PLUMBLINE_SAGE_PASSWORD, or leave sage.connection.user out to use Windows authentication.',
      ),
    );
  }
  const login: readonly (readonly [string, string])[] =
    user === undefined
      ? [['Trusted_Connection', 'yes']]
      : [
          ['UID', braced(user)],
          ['PWD', braced(password ?? '')],
        ];
  return succeed(
    joined([
      ['Driver', braced(driver)],
      ['Server', braced(server)],
      ['Database', braced(database)],
      ...login,
      ['Encrypt', encrypt],
      ['TrustServerCertificate', trustServerCertificate ? 'yes' : 'no'],
      // What Sage's Database Administration is asked to approve: never the name of a Sage product.
      ['APP', braced('Plumbline')],
    ]),
  );
}

/** The SQLite driver knows no braces: what would need them is refused. */
function sqliteString(database: string): Result<string> {
  if (/[;{}]/.test(database)) {
    return fail(refusal(`sage.connection.database is ${database}; the path may not hold ; { or }.`, 'Move the file.'));
  }
  return succeed(
    joined([
      ['Driver', 'SQLite3'],
      ['Database', database],
      ['Timeout', String(sqliteLockMs)],
      ['FKSupport', '1'],
    ]),
  );
}

function braced(value: string): string {
  return `{${value.replaceAll('}', '}}')}}`;
}

function joined(parts: readonly (readonly [string, string])[]): string {
  return parts.map(([keyword, value]) => `${keyword}=${value};`).join('');
}

function refusal(sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code: 'config.sage', sentence, remedy };
}
