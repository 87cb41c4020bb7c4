import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createSageCompany } from '../../electron/sage/company.ts';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import { reportedFailure } from '../../electron/sage/connection/reported.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { type ConnectionWay, wayOf } from '../../electron/sage/connectionTest/way.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { installedDrivers } from '../../electron/sage/drivers/installedDrivers.ts';
import {
  companyId,
  companyName,
  companyOver,
  countingIds,
  odbc,
  sampleFiles,
  withConnection,
} from '../contracts/sageCompanyRig.ts';
import { recordedRefusals } from '../unit/recordedRefusals.ts';

const files = sampleFiles();
const drivers = await installedDrivers(process.platform, process.env);
const hasFreeTds = drivers.usable.includes('FreeTDS');
const good = { result: 'ok', sentence: 'As it should be.', remedy: '' } as const;

function onServer(open: () => Promise<SqlConnection>, other: Partial<ConnectionWay> = {}) {
  let clock = 0;
  const monotonicMs = () => {
    clock += 7;
    return clock;
  };
  return createSageCompany({
    open,
    dialect: createMssqlDialect(),
    random: countingIds(),
    server: 'OFFICE\\SAGE100CON',
    companyId,
    companyName,
    way: async () => ({ driver: good, encryption: good, monotonicMs, ...other }),
  });
}

const refusing = (records: readonly (readonly [string, number, string])[]) => async (): Promise<SqlConnection> => {
  const odbcErrors = records.map(([state, code, message]) => ({ state, code, message }));
  throw reportedFailure('connect', Object.assign(new Error('refused'), { odbcErrors }));
};

const reached: Readonly<Record<string, string>> = {
  'sage.driverMissing': 'driver',
  'sage.driverWidth': 'driver',
  'sage.hostUnknown': 'server',
  'sage.portClosed': 'server',
  'sage.unreachable': 'server',
  'sage.instanceMissing': 'server',
  'sage.brokenOff': 'encryption',
  'sage.certificateUntrusted': 'encryption',
  'sage.certificateName': 'encryption',
  'sage.encryption': 'encryption',
  'sage.login': 'login',
  'sage.loginWindows': 'login',
  'sage.loginComputer': 'login',
  'sage.applicationRefused': 'login',
  'sage.companyMissing': 'company',
};

describe('the test of a connection to a server', () => {
  it.each(recordedRefusals)('stops at the step that failed: $code, $source', async ({ records, code }) => {
    const steps = await onServer(refusing(records)).test();
    expect(steps.map(({ step }) => step)).toEqual([
      'driver',
      'server',
      'encryption',
      'login',
      'company',
      'tables',
      'read',
    ]);
    const at = steps.findIndex(({ result }) => result === 'fail');
    expect(steps[at]).toMatchObject({ step: reached[code], code, ms: 7 });
    expect(steps.slice(0, at).every(({ result }) => result === 'ok')).toBe(true);
    expect(steps.slice(at + 1).every(({ result }) => result === 'notTried')).toBe(true);
  });

  it('says what was found on this computer when the driver manager finds no driver', async () => {
    const driver = { result: 'fail', sentence: 'Only for 32-bit programs.', remedy: 'Install the other.' } as const;
    const steps = await onServer(refusing([['IM002', 0, 'not found']]), { driver }).test();
    expect(steps[0]).toMatchObject({
      result: 'fail',
      sentence: 'Only for 32-bit programs.',
      remedy: 'Install the other.',
    });
  });

  it('keeps the warnings of the steps that went well', async () => {
    const encryption = { result: 'warn', sentence: 'Trusted unchecked.', remedy: 'Have it checked.' } as const;
    const steps = await onServer(refusing([['42000', 17892, 'trigger']]), { encryption }).test();
    expect(steps.find(({ step }) => step === 'encryption')).toMatchObject({
      result: 'warn',
      sentence: 'Trusted unchecked.',
    });
  });

  it.skipIf(!hasFreeTds)('of a closed port on this computer fails at the server, through a real driver', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((done) => server.close(done));
    const text = `Driver=FreeTDS;Server=127.0.0.1;Port=${port};UID=plumbline;PWD=hunter2;TDS_Version=7.4;APP=Plumbline`;
    const way = wayOf(text, 'mssql', drivers, process.platform);
    const steps = await onServer(() => openOdbc({ connectionString: text, dialect: 'mssql' }), way).test();
    expect(steps[0]).toMatchObject({ step: 'driver', result: 'ok' });
    expect(steps[1]).toMatchObject({ step: 'server', result: 'fail', code: 'sage.unreachable' });
    expect(JSON.stringify(steps)).not.toContain('hunter2');
  });
});

describe('the test of a company over SQLite’s ODBC driver', () => {
  it('goes through to the last table', async () => {
    const steps = await companyOver(() => odbc.open(files.fresh())).test();
    expect(steps.map(({ step, result }) => [step, result])).toEqual([
      ['company', 'ok'],
      ['tables', 'ok'],
      ['read', 'ok'],
    ]);
  });

  it('names the tables that are missing', async () => {
    const file = files.fresh();
    await withConnection(odbc, file, async (connection) => {
      for (const table of ['prmchg', 'bdglin']) await connection.query(`ALTER TABLE ${table} RENAME TO ${table}_gone`);
    });
    const steps = await companyOver(() => odbc.open(file)).test();
    expect(steps.find(({ step }) => step === 'tables')).toMatchObject({
      result: 'fail',
      sentence: expect.stringContaining('prmchg, bdglin'),
      code: 'sage.schema',
    });
  });
});
