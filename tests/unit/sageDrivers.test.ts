import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pickDriver } from '#shared/domain/sageDrivers.ts';
import { namesInOdbcinst, namesInRegistry } from '../../electron/sage/drivers/driverLists.ts';
import { installedDrivers } from '../../electron/sage/drivers/installedDrivers.ts';

const folder = mkdtempSync(join(tmpdir(), 'drivers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The form in which Windows' `reg query` prints a key; which drivers stand there differs from computer to computer. */
const registry = [
  '',
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\ODBC\\ODBCINST.INI\\ODBC Drivers',
  '    (Default)    REG_SZ    (value not set)',
  '    SQL Server    REG_SZ    Installed',
  '    Microsoft Access Driver (*.mdb, *.accdb)    REG_SZ    Installed',
  '    ODBC Driver 17 for SQL Server    REG_SZ    Installed',
  '    UsageCount    REG_DWORD    0x1',
  '',
].join('\r\n');

describe('the drivers of a computer', () => {
  it('on Windows are the values that say Installed', () => {
    expect(namesInRegistry(registry)).toEqual([
      'SQL Server',
      'Microsoft Access Driver (*.mdb, *.accdb)',
      'ODBC Driver 17 for SQL Server',
    ]);
    expect(namesInRegistry('ERROR: The system was unable to find the specified registry key or value.')).toEqual([]);
  });

  it('elsewhere are the sections of odbcinst.ini that name a library', () => {
    // As Microsoft's package msodbcsql18 registers itself beside Debian's libsqliteodbc.
    const text = `[ODBC]
Trace=No
Driver=ignored
[SQLite3]
Description=SQLite3 ODBC Driver
Driver=libsqlite3odbc.so
UsageCount=1

[ODBC Driver 18 for SQL Server]
Description=Microsoft ODBC Driver 18 for SQL Server
Driver=/opt/microsoft/msodbcsql18/lib64/libmsodbcsql-18.4.so.1.1
UsageCount=1
[Half removed]
UsageCount=0
`;
    expect(namesInOdbcinst(text)).toEqual(['SQLite3', 'ODBC Driver 18 for SQL Server']);
  });

  it('are looked for where unixODBC looks, and a missing file means none', async () => {
    writeFileSync(join(folder, 'mine.ini'), '[ODBC Driver 17 for SQL Server]\nDriver=/x.so\n');
    const found = await installedDrivers('linux', { ODBCSYSINI: folder, ODBCINSTINI: 'mine.ini' });
    expect(found).toEqual({
      usable: ['ODBC Driver 17 for SQL Server'],
      otherWidth: [],
      place: join(folder, 'mine.ini'),
    });
    expect((await installedDrivers('linux', { ODBCSYSINI: join(folder, 'none') })).usable).toEqual([]);
  });

  it('of Windows, where reg cannot be run, count as none', async () => {
    const none = await installedDrivers('win32', { SystemRoot: folder });
    expect([none.usable, none.otherWidth]).toEqual([[], []]);
  });
});

describe('the driver that is used', () => {
  const installed = (usable: readonly string[], otherWidth: readonly string[] = []) => ({
    usable,
    otherWidth,
    place: '',
  });

  it('is the best one: 18 before 17 before the old ones, which are warned of', () => {
    const all = ['SQL Server', 'ODBC Driver 17 for SQL Server', 'odbc driver 18 for sql server'];
    expect(pickDriver('automatic', installed(all))).toEqual({
      kind: 'found',
      driver: 'ODBC Driver 18 for SQL Server',
      warning: null,
    });
    expect(pickDriver('automatic', installed(all.slice(0, 2)))).toMatchObject({
      driver: 'ODBC Driver 17 for SQL Server',
    });
    const old = pickDriver('automatic', installed(['SQL Server', 'SQL Server Native Client 11.0']));
    expect(old).toMatchObject({
      driver: 'SQL Server Native Client 11.0',
      warning: { sentence: expect.stringContaining('old') },
    });
  });

  it('is never the one that every Windows has, unless somebody chooses it', () => {
    expect(pickDriver('automatic', installed(['SQL Server']))).toEqual({ kind: 'missing', wanted: 'automatic' });
    expect(pickDriver('SQL Server', installed(['SQL Server']))).toMatchObject({
      kind: 'found',
      warning: { sentence: expect.stringContaining('cannot be relied on') },
    });
  });

  it('is the chosen one and no other', () => {
    const seventeen = installed(['ODBC Driver 17 for SQL Server']);
    expect(pickDriver('ODBC Driver 18 for SQL Server', seventeen)).toEqual({
      kind: 'missing',
      wanted: 'ODBC Driver 18 for SQL Server',
    });
  });

  it('cannot be one for 32-bit programs, which is told apart from none at all', () => {
    const only32 = installed(['SQLite3'], ['SQL Server', 'ODBC Driver 17 for SQL Server']);
    expect(pickDriver('automatic', only32)).toEqual({ kind: 'otherWidth', driver: 'ODBC Driver 17 for SQL Server' });
    expect(pickDriver('automatic', installed(['SQLite3']))).toEqual({ kind: 'missing', wanted: 'automatic' });
  });
});
