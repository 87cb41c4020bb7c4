import { describe, expect, it } from 'vitest';
import type { InstalledDrivers } from '#shared/domain/sageDrivers.ts';
import { wayOf } from '../../electron/sage/connectionTest/way.ts';

const installed: InstalledDrivers = {
  usable: ['SQLite3', 'ODBC Driver 18 for SQL Server', 'SQL Server'],
  otherWidth: [],
  place: 'the list',
};
const way = (text: string, drivers = installed, platform: NodeJS.Platform = 'win32') =>
  wayOf(text, 'mssql', drivers, platform);

describe('what can be told about the driver before connecting', () => {
  it.each([
    ['Driver={ODBC Driver 18 for SQL Server}', 'ok', 'The driver is “ODBC Driver 18 for SQL Server”.'],
    ['Driver={SQL Server}', 'warn', 'the old “SQL Server”'],
    [
      'Driver={ODBC Driver 17 for SQL Server}',
      'fail',
      'There is no driver “ODBC Driver 17 for SQL Server” in the list',
    ],
    ['Driver=Sqlite3', 'ok', 'The driver is “Sqlite3”.'],
    ['Driver=Nothing', 'fail', 'Installed are: SQLite3, ODBC Driver 18 for SQL Server, SQL Server.'],
    ['Driver=/opt/lib/libtdsodbc.so', 'ok', 'the library /opt/lib/libtdsodbc.so'],
    ['DSN=Books', 'ok', 'The data source “Books” names its driver.'],
  ] as const)('of %s: %s', (text, result, words) => {
    expect(way(text).driver).toMatchObject({ result, sentence: expect.stringContaining(words) });
  });

  it('explains a driver that is there for 32-bit programs only, and how to install one', () => {
    const only32 = { usable: [], otherWidth: ['SQL Server', 'ODBC Driver 17 for SQL Server'], place: 'the registry' };
    const found = way('Driver={ODBC Driver 17 for SQL Server}', only32).driver;
    expect(found).toMatchObject({ result: 'fail', sentence: expect.stringContaining('32-bit programs only') });
    expect(found?.remedy).toContain('side by side');
    const none = way('Driver={ODBC Driver 18 for SQL Server}', { ...only32, otherWidth: [] }, 'linux').driver;
    expect(none?.sentence).toContain('No driver is installed at all.');
    expect(none?.remedy).toContain('msodbcsql18');
  });
});

describe('what a connection string says about encryption', () => {
  const driver = 'Driver={ODBC Driver 17 for SQL Server};';
  it.each([
    [`${driver}Encrypt=yes;TrustServerCertificate=no`, 'ok', 'proved with its certificate'],
    ['Driver={ODBC Driver 18 for SQL Server}', 'ok', 'proved with its certificate'],
    [`${driver}Encrypt=strict;TrustServerCertificate=yes`, 'ok', 'proved with its certificate'],
    [`${driver}Encrypt=mandatory;TrustServerCertificate=Yes`, 'warn', 'nobody checked'],
    [`${driver}Encrypt=no`, 'warn', 'not encrypted'],
    [driver, 'warn', 'the driver decides'],
  ] as const)('%s: %s', (text, result, words) => {
    expect(way(text).encryption).toMatchObject({ result, sentence: expect.stringContaining(words) });
  });

  it('is nothing where a file is opened', () => {
    expect(wayOf('Driver=SQLite3;Database=x', 'sqlite', installed, 'linux').encryption).toBeNull();
  });
});
