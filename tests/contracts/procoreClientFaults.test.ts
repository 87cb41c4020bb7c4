import { expect, test } from 'vitest';
import { failureOf, value } from './clearstoryRig.ts';
import { all, startClientRig } from './procoreClientRig.ts';

test('a list that loses rows over the edges of its pages is read whole', async () => {
  const { account, sandbox } = await startClientRig({
    seed: { projects: 700, vendors: 1, budgetLines: 0, commitments: 0 },
  });
  sandbox.control.setFaults({ driftPages: 1 });
  const { records } = value(await account.projects(all));
  const stored = sandbox.control.records('projects').map(({ id }) => id);
  expect(records.map(({ id }) => id).sort()).toEqual(stored.sort());
  expect(sandbox.control.faults().driftPages).toBe(0);
});

test('answers that break, are cut short or come from a busy server are asked for again', async () => {
  const { account, sandbox } = await startClientRig();
  sandbox.control.setFaults({ dropReads: 1, truncateBodies: 1 });
  expect(value(await account.costTypes()).records).toHaveLength(10);
  sandbox.control.setFaults({ failNext: { status: 502, count: 2, retryAfterSeconds: null } });
  expect(value(await account.costTypes()).records).toHaveLength(10);
  sandbox.control.setFaults({ failNext: { status: 500, count: 3, retryAfterSeconds: null } });
  expect(failureOf(await account.costTypes())).toMatchObject({ next: 'retry', code: 'procore.serverError' });
});

test('a storm of refusals makes everything wait its time, and then all of it succeeds', async () => {
  const { account, sandbox, clock } = await startClientRig();
  value(await account.costTypes());
  const start = clock.monotonicMs();
  sandbox.control.setFaults({ failNext: { status: 429, count: 1, retryAfterSeconds: 8 } });
  const results = await Promise.all([1, 2, 3, 4].map(() => account.costTypes()));
  for (const result of results) value(result);
  expect(clock.monotonicMs() - start).toBeGreaterThanOrEqual(8_000);
});

test('within narrow limits a whole reading never asks once too often', async () => {
  const { account, sandbox, clock, project } = await startClientRig({ limits: { spike: 10, hourly: 3600 } });
  const clinic = project('2402');
  const start = clock.monotonicMs();
  await Promise.all([
    account.budget(clinic),
    account.commitments(clinic, all),
    account.changes(clinic, all),
    account.invoices(clinic, all),
    account.vendors(all),
    account.companyCostCodes(),
  ]).then((results) => results.forEach((result) => void value<unknown>(result)));
  expect(sandbox.control.requests().filter(({ status }) => status === 429)).toEqual([]);
  expect(clock.monotonicMs() - start).toBeGreaterThan(10_000);
  expect(account.usage()).toMatchObject({ spikeLimit: 10, calls: account.requestsSent() });
});

test('a used up hour ends a reading with the time to come back', async () => {
  const { account, clock } = await startClientRig({ limits: { spike: 1000, hourly: 12 } });
  let last = await account.costTypes();
  for (let call = 0; call < 14 && last.ok; call += 1) last = await account.costTypes();
  const failure = failureOf(last);
  expect(failure).toMatchObject({ next: 'waitUntil', code: 'procore.busy' });
  expect(Date.parse(failure.until ?? '')).toBeGreaterThan(Date.parse(clock.now()) + 3_000_000);
});

test('tokens that end in the middle of a reading are renewed unseen', async () => {
  const { account, sandbox } = await startClientRig();
  value(await account.costTypes());
  sandbox.control.endTokens();
  expect(value(await account.costTypes()).records).toHaveLength(10);
  sandbox.control.setFaults({ credentialsRevoked: true });
  sandbox.control.endTokens();
  expect(failureOf(await account.costTypes()).code).toBe('procore.keyRefused');
});

test('an app that was taken out of the company, and a project that was taken from it, are told as such', async () => {
  const { account, sandbox, project } = await startClientRig();
  sandbox.control.setFaults({ failNext: { status: 404, count: 1, retryAfterSeconds: null } });
  const hidden = failureOf(await account.commitments(project('2402'), all));
  expect(hidden.code).toBe('procore.notVisible');
  expect(hidden.sentence).toContain('the subcontracts of project');
  sandbox.control.setCompany({ connected: false });
  const failure = failureOf(await account.projects(all));
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'procore.notConnected' });
});
