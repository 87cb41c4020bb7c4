import { describe, expect, it } from 'vitest';
import { createSageCompany } from '../../electron/sage/company.ts';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import { checkOdbcString } from '../../electron/sage/connection/odbcKeywords.ts';
import { wayOf } from '../../electron/sage/connectionTest/way.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { installedDrivers } from '../../electron/sage/drivers/installedDrivers.ts';
import { companyId, companyName, countingIds } from '../contracts/sageCompanyRig.ts';
import { startRefusingServer, type TdsError } from './refusingServer.ts';

const drivers = await installedDrivers(process.platform, process.env);
const general: TdsError = { number: 18456, severity: 14, words: "Login failed for user 'plumbline'." };

async function refusedBy(errors: readonly TdsError[]) {
  const server = await startRefusingServer(errors);
  const given = `Driver=FreeTDS;Server=127.0.0.1;Port=${server.port};Database=Acme Builders;UID=plumbline;PWD=hunter2;TDS_Version=7.4;Encrypt=no`;
  const checked = checkOdbcString(given, 'mssql');
  if (!checked.ok) throw new Error(checked.failure.sentence);
  const way = { ...wayOf(checked.value, 'mssql', drivers, process.platform), monotonicMs: null };
  const company = createSageCompany({
    open: () => openOdbc({ connectionString: checked.value, dialect: 'mssql' }),
    dialect: createMssqlDialect(),
    random: countingIds(),
    server: 'OFFICE\\SAGE100CON',
    companyId,
    companyName,
    way: async () => way,
  });
  const steps = await company.test();
  await server.close();
  return { steps, login: server.lastLogin() };
}

describe.skipIf(!drivers.usable.includes('FreeTDS'))('a login that a server refuses, through a real driver', () => {
  it('is made under Plumbline’s own name', async () => {
    const { login } = await refusedBy([general]);
    expect(login).toEqual({ application: 'Plumbline', database: 'Acme Builders', user: 'plumbline' });
  });

  it.each([
    ['login', 'sage.login', [general]],
    [
      'login',
      'sage.applicationRefused',
      [{ number: 17892, severity: 14, words: "Logon failed for login 'plumbline' due to trigger execution." }],
    ],
    [
      'login',
      'sage.loginWindows',
      [{ number: 18452, severity: 14, words: 'Login failed. The login is from an untrusted domain.' }],
    ],
    ['login', 'sage.loginDisabled', [{ number: 18470, severity: 14, words: 'The account is disabled.' }]],
    ['login', 'sage.loginLocked', [{ number: 18486, severity: 14, words: 'The account is currently locked out.' }]],
    ['login', 'sage.passwordExpired', [{ number: 18487, severity: 14, words: 'The password has expired.' }]],
    ['login', 'sage.serverClosed', [{ number: 18461, severity: 14, words: 'Server is in single user mode.' }]],
    [
      'company',
      'sage.companyMissing',
      [{ number: 4060, severity: 11, words: 'Cannot open database "Acme Builders" requested by the login.' }, general],
    ],
    [
      'company',
      'sage.companyClosed',
      [{ number: 927, severity: 14, words: 'It is in the middle of a restore.' }, general],
    ],
  ] as const)('fails at the %s as %s', async (step, code, errors) => {
    const { steps } = await refusedBy(errors);
    expect(steps.find(({ result }) => result === 'fail')).toMatchObject({ step, code });
    expect(steps.filter(({ result }) => result === 'fail')).toHaveLength(1);
    expect(JSON.stringify(steps)).not.toContain('hunter2');
  });
});
