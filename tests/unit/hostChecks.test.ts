import { describe, expect, it } from 'vitest';
import { placeOf } from '../../electron/hosts/checks/homePlace.ts';
import { isTracedInIni, isTracedInRegistry } from '../../electron/hosts/checks/odbcTrace.ts';

const windows = (realPath: string, syncedFolders: readonly string[] = []) =>
  placeOf({ platform: 'win32', realPath, syncedFolders, fileSystem: null });
const linux = (realPath: string, fileSystem: number) =>
  placeOf({ platform: 'linux', realPath, syncedFolders: [], fileSystem });

describe('where the home folder lies', () => {
  it.each([
    [windows('C:\\ProgramData\\Plumbline'), 'local'],
    [windows('\\\\?\\C:\\ProgramData\\Plumbline'), 'local'],
    [windows('\\\\files\\share\\Plumbline'), 'network'],
    [windows('\\\\?\\UNC\\files\\share\\Plumbline'), 'network'],
    [windows('C:\\Users\\ann\\OneDrive - Acme\\Plumbline'), 'synced'],
    [windows('D:\\Team\\Plumbline', ['d:\\team\\']), 'synced'],
    [windows('D:\\Teamwork\\Plumbline', ['d:\\team\\']), 'local'],
    [linux('/var/lib/plumbline', 0xef53), 'local'],
    [linux('/mnt/plumbline', 0x6969), 'network'],
    [linux('/mnt/plumbline', 0xfe534d42), 'network'],
  ])('is told: %s', (found, expected) => {
    expect(found).toBe(expected);
  });
});

describe('ODBC tracing', () => {
  it.each([
    [isTracedInRegistry('\r\nHKEY_CURRENT_USER\\SOFTWARE\\ODBC\\ODBC.INI\\ODBC\r\n    Trace    REG_SZ    1\r\n'), true],
    [isTracedInRegistry('    Trace    REG_DWORD    0x1\r\n'), true],
    [isTracedInRegistry('    Trace    REG_SZ    0\r\n'), false],
    [isTracedInRegistry('    TraceFile    REG_SZ    C:\\1\r\n'), false],
    [isTracedInRegistry(''), false],
    [isTracedInIni('[ODBC]\nTrace = Yes\nTraceFile=/tmp/sql.log\n'), true],
    [isTracedInIni('[ODBC]\nTrace=no\n[Driver]\nTrace=yes\n'), false],
    [isTracedInIni('[Driver]\nTrace=1\n[odbc]\n trace = on\n'), true],
  ])('is found where it is on, case %#', (found, expected) => {
    expect(found).toBe(expected);
  });
});
