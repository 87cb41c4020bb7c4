import { notInstalledState, type SqlFailure } from '../connection.ts';
import { markerState, markersClosedState } from '../markers/table.ts';
import { rowsMissingState } from '../reader/counted.ts';
import { type ConnectKind, connectKind } from './connectKind.ts';

/** What went wrong while talking to Sage, sorted by what somebody has to do about it. */
export type Kind =
  | ConnectKind
  | 'notInstalled'
  | 'locked'
  | 'busy'
  | 'schema'
  | 'rights'
  | 'markers'
  | 'markersClosed'
  | 'data'
  | 'rowsMissing'
  | 'damaged'
  | 'bug'
  | 'unknown';

/** SQL Server's own error numbers. */
const lockedNumbers = new Set([1205, 1222]);
const busyNumbers = new Set([701, 845, 1204, 8645, 8651]);
const rightsNumbers = new Set([229, 230, 262, 297, 300, 916]);
const schemaNumbers = new Set([207, 208, 2812, 4104]);
const dataNumbers = new Set([220, 241, 242, 245, 248, 515, 544, 547, 2601, 2627, 2628, 8114, 8115, 8134, 8152]);

/** Recognises by SQLSTATE and number, which are the same in every language; by words only where there is neither. */
export function kindOf(failure: SqlFailure): Kind {
  const { state, native, phase } = failure;
  if (state === notInstalledState) return 'notInstalled';
  if (state === markerState) return 'markers';
  if (state === markersClosedState) return 'markersClosed';
  if (state === 'fence') return 'bug';
  if (state === 'unreadable') return 'data';
  if (state === rowsMissingState) return 'rowsMissing';
  const sqlite = sqliteName(failure);
  if (sqlite !== null) return sqliteKind(sqlite, failure.message);
  const connecting = connectKind(failure);
  if (connecting !== null) return connecting;
  if (native !== null) {
    if (lockedNumbers.has(native)) return 'locked';
    if (busyNumbers.has(native)) return 'busy';
    if (rightsNumbers.has(native)) return 'rights';
    if (schemaNumbers.has(native)) return 'schema';
    if (dataNumbers.has(native)) return 'data';
  }
  if (state === 'HYT00' || state === 'HYT01') return 'busy';
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
