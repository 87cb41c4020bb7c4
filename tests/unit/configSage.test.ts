import { describe, expect, it } from 'vitest';
import { standardSettings } from '#shared/domain/settings.ts';
import type { OdbcConfig } from '../../electron/hosts/config.ts';
import { parseConfig } from '../../electron/hosts/configFile.ts';
import { valuesInFile, withPracticeAddresses, withValues } from '../../electron/hosts/configuredSettings.ts';
import { type ConnectionFacts, connectionString } from '../../electron/hosts/connectionString.ts';
import { defaultHome, type Home } from '../../electron/hosts/homeFolder.ts';
import { openSageSide } from '../../electron/hosts/sageSide.ts';
import { createSecretStore } from '../../electron/hosts/secretStore.ts';

function odbc(dialect: string, connection: object): OdbcConfig {
  const parsed = parseConfig(
    JSON.stringify({ company: { id: 'c', name: 'C' }, sage: { kind: 'odbc', dialect, connection } }),
    'File',
  );
  if (!parsed.ok || parsed.value.sage?.kind !== 'odbc') throw new Error(JSON.stringify(parsed));
  return parsed.value.sage;
}

const drivers = { usable: ['ODBC Driver 18 for SQL Server'], otherWidth: [], place: 'a list' };
const passwordVariable = 'PLUMBLINE_SAGE_PASSWORD__C';
const facts: ConnectionFacts = { password: null, passwordVariable, environment: {}, drivers };

function built(config: OdbcConfig, other: Partial<ConnectionFacts> = {}): string {
  const text = connectionString(config, { ...facts, ...other });
  if (!text.ok) throw new Error(text.failure.sentence);
  return text.value;
}

describe('the connection string', () => {
  it('uses Windows authentication, encryption and a checked certificate unless told otherwise', () => {
    expect(built(odbc('mssql', { server: 'OFFICE\\SAGE100CON', database: 'Cascade' }))).toBe(
      'Driver={ODBC Driver 18 for SQL Server};Server={OFFICE\\SAGE100CON};Database=Cascade;Trusted_Connection=yes;Encrypt=yes;TrustServerCertificate=no;ConnectRetryCount=0;Regional=no;APP=Plumbline;',
    );
  });

  it('names the best installed driver, or the one that the file asks for', () => {
    const older = { ...drivers, usable: ['SQL Server', 'ODBC Driver 17 for SQL Server'] };
    const connection = { server: 'office,1433', database: 'Cascade' };
    expect(built(odbc('mssql', connection), { drivers: older })).toContain('Driver={ODBC Driver 17 for SQL Server};');
    const asked = odbc('mssql', { ...connection, driver: 'SQL Server' });
    expect(built(asked, { drivers: older })).toContain('Driver={SQL Server};');
    expect(built(odbc('mssql', connection), { drivers: { ...drivers, usable: [] } })).toContain(
      'Driver={ODBC Driver 18 for SQL Server};',
    );
  });

  it('is refused without the password of a SQL login', () => {
    const text = connectionString(odbc('mssql', { server: 's', database: 'd', user: 'u' }), facts);
    expect(!text.ok && text.failure.remedy).toContain(`environment variable ${passwordVariable};`);
  });

  it('comes whole from the environment when the configuration says so', () => {
    const config = odbc('mssql', { fromEnvironment: 'SAGE_CONNECTION' });
    expect(built(config, { environment: { SAGE_CONNECTION: 'DSN=Books' } })).toBe('DSN=Books;APP={Plumbline};');
    const missing = connectionString(config, facts);
    expect(!missing.ok && missing.failure.sentence).toContain('SAGE_CONNECTION');
  });

  it('of a SQLite file refuses a path that would add keywords', () => {
    expect(built(odbc('sqlite', { database: '/x/books.db' }))).toBe(
      'Driver=SQLite3;Database=/x/books.db;Timeout=5000;FKSupport=1;',
    );
    const text = connectionString(odbc('sqlite', { database: '/x;Driver=/evil.so' }), facts);
    expect(text.ok).toBe(false);
  });
});

describe('a connection string from the environment', () => {
  const parsed = parseConfig(
    JSON.stringify({
      company: { id: 'c', name: 'C' },
      sage: { kind: 'odbc', dialect: 'mssql', connection: { fromEnvironment: 'BOOKS' } },
    }),
    'File',
  );
  // Nothing of a company over ODBC lies in the home folder.
  const home = {} as Home;

  async function sideOf(text: string) {
    if (!parsed.ok || parsed.value.company === undefined) throw new Error('No company');
    const { company, sage } = parsed.value;
    const secrets = createSecretStore(new Map(), () => null, {}).of(company.id, true);
    const side = await openSageSide({ company, sage }, home, secrets, { BOOKS: text });
    if (!side.ok) throw new Error(side.failure.sentence);
    return side.value;
  }

  it('gives the server its name in every message', async () => {
    expect((await sideOf('Driver=FreeTDS;Server=OFFICE;Database=x')).server).toBe('OFFICE');
    expect((await sideOf('DSN=Books')).server).toBe('Books');
    expect((await sideOf('Driver=FreeTDS')).server).toBe('the database of BOOKS');
  });

  it('keeps its password out of the log, by whatever keyword', async () => {
    expect((await sideOf('Driver=X;PWD={a;b}')).passwords).toEqual(['a;b']);
    expect((await sideOf('Driver=X;Password=hunter2')).passwords).toEqual(['hunter2']);
  });
});

describe('configured settings', () => {
  it('leave what the file does not name as it was stored', () => {
    expect(withValues(standardSettings, valuesInFile({}))).toEqual(standardSettings);
  });

  it('win over the stored ones, each by itself', () => {
    const settings = withValues(
      standardSettings,
      valuesInFile({
        schedule: { pullMinutes: 7 },
        clearstory: { baseUrl: 'https://other.example' },
        writeBack: { labels: true },
        defaults: { statusMap: { in_review: '4' }, phase: '2' },
      }),
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

  it('name the practice clouds where they run now', () => {
    const settings = withPracticeAddresses(standardSettings, {
      clearstory: { url: 'http://127.0.0.1:4000' },
      procore: { url: 'http://127.0.0.1:5000', companyId: '1001' },
    });
    expect(settings.clearstory.baseUrl).toBe('http://127.0.0.1:4000');
    expect(settings.procore).toMatchObject({
      environment: 'custom',
      apiBase: 'http://127.0.0.1:5000',
      companyId: '1001',
    });
  });

  it('name a company of Procore with its environment', () => {
    const { procore } = withValues(
      standardSettings,
      valuesInFile({ procore: { companyId: '77', environment: 'federal' } }),
    );
    expect(procore).toMatchObject({ environment: 'federal', companyId: '77' });
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
