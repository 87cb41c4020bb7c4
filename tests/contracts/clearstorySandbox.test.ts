import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobs } from '../../electron/sandbox/story/jobs.ts';
import { startRig } from './clearstoryRig.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearstory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const authorization = `Basic ${Buffer.from('sandbox-key:sandbox-secret').toString('base64')}`;

async function ask(url: string, method = 'GET', body?: unknown, headers: Record<string, string> = { authorization }) {
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, text, json: text === '' ? null : JSON.parse(text) };
}

test('the story has what the other side needs to meet it', async () => {
  const { sandbox } = await startRig();
  const { projects, cors } = sandbox.control.snapshot();
  for (const job of jobs.filter((one) => one.project === 'numbered'))
    expect(projects.find((project) => project.jobNumber === job.number)?.title).toBe(job.name);
  const numbersOf = (job: string) =>
    projects.filter((project) => project.jobNumber === job).map((project) => project.id);
  const approved = (job: string) =>
    cors.filter(
      (cor) => numbersOf(job).includes(cor.projectId) && cor.status === 'approved_co_issued' && cor.inbox === 'sent',
    );
  expect(approved('2401').length).toBeGreaterThanOrEqual(4);
  for (const job of ['2402', '2403', '2405']) expect(approved(job).length).toBeGreaterThanOrEqual(2);
  expect(cors.length).toBeGreaterThanOrEqual(90);
  expect(cors.some((cor) => cor.title.length > 100)).toBe(true);
  expect(cors.every((cor) => cor.createdAt <= cor.updatedAt && cor.updatedAt < '2026-11-21T08:00')).toBe(true);
});

test('refusals have the shapes of the API', async () => {
  const { sandbox } = await startRig();
  const { url } = sandbox;
  expect(await ask(`${url}/companies/current`, 'GET', undefined, {})).toMatchObject({
    status: 401,
    json: { message: 'Unauthorized' },
  });
  expect(await ask(`${url}/projects/1`)).toMatchObject({ status: 404, text: '' });
  expect(await ask(`${url}/nothing/here`)).toMatchObject({ status: 404, text: '' });
  expect(await ask(`${url}/projects`, 'POST', { officeId: 11, title: 'A', jobNumber: '2401' })).toMatchObject({
    status: 409,
    json: { message: expect.any(String) },
  });
  expect(await ask(`${url}/projects`, 'POST', {})).toMatchObject({
    status: 422,
    json: { success: false, errors: [{ param: 'officeId', location: 'body' }, { param: 'title' }] },
  });
  expect(await ask(`${url}/cors?limit=101`)).toMatchObject({ status: 422, json: { errors: [{ param: 'limit' }] } });
  expect(await ask(`${url}/tags`)).toMatchObject({ status: 422, json: { errors: [{ param: 'inbox' }] } });
  expect(await ask(`${url}/cors?inbox=received&includeFromArchivedProjects=true`)).toMatchObject({ status: 422 });
  sandbox.control.setFaults({ failNext: { status: 500, count: 1, retryAfterSeconds: null } });
  expect(await ask(`${url}/labels`)).toMatchObject({ status: 500, json: { message: expect.any(String) } });
});

test('lists filter, sort and page as described', async () => {
  const { sandbox } = await startRig();
  const { url } = sandbox;
  const { json } = await ask(`${url}/cors?statuses=in_review&searchTitle=rfi&sortBy=title&sortDirection=desc`);
  expect(json.records.map((cor: { title: string }) => cor.title)).toEqual([
    'RFI 97: collector splice at gym mezzanine',
    'RFI 62: widen drag strut connection at stage',
  ]);
  const first = await ask(`${url}/cors?sortBy=updatedAt&limit=2`);
  const second = await ask(`${url}/cors?sortBy=updatedAt&skip=1&take=1`);
  expect(first.json.count).toBeGreaterThan(80);
  expect(second.json.records[0].id).toBe(first.json.records[1].id);
  const byJob = await ask(`${url}/cors?projectIds=2401&hasTags=true`);
  expect(byJob.json.records.every((cor: { jobNumber: string }) => cor.jobNumber === '2401')).toBe(true);
  const archived = await ask(`${url}/cors?companyJobNumber=2303&includeFromArchivedProjects=true`);
  expect(archived.json.count).toBe(3);
  expect((await ask(`${url}/cors?companyJobNumber=2303`)).json.count).toBe(0);
  const until = await ask(`${url}/cors?untilUpdatedAt=2026-02-01`);
  expect(until.json.records.every((cor: { updatedAt: string }) => cor.updatedAt <= '2026-02-01T00:00')).toBe(true);
});

test('totals agree with the requests they are made of', async () => {
  const { sandbox } = await startRig();
  const { url } = sandbox;
  const totals = (await ask(`${url}/cors/overview?inbox=sent&projectIds=2302`)).json;
  expect(totals.approved_co_issued).toMatchObject({ totalAmount: 9380, totalCount: 2 });
  expect(totals).toMatchObject({ totalRequestedAmount: 13522.34, totalStatusAmount: 13505, totalCount: 3 });
  const summary = (await ask(`${url}/cors/contract-summary?projectIds=2302`)).json;
  expect(summary).toMatchObject({ originalContractValue: 1575480, approved_co_issued: 9380, rejected: 4125 });
});

test('integration metadata and change notifications come only where asked for', async () => {
  const { sandbox } = await startRig();
  const { url } = sandbox;
  const { json } = await ask(`${url}/projects?jobNumber=2406`);
  expect(json.records[0]).not.toHaveProperty('integrationMetadata');
  const detail = await ask(`${url}/projects/${json.records[0].id}?withIntegrationMetadata=true`);
  expect(detail.json.integrationMetadata).toEqual([]);
  expect((await ask(`${url}/change-notifications?inbox=received`)).json.count).toBe(1);
  expect((await ask(`${url}/change-notifications/41`)).json.title).toContain('quartz');
});

test('a customer gets an internal id, which must be its own', async () => {
  const { sandbox } = await startRig();
  const { url } = sandbox;
  expect((await ask(`${url}/customers/3007`, 'PATCH', { internalId: '107' })).json.internalId).toBe('107');
  expect((await ask(`${url}/customers?internalId=107`)).json.count).toBe(1);
  const created = await ask(`${url}/customers`, 'POST', { officeIds: [12], name: 'Neu & Söhne' });
  expect(created).toMatchObject({ status: 201, json: { name: 'Neu & Söhne' } });
  expect((await ask(`${url}/customers`, 'POST', { officeIds: [12], name: 'X', internalId: '101' })).status).toBe(409);
});

test('a kept state survives a restart, and a spoilt file is set aside', async () => {
  const stateFile = join(folder, 'kept', 'state.json');
  const first = await startRig({ stateFile });
  first.sandbox.control.updateCor('900001', { title: 'Changed “here”' });
  first.sandbox.control.addProject({ title: 'Made in the demo', jobNumber: '2499' });
  await first.sandbox.close();

  const second = await startRig({ stateFile });
  expect(second.sandbox.control.cors()[0]?.title).toBe('Changed “here”');
  expect(second.sandbox.control.snapshot()).toEqual(first.sandbox.control.snapshot());
  await second.sandbox.close();

  writeFileSync(stateFile, readFileSync(stateFile, 'utf8').slice(0, 1000));
  const third = await startRig({ stateFile });
  expect(third.sandbox.control.cors()[0]?.title).not.toBe('Changed “here”');
  expect(readdirSync(join(folder, 'kept'))).toContain('state.json.unreadable');
});

test('the control over HTTP exists only with a token', async () => {
  const closed = await startRig();
  expect((await ask(`${closed.sandbox.url}/__sandbox/faults`)).status).toBe(404);

  const { sandbox } = await startRig({ controlToken: 'demo-token' });
  const { url } = sandbox;
  const token = { 'x-sandbox-token': 'demo-token' };
  expect((await ask(`${url}/__sandbox/faults`)).status).toBe(401);
  expect((await ask(`${url}/__sandbox/faults`, 'POST', { latencyMs: -1 }, token)).status).toBe(422);
  expect((await ask(`${url}/__sandbox/faults`, 'POST', { keyRevoked: true }, token)).json.keyRevoked).toBe(true);
  expect((await ask(`${url}/companies/current`)).status).toBe(401);
  expect((await ask(`${url}/__sandbox/cors/900002/void`, 'POST', {}, token)).json.status).toBe('rejected');
  const added = await ask(
    `${url}/__sandbox/cors`,
    'POST',
    { projectId: 61001, corNumber: '40', title: 'New', status: 'in_review', requestedAmount: '5.05' },
    token,
  );
  expect(added.json).toMatchObject({ inReviewAmount: '5.05', voidAmount: '0.00' });
  const snapshot = (await ask(`${url}/__sandbox/snapshot`, 'GET', undefined, token)).json;
  await ask(`${url}/__sandbox/cors/900001`, 'POST', { requestedAmount: '1.00' }, token);
  await ask(`${url}/__sandbox/snapshot`, 'POST', snapshot, token);
  expect(sandbox.control.cors()[0]?.requestedAmount).toBe('12345.67');
  expect((await ask(`${url}/__sandbox/writes`, 'GET', undefined, token)).json).toEqual([]);
});
