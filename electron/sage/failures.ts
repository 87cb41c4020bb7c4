import type { Failure } from '#shared/domain/failure.ts';
import { notInstalledState } from './connection/odbc.ts';
import { SqlFailure } from './connection.ts';

/** What the sentences name. */
export type FailureWords = { readonly company: string; readonly server: string };

type Kind =
  | 'notInstalled'
  | 'driverMissing'
  | 'applicationRefused'
  | 'login'
  | 'companyMissing'
  | 'unreachable'
  | 'locked'
  | 'busy'
  | 'schema'
  | 'rights'
  | 'data'
  | 'damaged'
  | 'bug'
  | 'unknown';

/** The failure for people of whatever went wrong while talking to Sage. Never holds a connection string or a secret. */
export function failureOf(error: unknown, words: FailureWords): Failure {
  const detail = detailOf(error);
  return { ...inWords(error instanceof SqlFailure ? kindOf(error) : 'bug', words), detail };
}

/** SQL Server's own error numbers. */
const loginNumbers = new Set([18452, 18456, 18470, 18486, 18487, 18488]);
const lockedNumbers = new Set([1205, 1222]);
const busyNumbers = new Set([701, 845, 1204, 8645, 8651, 921, 922, 924, 927]);
const rightsNumbers = new Set([229, 230, 262, 297, 300, 916]);
const schemaNumbers = new Set([207, 208, 2812, 4104]);
const dataNumbers = new Set([220, 241, 242, 245, 248, 515, 544, 547, 2601, 2627, 2628, 8114, 8115, 8134, 8152]);

function kindOf(failure: SqlFailure): Kind {
  const { state, native, phase } = failure;
  if (state === notInstalledState) return 'notInstalled';
  if (state === 'fence') return 'bug';
  if (state === 'unreadable') return 'data';
  const sqlite = sqliteName(failure);
  if (sqlite !== null) return sqliteKind(sqlite, failure.message);
  if (['IM002', 'IM003', 'IM004'].includes(state) || /can't open lib/i.test(failure.message)) return 'driverMissing';
  if (native === 17892) return 'applicationRefused';
  if (native === 4060 || native === 911) return 'companyMissing';
  if (native !== null) {
    if (loginNumbers.has(native)) return 'login';
    if (lockedNumbers.has(native)) return 'locked';
    if (busyNumbers.has(native)) return 'busy';
    if (rightsNumbers.has(native)) return 'rights';
    if (schemaNumbers.has(native)) return 'schema';
    if (dataNumbers.has(native)) return 'data';
  }
  if (state === '28000') return 'login';
  if (state.startsWith('08') || state.startsWith('IMC0')) return 'unreachable';
  if (state === 'HYT00' || state === 'HYT01') return phase === 'connect' ? 'unreachable' : 'busy';
  if (state === '40001') return 'locked';
  if (state.startsWith('22') || state.startsWith('23')) return 'data';
  if (state === '42S02' || state === '42S22') return 'schema';
  return phase === 'connect' ? 'unreachable' : 'unknown';
}

/** SQLite result codes as its ODBC driver numbers them. */
const sqliteNumbers: Readonly<Record<number, string>> = {
  1: 'SQLITE_ERROR',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  11: 'SQLITE_CORRUPT',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
};

function sqliteName({ state, native, message }: SqlFailure): string | null {
  if (state.startsWith('SQLITE_')) return state;
  if (!message.startsWith('[SQLite]') || native === null) return null;
  return sqliteNumbers[native] ?? 'SQLITE_ERROR';
}

function sqliteKind(name: string, message: string): Kind {
  if (name.startsWith('SQLITE_BUSY') || name.startsWith('SQLITE_LOCKED')) return 'locked';
  if (name.startsWith('SQLITE_CONSTRAINT')) return 'data';
  if (name.startsWith('SQLITE_READONLY')) return 'rights';
  if (name.startsWith('SQLITE_CANTOPEN')) return 'companyMissing';
  if (name.startsWith('SQLITE_CORRUPT') || name.startsWith('SQLITE_NOTADB')) return 'damaged';
  return /no such (table|column)/.test(message) ? 'schema' : 'unknown';
}

function inWords(kind: Kind, { company, server }: FailureWords): Failure {
  switch (kind) {
    case 'notInstalled':
      return {
        next: 'needsPerson',
        code: 'odbc.notInstalled',
        sentence: `Plumbline cannot reach ${server}: its ODBC part is not installed on this computer.`,
        remedy:
          'On Linux install unixODBC with its development headers, then run npm install again; on Windows repair the installation. The sample company works without it.',
      };
    case 'driverMissing':
      return {
        next: 'needsPerson',
        code: 'sage.driverMissing',
        sentence: `Plumbline cannot reach ${server}: the ODBC driver named in the settings is not on this computer.`,
        remedy: 'Install the 64-bit "ODBC Driver 18 for SQL Server" from Microsoft, or choose an installed driver.',
      };
    case 'applicationRefused':
      return {
        next: 'needsPerson',
        code: 'sage.applicationRefused',
        sentence: `${server} refuses Plumbline: it is not on Sage's list of approved applications.`,
        remedy:
          'In Sage Database Administration open Advanced Settings, Advanced SQL Server Settings, Edit Approvals, and tick Plumbline.',
      };
    case 'login':
      return {
        next: 'needsPerson',
        code: 'sage.login',
        sentence: `${server} refused the login for company ${company}.`,
        remedy: 'Check the user and password (or the Windows user) in the Sage connection settings.',
      };
    case 'companyMissing':
      return {
        next: 'needsPerson',
        code: 'sage.companyMissing',
        sentence: `Company ${company} cannot be opened on ${server}.`,
        remedy: 'Check the company name in the Sage connection settings, and that this login may open it.',
      };
    case 'unreachable':
      return {
        next: 'retry',
        code: 'sage.unreachable',
        sentence: `${server} does not answer.`,
        remedy: 'Check that the server is switched on and reachable; Plumbline tries again by itself.',
      };
    case 'locked':
      return {
        next: 'retry',
        code: 'sage.locked',
        sentence: `Somebody else is just saving in company ${company}; nothing was changed.`,
        remedy: 'Plumbline tries again by itself.',
      };
    case 'busy':
      return {
        next: 'retry',
        code: 'sage.busy',
        sentence: `${server} is busy and did not finish in time; nothing was changed.`,
        remedy: 'Plumbline tries again by itself.',
      };
    case 'schema':
      return {
        next: 'needsPerson',
        code: 'sage.schema',
        sentence: `Company ${company} lacks a table or column that Plumbline needs.`,
        remedy:
          'Check that this is a Sage 100 Contractor company of a supported version, and that it is the right one.',
      };
    case 'rights':
      return {
        next: 'needsPerson',
        code: 'sage.rights',
        sentence: `The login may not do this in company ${company}.`,
        remedy: "Ask the Sage administrator to grant Plumbline's rights to this login.",
      };
    case 'data':
      return {
        next: 'needsPerson',
        code: 'sage.data',
        sentence: `Company ${company} did not accept a value, or holds one that Plumbline cannot read; nothing was changed.`,
        remedy: 'Look at the details, correct the value, and try again.',
      };
    case 'damaged':
      return {
        next: 'needsPerson',
        code: 'sage.damaged',
        sentence: `The database of company ${company} cannot be read: the file is damaged or is no database.`,
        remedy: 'Restore it from a backup; the sample company can be created anew.',
      };
    case 'bug':
      return {
        next: 'bug',
        code: 'sage.bug',
        sentence: `Plumbline made a mistake while working with company ${company}; nothing was changed.`,
        remedy: 'Please report it with the details.',
      };
    case 'unknown':
      return {
        next: 'needsPerson',
        code: 'sage.unknown',
        sentence: `${server} answered with an error that Plumbline does not know; nothing was changed.`,
        remedy: 'Try again; if it happens again, send the details to support.',
      };
  }
}

const longestDetail = 300;

/** Codes and the server's words, without anything that looks like a part of a connection string. */
function detailOf(error: unknown): string {
  if (!(error instanceof SqlFailure)) return error instanceof Error ? error.message.slice(0, longestDetail) : '';
  const codes = [error.phase, error.state, error.native ?? ''].filter((part) => part !== '').join(' ');
  const words = error.message.replace(/\b(pwd|password|uid|user id)\s*=\s*(\{[^}]*\}|[^;\s]*)/gi, '$1=…');
  return `${codes}: ${words}`.slice(0, longestDetail);
}
