/**
 * Which ODBC driver to speak to SQL Server with. Only Microsoft's drivers are named: a free text could name a library file to load.
 */

/** Best first. The names are those under which they register themselves. */
export const sqlServerDrivers = [
  'ODBC Driver 18 for SQL Server',
  'ODBC Driver 17 for SQL Server',
  'ODBC Driver 13 for SQL Server',
  'ODBC Driver 11 for SQL Server',
  'SQL Server Native Client 11.0',
  'SQL Server',
] as const;
export type SqlServerDriver = (typeof sqlServerDrivers)[number];

/** The drivers registered on this computer, by their names, whatever they are for. */
export type InstalledDrivers = {
  /** Those that this program can load. */
  readonly usable: readonly string[];
  /** Those for programs of the other width (32-bit ones on Windows). */
  readonly otherWidth: readonly string[];
  /** Where they were looked for, in words. */
  readonly place: string;
};

export type DriverPick =
  | { readonly kind: 'found'; readonly driver: SqlServerDriver; readonly warning: DriverWarning | null }
  /** Only for programs of the other width. */
  | { readonly kind: 'otherWidth'; readonly driver: SqlServerDriver }
  | { readonly kind: 'missing'; readonly wanted: SqlServerDriver | 'automatic' };

export type DriverWarning = { readonly sentence: string; readonly remedy: string };

/**
 * Every Windows has it, and it describes parameters by guessing at the statement, which fails for most of ours (confidence med); so it is
 * never taken by itself.
 */
const ofWindows: SqlServerDriver = 'SQL Server';

/** The driver to use: the chosen one, or with `automatic` the best that is installed. */
export function pickDriver(choice: SqlServerDriver | 'automatic', installed: InstalledDrivers): DriverPick {
  const wanted = choice === 'automatic' ? sqlServerDrivers.filter((driver) => driver !== ofWindows) : [choice];
  const among = (names: readonly string[]) =>
    wanted.find((driver) => names.some((name) => name.toLowerCase() === driver.toLowerCase()));
  const usable = among(installed.usable);
  if (usable !== undefined) return { kind: 'found', driver: usable, warning: warningOf(usable) };
  const other = among(installed.otherWidth);
  return other === undefined ? { kind: 'missing', wanted: choice } : { kind: 'otherWidth', driver: other };
}

/** Drivers older than 17 still work; what they lack is told each time the connection is tested. */
export function warningOf(driver: SqlServerDriver): DriverWarning | null {
  if (isCurrent(driver)) return null;
  const lack =
    driver === ofWindows
      ? 'It comes with Windows for programs of the time of SQL Server 2000, and cannot be relied on for looking things up.'
      : 'Microsoft no longer mends it.';
  return {
    sentence: `The driver in use is the old “${driver}”. ${lack}`,
    remedy: 'Have Microsoft’s 64-bit “ODBC Driver 18 for SQL Server” installed on this computer.',
  };
}

/** Drivers that Microsoft maintains: 18 and 17. */
export function isCurrent(driver: SqlServerDriver): boolean {
  return driver === 'ODBC Driver 18 for SQL Server' || driver === 'ODBC Driver 17 for SQL Server';
}

/** Drivers that can encrypt strictly and be told the name in the certificate. */
export function isDriver18(driver: SqlServerDriver): boolean {
  return driver === 'ODBC Driver 18 for SQL Server';
}

/** What to do when no usable driver is there, by system. */
export function installWords(platform: 'windows' | 'other'): string {
  return platform === 'windows'
    ? 'Have IT install Microsoft’s 64-bit “ODBC Driver 18 for SQL Server” (search for that name at learn.microsoft.com), then test again.'
    : 'Have IT install Microsoft’s package msodbcsql18 for this system (learn.microsoft.com, “Install the Microsoft ODBC driver for SQL Server (Linux)”), then test again.';
}
