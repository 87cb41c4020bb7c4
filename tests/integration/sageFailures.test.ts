import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Failure } from '#shared/domain/failure.ts';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import { SqlFailure } from '../../electron/sage/connection.ts';
import { failureOf } from '../../electron/sage/failures.ts';
import { companyOver } from '../contracts/sageCompanyRig.ts';

const words = { company: 'Sample Company', server: 'OFFICE\\SAGE100CON' };
const folder = mkdtempSync(join(tmpdir(), 'sage-failures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what SQL Server and its driver say', () => {
  it.each([
    ['connect', 'odbc.notInstalled', null, 'odbc.notInstalled', 'needsPerson'],
    ['connect', 'IM002', 0, 'sage.driverMissing', 'needsPerson'],
    ['connect', 'HYT00', 0, 'sage.unreachable', 'retry'],
    ['connect', '08001', 53, 'sage.unreachable', 'retry'],
    ['connect', '42000', 17892, 'sage.applicationRefused', 'needsPerson'],
    ['connect', '28000', 18456, 'sage.login', 'needsPerson'],
    ['connect', '42000', 4060, 'sage.companyMissing', 'needsPerson'],
    ['query', '08S01', 10054, 'sage.unreachable', 'retry'],
    ['query', 'HYT00', 0, 'sage.busy', 'retry'],
    ['query', '40001', 1205, 'sage.locked', 'retry'],
    ['query', '42000', 1222, 'sage.locked', 'retry'],
    ['query', '42000', 229, 'sage.rights', 'needsPerson'],
    ['query', '42S02', 208, 'sage.schema', 'needsPerson'],
    ['query', '42S22', 207, 'sage.schema', 'needsPerson'],
    ['query', '23000', 547, 'sage.data', 'needsPerson'],
    ['query', '23000', 2627, 'sage.data', 'needsPerson'],
    ['query', '22001', 2628, 'sage.data', 'needsPerson'],
    ['query', '22003', 8115, 'sage.data', 'needsPerson'],
    ['query', 'fence', null, 'sage.bug', 'bug'],
    ['query', 'HY000', 59999, 'sage.unknown', 'needsPerson'],
  ] as const)('%s %s %s is %s, next: %s', (phase, state, native, code, next) => {
    const failure = failureOf(new SqlFailure(phase, state, native, 'words of the driver'), words);
    expect(failure).toMatchObject({ code, next });
    expect(failure.sentence).toMatch(/OFFICE\\SAGE100CON|Sample Company/);
    expect(failure.remedy).toBeTruthy();
  });

  it('never passes on what looks like a secret', () => {
    const told = new SqlFailure('connect', '08001', 0, 'bad: DRIVER={x};UID=sagelink;PWD={s3;cr}}et};APP=y');
    const failure = failureOf(told, words);
    expect(JSON.stringify(failure)).not.toMatch(/s3|sagelink/);
    expect(failure.detail).toContain('APP=y');
  });
});

describe('what really happens on this machine', () => {
  const failing = async (open: Parameters<typeof companyOver>[0]): Promise<Failure> => {
    const result = await companyOver(open).reasonsUsed();
    if (result.ok) throw new Error('It worked');
    return result.failure;
  };

  it('an installation without the odbc package', () => {
    const withoutOdbc =
      'import { registerHooks } from "node:module"; registerHooks({ resolve(name, context, next) { if (name === "odbc") throw new Error("Cannot find package"); return next(name, context); } });';
    const script = `
      const { openOdbc } = await import('./electron/sage/connection/odbc.ts');
      const { failureOf } = await import('./electron/sage/failures.ts');
      const words = { company: 'Sample Company', server: 'OFFICE' };
      await openOdbc({ connectionString: 'PWD=hunter2', dialect: 'mssql' }).catch((error) => console.log(JSON.stringify(failureOf(error, words))));`;
    const hook = `data:text/javascript,${encodeURIComponent(withoutOdbc)}`;
    const cwd = join(import.meta.dirname, '../..');
    const said = execFileSync(process.execPath, ['--import', hook, '--input-type=module', '-e', script], { cwd });
    const failure: unknown = JSON.parse(String(said));
    expect(failure).toMatchObject({ next: 'needsPerson', code: 'odbc.notInstalled' });
    expect(failure).toMatchObject({ remedy: expect.stringContaining('npm install') });
    expect(String(said)).not.toContain('hunter2');
  });

  it('a driver that is not installed', async () => {
    const connectionString = 'Driver={ODBC Driver 99 for Nothing};Server=x;UID=u;PWD=hunter2';
    const failure = await failing(() => openOdbc({ connectionString, dialect: 'sqlite' }));
    expect(failure).toMatchObject({ code: 'sage.driverMissing', next: 'needsPerson' });
    expect(JSON.stringify(failure)).not.toContain('hunter2');
  });

  it('a connection string that says nothing', async () => {
    expect(await failing(() => openOdbc({ connectionString: 'nonsense', dialect: 'mssql' }))).toMatchObject({
      code: 'sage.driverMissing',
    });
  });

  it('a file that is missing', async () => {
    const failure = await failing(() => openSqlite({ file: join(folder, 'missing.db') }));
    expect(failure).toMatchObject({ code: 'sage.companyMissing', next: 'needsPerson' });
  });

  it('a file that is no database', async () => {
    const file = join(folder, 'letter.db');
    writeFileSync(file, 'Dear Sir or Madam, '.repeat(100));
    expect(await failing(() => openSqlite({ file }))).toMatchObject({ code: 'sage.damaged' });
    const connectionString = `Driver=SQLite3;Database=${file};Timeout=60`;
    expect(await failing(() => openOdbc({ connectionString, dialect: 'sqlite' }))).toMatchObject({
      next: 'needsPerson',
    });
  });

  it('a database that is no Sage company', async () => {
    const file = join(folder, 'empty.db');
    const connection = await openSqlite({ file, create: true });
    await connection.query('CREATE TABLE something (id INTEGER)');
    await connection.close();
    expect(await failing(() => openSqlite({ file }))).toMatchObject({ code: 'sage.schema' });
    const connectionString = `Driver=SQLite3;Database=${file};Timeout=60`;
    expect(await failing(() => openOdbc({ connectionString, dialect: 'sqlite' }))).toMatchObject({
      code: 'sage.schema',
    });
  });
});
