import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardSettings } from '#shared/domain/settings.ts';
import type { OdbcConfig } from '../../electron/hosts/config.ts';
import { parseConfig } from '../../electron/hosts/configFile.ts';
import { configuredSettings } from '../../electron/hosts/configuredSettings.ts';
import { connectionString } from '../../electron/hosts/connectionString.ts';
import { defaultHome } from '../../electron/hosts/homeFolder.ts';

function odbc(dialect: string, connection: object): OdbcConfig {
  const parsed = parseConfig(
    JSON.stringify({ company: { id: 'c', name: 'C' }, sage: { kind: 'odbc', dialect, connection } }),
    'File',
  );
  if (!parsed.ok || parsed.value.sage?.kind !== 'odbc') throw new Error(JSON.stringify(parsed));
  return parsed.value.sage;
}

function built(config: OdbcConfig, password: string | null = null): string {
  const text = connectionString(config, password, {});
  if (!text.ok) throw new Error(text.failure.sentence);
  return text.value;
}

/** Reads a connection string as the ODBC specification says: `keyword=value;`, values in braces with `}}` for a brace. */
function readBack(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let rest = text;
  while (rest !== '') {
    const match = /^([^=;]+)=(?:\{((?:[^}]|\}\})*)\}|([^;]*));/s.exec(rest);
    if (match === null) throw new Error(`Not a connection string: ${rest}`);
    const [all, keyword = '', braced, plain = ''] = match;
    if (found.has(keyword)) throw new Error(`Twice: ${keyword}`);
    found.set(keyword, braced === undefined ? plain : braced.replaceAll('}}', '}'));
    rest = rest.slice(all.length);
  }
  return found;
}

describe('the connection string', () => {
  it('uses Windows authentication, encryption and a checked certificate unless told otherwise', () => {
    expect(built(odbc('mssql', { server: 'OFFICE\\SAGE100CON', database: 'Cascade' }))).toBe(
      'Driver={ODBC Driver 18 for SQL Server};Server={OFFICE\\SAGE100CON};Database={Cascade};Trusted_Connection=yes;Encrypt=yes;TrustServerCertificate=no;APP={Plumbline};',
    );
  });

  it('gives back every text exactly, whatever it holds, and no keyword more', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    const usable = text.filter((value) => !/\p{Cc}/u.test(value) && value.length <= 200);
    const awkward = fc.constantFrom(
      'a;PWD=x',
      '}',
      '}};Trusted_Connection=yes;{',
      '{',
      "'",
      '=',
      'x}',
      ';',
      '}};',
      '{}}',
    );
    const any = fc.oneof(usable, awkward);
    fc.assert(
      fc.property(any, any, any, any, (server, database, user, password) => {
        const back = readBack(built(odbc('mssql', { server, database, user }), password));
        expect([back.get('Server'), back.get('Database'), back.get('UID'), back.get('PWD')]).toEqual([
          server,
          database,
          user,
          password,
        ]);
        expect(back.size).toBe(8);
      }),
      { numRuns: 25_000 },
    );
  });

  it('is refused without the password of a SQL login', () => {
    const text = connectionString(odbc('mssql', { server: 's', database: 'd', user: 'u' }), null, {});
    expect(!text.ok && text.failure.remedy).toContain('PLUMBLINE_SAGE_PASSWORD');
  });

  it('comes whole from the environment when the configuration says so', () => {
    const config = odbc('mssql', { fromEnvironment: 'SAGE_CONNECTION' });
    expect(connectionString(config, null, { SAGE_CONNECTION: 'DSN=Books' })).toEqual({ ok: true, value: 'DSN=Books' });
    const missing = connectionString(config, null, {});
    expect(!missing.ok && missing.failure.sentence).toContain('SAGE_CONNECTION');
  });

  it('of a SQLite file refuses a path that would add keywords', () => {
    expect(built(odbc('sqlite', { database: '/x/books.db' }))).toBe(
      'Driver=SQLite3;Database=/x/books.db;Timeout=5000;FKSupport=1;',
    );
    const text = connectionString(odbc('sqlite', { database: '/x;Driver=/evil.so' }), null, {});
    expect(text.ok).toBe(false);
  });
});

describe('configured settings', () => {
  it('leave what the file does not name as it was stored', () => {
    expect(configuredSettings(standardSettings, {}, null)).toEqual(standardSettings);
  });

  it('win over the stored ones, each by itself', () => {
    const settings = configuredSettings(
      standardSettings,
      {
        schedule: { pullMinutes: 7 },
        clearstory: { baseUrl: 'https://other.example' },
        writeBack: { labels: true },
        defaults: { statusMap: { in_review: '4' }, phase: '2' },
      },
      null,
    );
    expect(settings).toEqual({
      ...standardSettings,
      schedule: { pushMinutes: 5, pullMinutes: 7 },
      clearstory: { baseUrl: 'https://other.example' },
      writeBack: { labels: true, jobNumber: false },
      defaults: {
        ...standardSettings.defaults,
        phase: '2',
        statusMap: { ...standardSettings.defaults.statusMap, in_review: '4' },
      },
    });
  });

  it('name the practice Clearstory where it runs now', () => {
    const settings = configuredSettings(standardSettings, { clearstory: { sandbox: true } }, 'http://127.0.0.1:4000');
    expect(settings.clearstory.baseUrl).toBe('http://127.0.0.1:4000');
  });
});

describe('the default home folder', () => {
  it.each([
    ['linux', {}, '/home/dana/.local/share/plumbline'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/plumbline'],
    ['darwin', {}, '/home/dana/Library/Application Support/Plumbline'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Plumbline'],
  ] as const)('on %s with %j is %s', (platform, environment, folder) => {
    expect(defaultHome(platform, environment, '/home/dana')).toBe(folder);
  });
});
