import { fail, type Result } from '#shared/domain/failure.ts';
import type { SageConnection } from '#shared/domain/sageConnection.ts';
import { isDriver18, type SqlServerDriver } from '#shared/domain/sageDrivers.ts';
import { applicationName } from './odbcKeywords.ts';
import { type OdbcAttribute, writeOdbcString } from './odbcString.ts';

export type SqlServerLogin = {
  readonly driver: SqlServerDriver;
  /** Null: none is stored. */
  readonly password: string | null;
  /** The environment variable that may set it, for the message. */
  readonly passwordVariable: string;
  /** Whether somebody has decided to accept this server's certificate unchecked. */
  readonly trusted: boolean;
};

/**
 * The connection string for SQL Server: built from these keywords and no others. All stand in Microsoft's published table for drivers 17
 * and 18 (learn.microsoft.com/sql/connect/odbc/dsn-connection-string-attribute); the older drivers get only those that they know.
 * Refuses a SQL login without password, and what the driver cannot do.
 */
export function sqlServerString(connection: SageConnection, login: SqlServerLogin): Result<string> {
  const { server, database, user, encrypt, certificateName } = connection;
  const { driver, password, passwordVariable, trusted } = login;
  if (user !== undefined && password === null) {
    return refuse(
      `There is no password for the SQL login ${user}.`,
      `Enter it under Settings, Sage 100 Contractor, or set the environment variable ${passwordVariable}; without a user Windows authentication is used.`,
    );
  }
  const newer =
    encrypt === 'strict' ? 'Strict encryption' : certificateName === undefined ? null : 'Naming the certificate';
  if (newer !== null && !isDriver18(driver)) {
    return refuse(
      `${newer} needs “ODBC Driver 18 for SQL Server”; the driver in use is “${driver}”.`,
      'Have driver 18 installed, or choose another encryption.',
    );
  }
  const attributes: readonly (OdbcAttribute | null)[] = [
    // First, so that nothing after it can name another one.
    { keyword: 'Driver', value: driver },
    { keyword: 'Server', value: server },
    { keyword: 'Database', value: database },
    ...(user === undefined
      ? [{ keyword: 'Trusted_Connection', value: 'yes' }]
      : [
          { keyword: 'UID', value: user },
          { keyword: 'PWD', value: password ?? '' },
        ]),
    // Left out, driver 18 takes yes and driver 17 no.
    { keyword: 'Encrypt', value: encrypt },
    driver === 'SQL Server' ? null : { keyword: 'TrustServerCertificate', value: trusted ? 'yes' : 'no' },
    certificateName === undefined ? null : { keyword: 'HostNameInCertificate', value: certificateName },
    // The driver would restore a lost idle connection by itself, without the session's settings: connecting anew is ours.
    driver === 'SQL Server' || driver === 'SQL Server Native Client 11.0'
      ? null
      : { keyword: 'ConnectRetryCount', value: '0' },
    // Figures and dates as SQL Server writes them, not as this computer's region does.
    { keyword: 'Regional', value: 'no' },
    { keyword: 'APP', value: applicationName },
  ];
  return writeOdbcString(attributes.filter((one) => one !== null));
}

function refuse(sentence: string, remedy: string): Result<never> {
  return fail({ next: 'needsPerson', code: 'config.sage', sentence, remedy });
}
