import { expect, it } from 'vitest';
import { type ConnectionStep, type ConnectionStepName, isSilent } from '#shared/domain/connectionTest.ts';

const step = (name: ConnectionStepName, result: ConnectionStep['result'], code: string | null = null) =>
  ({ step: name, result, sentence: '', remedy: '', ms: null, code }) satisfies ConnectionStep;

it('nobody is there where the server does not answer, or the file of the company is gone', () => {
  expect(isSilent([step('driver', 'ok'), step('server', 'fail', 'sage.unreachable')])).toBe(true);
  expect(
    isSilent([step('driver', 'ok'), step('server', 'fail', 'sage.hostUnknown'), step('company', 'notTried')]),
  ).toBe(true);
  expect(isSilent([step('driver', 'ok'), step('company', 'fail', 'sage.companyMissing')])).toBe(true);
});

it('somebody is there where a server refuses, and nobody knows where the driver is missing', () => {
  expect(isSilent([step('server', 'ok'), step('login', 'ok'), step('read', 'ok')])).toBe(false);
  expect(isSilent([step('server', 'ok'), step('login', 'fail', 'sage.login')])).toBe(false);
  expect(isSilent([step('server', 'ok'), step('company', 'fail', 'sage.companyMissing')])).toBe(false);
  expect(isSilent([step('server', 'fail', 'sage.unknown')])).toBe(false);
  expect(isSilent([step('driver', 'fail', 'sage.driverMissing'), step('server', 'notTried')])).toBe(false);
  expect(isSilent([step('company', 'fail', 'sage.damaged')])).toBe(false);
});
