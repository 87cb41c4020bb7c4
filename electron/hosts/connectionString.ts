import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type InstalledDrivers, pickDriver, sqlServerDrivers } from '#shared/domain/sageDrivers.ts';
import { checkOdbcString } from '../sage/connection/odbcKeywords.ts';
import { sqlServerString } from '../sage/connection/sqlServerString.ts';
import type { OdbcConfig } from './config.ts';
import type { Environment } from './secretNames.ts';

/** Milliseconds that the SQLite driver waits for a lock; without it 100 s. */
const sqliteLockMs = 5_000;

export type ConnectionFacts = {
  readonly password: string | null;
  readonly passwordVariable: string;
  readonly environment: Environment;
  readonly drivers: InstalledDrivers;
};

/**
 * The ODBC connection string of a configured company. Built from parts, so that no value can add a keyword; or taken whole from the
 * environment variable that the configuration names, and then refused when it holds a keyword that does harm.
 */
export function connectionString(config: OdbcConfig, facts: ConnectionFacts): Result<string> {
  const { connection } = config;
  if ('fromEnvironment' in connection) return fromEnvironment(connection.fromEnvironment, config.dialect, facts);
  if (config.dialect === 'sqlite') return sqliteString(connection.database);
  if (!('server' in connection)) throw new Error('A SQL Server connection has a server');
  const { trustServerCertificate, ...parts } = connection;
  const pick = pickDriver(parts.driver, facts.drivers);
  // With none installed the driver manager is asked for one all the same: its refusal is explained where connections are.
  const wanted = parts.driver === 'automatic' ? sqlServerDrivers[0] : parts.driver;
  const driver = pick.kind === 'found' ? pick.driver : wanted;
  const { password, passwordVariable } = facts;
  return sqlServerString(parts, { driver, password, passwordVariable, trusted: trustServerCertificate });
}

function fromEnvironment(name: string, dialect: OdbcConfig['dialect'], { environment }: ConnectionFacts) {
  const text = environment[name] ?? '';
  if (text !== '') return checkOdbcString(text, dialect);
  return fail(
    refusal(
      `The environment variable ${name}, named by sage.connection.fromEnvironment, is not set.`,
      'Set it to the ODBC connection string in the environment that starts Plumbline.',
    ),
  );
}

/** The SQLite driver knows no braces: what would need them is refused. */
function sqliteString(database: string): Result<string> {
  if (/[;{}]/.test(database)) {
    return fail(refusal(`sage.connection.database is ${database}; the path may not hold ; { or }.`, 'Move the file.'));
  }
  return succeed(`Driver=SQLite3;Database=${database};Timeout=${sqliteLockMs};FKSupport=1;`);
}

function refusal(sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code: 'config.sage', sentence, remedy };
}
