import { expect, test } from 'vitest';
import type { NewProject } from '../../electron/engine/ports/cloudAccount.ts';
import { failureOf, settleByTimeouts, startRig, value } from './clearstoryRig.ts';

const pumpHouse: NewProject = {
  officeId: '11',
  title: 'Spanaway Middle School Boiler Replacement “Süd”',
  jobNumber: '2413',
  customerId: '3001',
  contractValue: '742500.07',
  address: { street: '15701 Yakima Ave', city: 'Spanaway', state: 'WA', zip: '98387' },
};

test('a project is created with everything that was given, and is found by its job number', async () => {
  const { account, sandbox } = await startRig();
  const created = value(await account.createProject(pumpHouse));
  expect(created).toMatchObject({
    title: pumpHouse.title,
    jobNumber: '2413',
    customerName: 'Pierce County School District',
    officeName: 'Tacoma HQ',
    contractValue: '742500.07',
  });
  expect(value(await account.findProjectsByJobNumber('2413'))).toEqual([created]);
  expect(value(await account.findProjectsByJobNumber('241'))).toEqual([]);
  expect(sandbox.control.writes().map(({ method, path, status }) => [method, path, status])).toEqual([
    ['POST', '/projects', 201],
  ]);
});

test('an archived project is found by its job number too', async () => {
  const { account } = await startRig();
  expect(value(await account.findProjectsByJobNumber('2207'))).toMatchObject([{ archived: true }]);
});

test('a customer of another office is silently not linked, which the answer shows', async () => {
  const { account } = await startRig();
  const created = value(await account.createProject({ ...pumpHouse, officeId: '12' }));
  expect(created.customerName).toBeNull();
});

test('a second project with the same job number is refused as a clash, not as an error to retry', async () => {
  const { account } = await startRig();
  const failure = failureOf(await account.createProject({ ...pumpHouse, jobNumber: '2401' }));
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'clearstory.conflict' });
});

test('what Clearstory does not accept is named by field, without its own words', async () => {
  const { account } = await startRig();
  const title = 'T'.repeat(151);
  const failure = failureOf(await account.createProject({ ...pumpHouse, title, officeId: 'north' }));
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'clearstory.rejected' });
  expect(failure.sentence).toMatch(/because of: office, title\.$|because of: title, office\.$/);
});

test('a connection lost after the work leaves one project, which the job number finds', async () => {
  const { account, sandbox } = await startRig();
  sandbox.control.setFaults({ dropWrites: 1 });
  const failure = failureOf(await account.createProject(pumpHouse));
  expect(failure).toMatchObject({ next: 'retry', code: 'clearstory.outcomeUnknown' });
  expect(sandbox.control.writes()).toMatchObject([{ method: 'POST', answered: false }]);
  expect(value(await account.findProjectsByJobNumber('2413'))).toHaveLength(1);
});

test('a create that times out is of unknown outcome and is not sent again', async () => {
  const { account, sandbox, clock } = await startRig();
  sandbox.control.setFaults({ latencyMs: 60_000 });
  const failure = failureOf(await settleByTimeouts(clock, account.createProject(pumpHouse), 2));
  expect(failure).toMatchObject({ next: 'retry', code: 'clearstory.outcomeUnknown', detail: 'TIMEOUT' });
  // The server goes on with what the client has given up.
  clock.advance(60_000);
  while (sandbox.control.writes().length === 0) await new Promise((resolve) => setImmediate(resolve));
  sandbox.control.setFaults({ latencyMs: 0 });
  expect(value(await account.findProjectsByJobNumber('2413'))).toHaveLength(1);
  expect(sandbox.control.writes()).toHaveLength(1);
});

test('an error of the server during a create is of unknown outcome, a refusal for being busy is not', async () => {
  const { account, sandbox } = await startRig();
  sandbox.control.setFaults({ failNext: { status: 500, count: 1, retryAfterSeconds: null } });
  expect(failureOf(await account.createProject(pumpHouse)).code).toBe('clearstory.outcomeUnknown');
  sandbox.control.setFaults({ failNext: { status: 429, count: 1, retryAfterSeconds: 90 } });
  expect(failureOf(await account.createProject(pumpHouse))).toMatchObject({
    next: 'waitUntil',
    code: 'clearstory.busy',
    until: '2026-11-23T09:01:30.000Z',
  });
  expect(sandbox.control.writes()).toHaveLength(2);
});

test('nothing listening is a failure that is known not to have created anything', async () => {
  const { account, sandbox } = await startRig();
  await sandbox.close();
  expect(failureOf(await account.createProject(pumpHouse))).toMatchObject({
    next: 'retry',
    code: 'clearstory.unreachable',
    detail: 'ECONNREFUSED',
  });
});

test('a job number is written to a project, and a clash or a vanished project is said', async () => {
  const { account, sandbox } = await startRig();
  const named = value(await account.projects()).find((project) => project.title === 'Fire Station #17 Remodel');
  const id = named?.id ?? '';
  expect(value(await account.updateProjectJobNumber(id, '2404')).jobNumber).toBe('2404');
  expect(failureOf(await account.updateProjectJobNumber(id, '2401')).code).toBe('clearstory.conflict');
  expect(failureOf(await account.updateProjectJobNumber('5', '2499')).code).toBe('clearstory.notFound');
  sandbox.control.setFaults({ dropWrites: 1 });
  expect(failureOf(await account.updateProjectJobNumber(id, '2404'))).toMatchObject({ code: 'clearstory.unreachable' });
});

test('labels are added, made when unknown, and removed', async () => {
  const { account, sandbox } = await startRig();
  const labels = async () => value(await account.cor('900001', 'sent'))?.labels;
  const before = (await labels()) ?? [];
  expect(value(await account.addLabels('900001', ['Sage CO 12', 'Änderung ✓']))).toBeNull();
  expect(await labels()).toEqual([...before, 'Sage CO 12', 'Änderung ✓']);
  value(await account.addLabels('900001', ['Sage CO 12']));
  expect(await labels()).toEqual([...before, 'Sage CO 12', 'Änderung ✓']);
  value(await account.removeLabels('900001', ['Änderung ✓']));
  expect(await labels()).toEqual([...before, 'Sage CO 12']);
  expect(failureOf(await account.addLabels('1', ['x'])).code).toBe('clearstory.notFound');
  expect(sandbox.control.writes()[0]).toMatchObject({
    method: 'PATCH',
    path: '/cors/900001/labels',
    body: { labelIds: [], labels: ['Sage CO 12', 'Änderung ✓'] },
  });
});
