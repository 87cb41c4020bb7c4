import { describe, expect, it } from 'vitest';
import { reportedFailure } from '../../electron/sage/connection/reported.ts';
import { failureOf, withoutLogin } from '../../electron/sage/failures.ts';
import { recordedRefusals } from './recordedRefusals.ts';

const words = { company: 'Acme Builders', server: 'OFFICE\\SAGE100CON' };

function told(records: readonly (readonly [string, number, string])[]) {
  const odbcErrors = records.map(([state, code, message]) => ({ state, code, message }));
  const thrown = Object.assign(new Error('[odbc] Error connecting to the database'), { odbcErrors });
  return failureOf(reportedFailure('connect', thrown), words);
}

describe('a refused connection', () => {
  it.each(recordedRefusals)('$code: $source', ({ records, code }) => {
    expect(told(records).code).toBe(code);
    // The order of the records differs from driver to driver.
    expect(told([...records].reverse()).code).toBe(code);
  });

  it.each(recordedRefusals)('is explained with a step to take: $code, $source', ({ records }) => {
    const failure = told(records);
    expect(failure.sentence).toMatch(/OFFICE\\SAGE100CON|Acme Builders/);
    expect(failure.remedy).toMatch(/\.$|\?$/);
    for (const [, , message] of records) expect(failure.detail).toContain(message.slice(0, 40));
  });

  it.each([
    // Numbers and meanings from learn.microsoft.com, “Database engine events and errors”.
    [18470, 'sage.loginDisabled', 'needsPerson'],
    [18486, 'sage.loginLocked', 'needsPerson'],
    [18487, 'sage.passwordExpired', 'needsPerson'],
    [18488, 'sage.passwordExpired', 'needsPerson'],
    [18461, 'sage.serverClosed', 'retry'],
    [18451, 'sage.serverClosed', 'retry'],
    [18401, 'sage.serverClosed', 'retry'],
    [17142, 'sage.serverClosed', 'retry'],
    [17187, 'sage.serverClosed', 'retry'],
    [6005, 'sage.serverClosed', 'retry'],
    [922, 'sage.companyClosed', 'retry'],
    [924, 'sage.companyClosed', 'retry'],
    [927, 'sage.companyClosed', 'retry'],
    [942, 'sage.companyClosed', 'retry'],
    [926, 'sage.companySuspect', 'needsPerson'],
    [945, 'sage.companySuspect', 'needsPerson'],
    [-2146893016, 'sage.certificateExpired', 'needsPerson'],
  ] as const)('with number %i beside the general refusal of a login is %s, next: %s', (number, code, next) => {
    const failure = told([
      ['28000', 18456, "Login failed for user 'plumbline'."],
      ['42000', number, 'words in any language'],
    ]);
    expect(failure).toMatchObject({ code, next });
  });

  it('by Sage’s logon trigger names the whole way to the approval', () => {
    const failure = told([['42000', 17892, "Logon failed for login 'plumbline' due to trigger execution."]]);
    expect(failure.remedy).toBe(
      "In Sage's Database Administration open Advanced Settings, Advanced SQL Server Settings, “Limit access to this SQL Server instance to approved applications”, Edit Approvals, and tick Plumbline.",
    );
  });
});

describe('words of a driver that quote a connection string', () => {
  it.each([
    ['PWD={a}}b;c};Database=x', 'PWD=…;Database=x'],
    ['PWD={cut off in the mid', 'PWD=…'],
    ['pwd = two words;Database=x', 'pwd=…;Database=x'],
    ['UID=plumb;Password=hunter2;APP=x', 'UID=…;Password=…;APP=x'],
    ['Login failed for UID=plumb on OFFICE', 'Login failed for UID=… on OFFICE'],
  ])('%s: are told without login and password', (words, told) => {
    expect(withoutLogin(words)).toBe(told);
  });

  it('are told without them also where what went wrong is unknown', () => {
    const failure = failureOf(new Error('cannot open PWD={a}}b};'), words);
    expect(failure.detail).toBe('cannot open PWD=…;');
  });
});
