import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SageConnection } from '#shared/domain/sageConnection.ts';
import { sqlServerDrivers } from '#shared/domain/sageDrivers.ts';
import { checkOdbcString } from '../../electron/sage/connection/odbcKeywords.ts';
import { parseOdbcString, writeOdbcString } from '../../electron/sage/connection/odbcString.ts';
import { sqlServerString } from '../../electron/sage/connection/sqlServerString.ts';

const awkward = fc.constantFrom(
  'a;PWD=x',
  '}',
  '}};Trusted_Connection=yes;{',
  '{',
  '{}',
  "'",
  '=',
  'x}',
  ';',
  '}};',
  '{}}',
  '};Driver=/tmp/evil.so;',
  ' leading and trailing ',
  '\\SAGE100CON',
);
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 25 });
const value = fc.oneof(
  text.filter((one) => !/\p{Cc}/u.test(one)),
  awkward,
);

/** As unixODBC reads it (DriverManager/SQLDriverConnect.c): goes on after a closing brace, the last of two equal keywords wins. */
function asUnixOdbcReads(whole: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  while (at < whole.length) {
    while (at < whole.length && /[\s;]/.test(whole.charAt(at))) at += 1;
    const sign = whole.indexOf('=', at);
    if (sign < 0) break;
    const keyword = whole.slice(at, sign).toLowerCase();
    at = sign + 1;
    let read = '';
    if (whole.charAt(at) === '{') {
      at += 1;
      while (at < whole.length && (whole.charAt(at) !== '}' || whole.charAt(at + 1) === '}')) {
        if (whole.charAt(at) === '}') at += 1;
        read += whole.charAt(at);
        at += 1;
      }
      at += 1;
    } else {
      const end = whole.indexOf(';', at) < 0 ? whole.length : whole.indexOf(';', at);
      read = whole.slice(at, end);
      at = end;
    }
    found.set(keyword, read);
  }
  return found;
}

describe('a connection string', () => {
  it('gives back every value exactly and no keyword more, to us and to unixODBC, in 100,000 cases', () => {
    const login = { driver: sqlServerDrivers[0], passwordVariable: 'PASSWORD', trusted: false };
    fc.assert(
      fc.property(value, value, value, value, value, (server, database, user, password, certificateName) => {
        const connection: SageConnection = {
          driver: 'automatic',
          server,
          database,
          user,
          encrypt: 'yes',
          certificateName,
        };
        const built = sqlServerString(connection, { ...login, password });
        if (!built.ok) throw new Error(built.failure.sentence);
        const expected = [
          ['driver', 'ODBC Driver 18 for SQL Server'],
          ['server', server],
          ['database', database],
          ['uid', user],
          ['pwd', password],
          ['encrypt', 'yes'],
          ['trustservercertificate', 'no'],
          ['hostnameincertificate', certificateName],
          ['connectretrycount', '0'],
          ['regional', 'no'],
          ['app', 'Plumbline'],
        ];
        const parsed = parseOdbcString(built.value);
        if (!parsed.ok) throw new Error(parsed.failure.sentence);
        const wanted = JSON.stringify(expected);
        const read = JSON.stringify(parsed.value.map((one) => [one.keyword.toLowerCase(), one.value]));
        if (read !== wanted) expect(read).toBe(wanted);
        const unixOdbc = JSON.stringify([...asUnixOdbcReads(built.value)]);
        if (unixOdbc !== wanted) expect(unixOdbc).toBe(wanted);
      }),
      { numRuns: 100_000 },
    );
  }, 120_000);

  it('is read or refused whatever it is, and never throws; what is read is written and read the same', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('=', ';', '{', '}', '}}', 'PWD', 'Driver', '\0'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        (whole) => {
          const parsed = parseOdbcString(whole);
          checkOdbcString(whole, 'mssql');
          if (!parsed.ok) return;
          const written = writeOdbcString(parsed.value);
          const again = written.ok ? parseOdbcString(written.value) : written;
          if (JSON.stringify(again) !== JSON.stringify(parsed)) expect(again).toEqual(parsed);
        },
      ),
      { numRuns: 100_000 },
    );
  }, 120_000);

  it.each([
    ['Server', 'Part 1'],
    ['Server=a;;=x', 'Part 2'],
    ['Server=a;Server=b', 'Server stands twice'],
    ['Server=a;SERVER=b', 'SERVER stands twice'],
    ['PWD={hunter2', 'braces that do not fit'],
    ['PWD={hunter2}x;', 'braces that do not fit'],
    ['PWD=hun{ter2;', 'braces that do not fit'],
    ['PWD=hunter2\nx', 'a line end'],
    [`PWD=${'hunter2'.repeat(200)}`, '1404 characters'],
  ])('%j is refused: %s, without repeating a value', (whole, words) => {
    const parsed = parseOdbcString(whole);
    expect(parsed).toMatchObject({
      ok: false,
      failure: { code: 'odbc.string', sentence: expect.stringContaining(words) },
    });
    expect(JSON.stringify(parsed)).not.toContain('hunter2');
  });

  it('forgives spaces, empty parts and a missing last semicolon', () => {
    expect(parseOdbcString(' ;Driver ={a}}b} ; Server= x y ;;PWD=')).toEqual({
      ok: true,
      value: [
        { keyword: 'Driver', value: 'a}b' },
        { keyword: 'Server', value: 'x y' },
        { keyword: 'PWD', value: '' },
      ],
    });
  });
});

describe('a connection string given whole', () => {
  it.each([
    'FileDSN',
    'SaveFile',
    'AttachDBFileName',
    'QueryLog_On',
    'QueryLogFile',
    'StatsLog_On',
    'StatsLogFile',
    'RetryExec',
    'Replication',
    'TranslationDLL',
    'DMConnAttr',
    'DumpFile',
    'DumpFileAppend',
    'DebugFlags',
    'LoadExt',
    'TraceFile',
  ])('is refused with %s, which is named with the reason', (keyword) => {
    for (const written of [keyword, keyword.toUpperCase(), ` ${keyword.toLowerCase()} `]) {
      const checked = checkOdbcString(`Driver=x;PWD=hunter2;${written}={a};`, 'mssql');
      expect(checked).toMatchObject({ ok: false, failure: { code: 'odbc.keyword' } });
      expect(!checked.ok && checked.failure.sentence.toLowerCase()).toContain(`${keyword.toLowerCase()} may not stand`);
      expect(JSON.stringify(checked)).not.toContain('hunter2');
    }
  });

  it('may hold such a word inside a value', () => {
    const whole = 'Driver={x};Database={FileDSN=a;SaveFile=b};APP=Plumbline';
    expect(checkOdbcString(whole, 'mssql')).toEqual({ ok: true, value: whole });
  });

  it('may hold nothing that ends a value for one driver and not for another', () => {
    const checked = checkOdbcString('Driver=FreeTDS;PWD={hunter2}};SaveFile=x;}', 'mssql');
    expect(!checked.ok && checked.failure.sentence).toContain('The value of PWD holds };');
    expect(JSON.stringify(checked)).not.toContain('hunter2');
  });

  it('bears Plumbline’s name on SQL Server and never that of a Sage program', () => {
    expect(checkOdbcString('Driver=x;Server=s', 'mssql')).toEqual({
      ok: true,
      value: 'Driver=x;Server=s;APP={Plumbline};',
    });
    expect(checkOdbcString('Driver=SQLite3;Database=b', 'sqlite')).toEqual({
      ok: true,
      value: 'Driver=SQLite3;Database=b',
    });
    const borrowed = checkOdbcString('Driver=x;app={Sage100Contractor¦x}', 'mssql');
    expect(!borrowed.ok && borrowed.failure.sentence).toContain('its own name only');
  });
});

describe('the connection string for SQL Server', () => {
  const connection: SageConnection = { driver: 'automatic', server: 'S', database: 'D', encrypt: 'yes' };
  const login = { password: null, passwordVariable: 'PASSWORD', trusted: false };

  it('states encryption and certificate whatever the driver’s own defaults are', () => {
    for (const driver of sqlServerDrivers.slice(0, 2)) {
      const built = sqlServerString({ ...connection, encrypt: 'no' }, { ...login, driver, trusted: true });
      expect(built.ok && built.value).toContain('Encrypt=no;TrustServerCertificate=yes;');
    }
  });

  it('gives old drivers no keyword that they do not know', () => {
    const built = (driver: (typeof sqlServerDrivers)[number]) => sqlServerString(connection, { ...login, driver });
    expect(built('SQL Server Native Client 11.0')).toEqual({
      ok: true,
      value:
        'Driver={SQL Server Native Client 11.0};Server=S;Database=D;Trusted_Connection=yes;Encrypt=yes;TrustServerCertificate=no;Regional=no;APP=Plumbline;',
    });
    expect(built('SQL Server')).toEqual({
      ok: true,
      value: 'Driver={SQL Server};Server=S;Database=D;Trusted_Connection=yes;Encrypt=yes;Regional=no;APP=Plumbline;',
    });
  });

  it('is refused where the driver is too old for what was chosen', () => {
    const driver = sqlServerDrivers[1];
    for (const one of [{ encrypt: 'strict' as const }, { certificateName: 'sql.acme.local' }]) {
      const built = sqlServerString({ ...connection, ...one }, { ...login, driver });
      expect(!built.ok && built.failure.sentence).toContain('needs “ODBC Driver 18 for SQL Server”');
    }
  });

  it('is refused for a value that no driver reads back', () => {
    const built = sqlServerString({ ...connection, database: 'a\nb' }, { ...login, driver: sqlServerDrivers[0] });
    expect(built).toMatchObject({ ok: false, failure: { code: 'odbc.string' } });
  });
});
