import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allPages, request, startProcoreRig } from './procoreSandboxRig.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'procore-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rateOf = (headers: Headers) =>
  ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`x-rate-limit-${name}`)));

test('every answer, errors too, says how much of the nearest limit is left', async () => {
  const rig = await startProcoreRig({ limits: { spike: 5, hourly: 100 } });
  const reset = Date.parse(rig.clock.now()) / 1000 + 10;
  expect(rateOf((await rig.get('/rest/v1.0/me')).headers)).toEqual([5, 4, reset]);
  expect(rateOf((await rig.get('/rest/v1.0/nothing')).headers)).toEqual([5, 3, reset]);
  expect(rateOf((await rig.ask('GET', '/rest/v1.0/me', undefined, {})).headers)).toEqual([5, 2, reset]);
  rig.sandbox.control.setFaults({ failNext: { status: 503, count: 1, retryAfterSeconds: 7 } });
  const failed = await rig.get('/rest/v1.0/me');
  expect(rateOf(failed.headers)).toEqual([5, 1, reset]);
  expect(failed.headers.get('retry-after')).toBe('7');
});

test('at zero everything is refused until the window has rolled on', async () => {
  const rig = await startProcoreRig({ limits: { spike: 2, hourly: 100 } });
  await rig.get('/rest/v1.0/me');
  rig.clock.advance(6000);
  await rig.get('/rest/v1.0/me');
  const refused = await rig.get('/rest/v1.0/me');
  expect(refused).toMatchObject({ status: 429, json: { message: expect.any(String) } });
  expect(rateOf(refused.headers)).toEqual([2, 0, Date.parse(rig.clock.now()) / 1000 + 4]);
  expect(refused.headers.get('retry-after')).toBe('4');
  rig.clock.advance(4000);
  // The first has left the window, the second is still inside.
  expect((await rig.get('/rest/v1.0/me')).status).toBe(200);
  expect((await rig.get('/rest/v1.0/me')).status).toBe(429);
});

test('the hourly limit ends later than the short one and is reported when it is nearer', async () => {
  const rig = await startProcoreRig({ limits: { spike: 3, hourly: 4 } });
  for (let n = 0; n < 3; n += 1) await rig.get('/rest/v1.0/me');
  rig.clock.advance(10_000);
  expect(rateOf((await rig.get('/rest/v1.0/me')).headers).slice(0, 2)).toEqual([4, 0]);
  rig.clock.advance(10_000);
  expect((await rig.get('/rest/v1.0/me')).status).toBe(429);
  rig.clock.advance(3_590_000);
  expect((await rig.get('/rest/v1.0/me')).status).toBe(200);
});

test('a write whose answer is lost has been done', async () => {
  const rig = await startProcoreRig();
  rig.sandbox.control.setFaults({ dropWrites: 1 });
  const vendor = { vendor: { name: 'Lost Answer LLC' }, company_id: Number(rig.sandbox.companyId) };
  await expect(rig.ask('POST', '/rest/v1.0/vendors', vendor)).rejects.toThrow();
  expect(rig.sandbox.control.records('vendors').some(({ name }) => name === 'Lost Answer LLC')).toBe(true);
  expect(rig.sandbox.control.writes().at(-1)).toMatchObject({ method: 'POST', status: 201, answered: false });
  rig.sandbox.control.setFaults({ dropReads: 1 });
  await expect(rig.get('/rest/v1.0/me')).rejects.toThrow();
});

test('an answer can end in the middle of its body', async () => {
  const rig = await startProcoreRig();
  rig.sandbox.control.setFaults({ truncateBodies: 1 });
  await expect(rig.get(`/rest/v1.0/vendors?${rig.company}`)).rejects.toThrow();
  expect((await rig.get(`/rest/v1.0/vendors?${rig.company}`)).status).toBe(200);
});

test('only the paths that were named fail', async () => {
  const rig = await startProcoreRig();
  rig.sandbox.control.setFaults({ failNext: { status: 500, count: 2, retryAfterSeconds: null, path: 'vendors' } });
  expect((await rig.get('/rest/v1.0/me')).status).toBe(200);
  for (const status of [500, 500, 200])
    expect((await rig.get(`/rest/v1.0/vendors?${rig.company}`)).status).toBe(status);
});

test('slow answers wait on the clock that was given', async () => {
  const rig = await startProcoreRig();
  rig.sandbox.control.setFaults({ latencyMs: 2500 });
  await rig.get('/rest/v1.0/me');
  expect(rig.clock.pauses).toContain(2500);
});

test('a list that drifts while it is paged skips a row', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.0/vendors?${rig.company}&view=compact&per_page=20`;
  const ids = async () => (await allPages(rig, path)).flatMap((page) => page.json.map((one: { id: number }) => one.id));
  const whole = await ids();
  rig.sandbox.control.setFaults({ driftPages: 1 });
  const drifted = await ids();
  expect(new Set(drifted)).not.toEqual(new Set(whole));
});

test('calls are counted by route, logins too', async () => {
  const rig = await startProcoreRig();
  rig.sandbox.control.resetCalls();
  await rig.get(`/rest/v1.0/projects/${rig.project('2402')}?${rig.company}`);
  await rig.get(`/rest/v1.0/projects/${rig.project('2405')}?${rig.company}`);
  expect(rig.sandbox.control.calls()).toEqual({ 'GET /rest/v1.0/projects/:id': 2 });
});

test('a body that is too large is refused before anything is done', async () => {
  const rig = await startProcoreRig({ maxBodyBytes: 1000 });
  const updates = [{ name: 'x'.repeat(2000), origin_id: 'a' }];
  const answer = await rig.ask('PATCH', `/rest/v1.0/vendors/sync?${rig.company}`, { updates });
  expect(answer).toMatchObject({ status: 413, json: { message: expect.any(String) } });
  expect(rig.sandbox.control.records('vendors').some(({ origin_id }) => origin_id === 'a')).toBe(false);
});

test('a kept state survives a restart, and a spoilt file is set aside', async () => {
  const stateFile = join(folder, 'kept', 'state.json');
  const first = await startProcoreRig({ stateFile });
  const id = first.contract('SC-001');
  await first.ask('PATCH', `/rest/v1.0/work_order_contracts/${id}`, {
    project_id: Number(first.project('2402')),
    work_order_contract: { origin_id: 'plumbline:1:2402:SC-001' },
  });
  const second = await startProcoreRig({ stateFile });
  expect(second.sandbox.control.one('commitments', id).origin_id).toBe('plumbline:1:2402:SC-001');
  writeFileSync(stateFile, '{"format": 1');
  const third = await startProcoreRig({ stateFile });
  expect(third.sandbox.control.one('commitments', id).origin_id).toBeNull();
  expect(readdirSync(join(folder, 'kept')).sort()).toEqual(['state.json.unreadable']);
});

test('the control opens over HTTP to whoever has its token', async () => {
  const rig = await startProcoreRig({ controlToken: 'secret' });
  const tell = (method: string, path: string, body?: unknown, token = 'secret') =>
    request(`${rig.sandbox.url}/__sandbox/${path}`, method, body === undefined ? undefined : JSON.stringify(body), {
      'x-sandbox-token': token,
    });
  expect((await tell('GET', 'faults', undefined, 'x')).status).toBe(401);
  expect((await tell('POST', 'faults', { dropWrites: 2 })).json).toMatchObject({ dropWrites: 2, dropReads: 0 });
  expect((await tell('POST', 'limits', { spike: 7 })).json).toMatchObject({ spike: 7 });
  const id = rig.contract('SC-004');
  expect((await tell('POST', `commitments/${id}/approve`)).json).toMatchObject({ status: 'Approved' });
  expect((await tell('POST', `commitments/${id}`, { title: 'Renamed' })).json).toMatchObject({ title: 'Renamed' });
  expect((await tell('GET', `commitments/${id}`)).json).toMatchObject({ status: 'Approved', title: 'Renamed' });
  const added = await tell('POST', 'vendors', { name: 'Added LLC' });
  expect(added.json).toMatchObject({ name: 'Added LLC', is_active: true });
  await tell('POST', `vendors/${added.json.id}/remove`);
  expect((await tell('GET', `vendors/${added.json.id}`)).status).toBe(422);
  const before = (await tell('GET', 'snapshot')).json;
  await tell('POST', 'vendors', { name: 'Gone again' });
  await tell('POST', 'snapshot', before);
  expect((await tell('GET', 'snapshot')).json).toEqual(before);
  expect((await tell('GET', 'nothing')).status).toBe(404);
  expect(
    (await request(`${(await startProcoreRig()).sandbox.url}/__sandbox/faults`, 'GET', undefined, {})).status,
  ).toBe(401);
});
