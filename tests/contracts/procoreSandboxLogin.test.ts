import { expect, test } from 'vitest';
import { sandboxCredentials } from '../../electron/sandbox/procore/oauth.ts';
import { login, type ProcoreRig, request, startProcoreRig } from './procoreSandboxRig.ts';

const callback = 'http://localhost:53682/callback';
const { clientId, clientSecret } = sandboxCredentials;

const bearer = (rig: ProcoreRig, token: string, path = `/rest/v1.0/vendors?${rig.company}`) =>
  rig.ask('GET', path, undefined, { authorization: `Bearer ${token}`, 'procore-company-id': rig.sandbox.companyId });

async function authorize(rig: ProcoreRig, change: Record<string, string> = {}) {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    state: 'a b',
    ...change,
  });
  const answer = await request(`${rig.sandbox.url}/oauth/authorize?${query}`, 'GET', undefined, {});
  const target = answer.headers.get('location');
  return { answer, target: target === null ? null : new URL(target) };
}

async function codeOf(rig: ProcoreRig): Promise<string> {
  const { target } = await authorize(rig);
  return target?.searchParams.get('code') ?? '';
}

const exchange = (rig: ProcoreRig, code: string, change: Record<string, string> = {}) =>
  login(rig.sandbox.url, { grant_type: 'authorization_code', code, redirect_uri: callback, ...change });
const refresh = (rig: ProcoreRig, token: string) =>
  login(rig.sandbox.url, { grant_type: 'refresh_token', refresh_token: token });

test("a service account's token has no refresh token and ends after 5400 seconds", async () => {
  const rig = await startProcoreRig();
  const { json } = await login(rig.sandbox.url, { grant_type: 'client_credentials' });
  expect(json).toEqual({
    access_token: expect.any(String),
    token_type: 'bearer',
    expires_in: 5400,
    created_at: Date.parse(rig.clock.now()) / 1000,
  });
  rig.clock.advance(5_399_000);
  expect((await bearer(rig, json.access_token)).status).toBe(200);
  rig.clock.advance(1000);
  expect(await bearer(rig, json.access_token)).toMatchObject({
    status: 401,
    json: { errors: 'The access token is invalid' },
  });
});

test('wrong credentials and grants that do not exist are refused as OAuth refuses', async () => {
  const { sandbox } = await startProcoreRig();
  expect(await login(sandbox.url, { grant_type: 'client_credentials', client_secret: 'x' })).toMatchObject({
    status: 401,
    json: { error: 'invalid_client', error_description: expect.any(String) },
  });
  expect(await login(sandbox.url, { grant_type: 'password' })).toMatchObject({
    status: 401,
    json: { error: 'unsupported_grant_type' },
  });
});

test('the token endpoint reads forms, multipart and JSON', async () => {
  const { sandbox } = await startProcoreRig();
  const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const json = await request(`${sandbox.url}/oauth/token`, 'POST', JSON.stringify(fields), {
    'content-type': 'application/json',
  });
  expect(json.status).toBe(200);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  expect((await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body: form })).status).toBe(200);
});

test('a code comes back with the state, works once, for its own address, within ten minutes', async () => {
  const rig = await startProcoreRig();
  const { answer, target } = await authorize(rig);
  expect(answer.status).toBe(302);
  expect(`${target?.origin}${target?.pathname}`).toBe(callback);
  expect(target?.searchParams.get('state')).toBe('a b');
  const code = target?.searchParams.get('code') ?? '';
  const first = await exchange(rig, code);
  expect(first.json).toMatchObject({ expires_in: 5400, refresh_token: expect.any(String) });
  expect(await exchange(rig, code)).toMatchObject({ status: 401, json: { error: 'invalid_grant' } });
  expect((await exchange(rig, await codeOf(rig), { redirect_uri: 'http://localhost' })).status).toBe(401);
  const late = await codeOf(rig);
  rig.clock.advance(600_000);
  expect((await exchange(rig, late)).status).toBe(401);
});

test('a redirect must be registered to the letter', async () => {
  const rig = await startProcoreRig();
  for (const redirect_uri of [`${callback}/`, 'http://localhost:50000/callback', 'http://127.0.0.1:53682/callback'])
    expect((await authorize(rig, { redirect_uri })).answer).toMatchObject({
      status: 401,
      json: { error: 'invalid_redirect_uri' },
    });
  expect((await authorize(rig, { redirect_uri: 'urn:ietf:wg:oauth:2.0:oob' })).answer.json.code).toEqual(
    expect.any(String),
  );
});

test('a refresh token works once; a lost answer means logging in again', async () => {
  const rig = await startProcoreRig();
  const first = (await exchange(rig, await codeOf(rig))).json;
  const second = (await refresh(rig, first.refresh_token)).json;
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect((await bearer(rig, first.access_token)).status).toBe(401);
  expect((await bearer(rig, second.access_token)).status).toBe(200);
  expect(await refresh(rig, first.refresh_token)).toMatchObject({
    status: 401,
    json: { error: 'invalid_grant', error_description: 'The refresh token is invalid' },
  });
  rig.sandbox.control.setFaults({ dropTokens: 1 });
  await expect(refresh(rig, second.refresh_token)).rejects.toThrow();
  expect((await refresh(rig, second.refresh_token)).status).toBe(401);
});

test('a token tells about itself until it is revoked, and its refresh token goes with it', async () => {
  const rig = await startProcoreRig();
  const { url } = rig.sandbox;
  const { json } = await exchange(rig, await codeOf(rig));
  const authorization = { authorization: `Bearer ${json.access_token}` };
  rig.clock.advance(60_000);
  expect((await request(`${url}/oauth/token/info`, 'GET', undefined, authorization)).json).toMatchObject({
    resource_owner_id: 481516,
    expires_in_seconds: 5340,
    application: { uid: clientId },
  });
  const form = new URLSearchParams({ token: json.access_token, client_id: clientId, client_secret: clientSecret });
  expect((await request(`${url}/oauth/revoke`, 'POST', form, {})).status).toBe(200);
  expect((await request(`${url}/oauth/revoke`, 'POST', form, {})).status).toBe(200);
  expect((await request(`${url}/oauth/token/info`, 'GET', undefined, authorization)).status).toBe(401);
  expect((await refresh(rig, json.refresh_token)).status).toBe(401);
});

test('every call names the company; only a user may ask who he is without', async () => {
  const rig = await startProcoreRig();
  const bare = { authorization: `Bearer ${rig.token}` };
  for (const path of ['/rest/v1.0/me', '/rest/v1.0/companies', `/rest/v1.0/vendors?${rig.company}`]) {
    const answer = await rig.ask('GET', path, undefined, bare);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Missing Procore-Company-Id header!');
  }
  const { json } = await exchange(rig, await codeOf(rig));
  const user = { authorization: `Bearer ${json.access_token}` };
  expect((await rig.ask('GET', '/rest/v1.0/me', undefined, user)).status).toBe(200);
  expect((await rig.ask('GET', '/rest/v1.0/companies', undefined, user)).status).toBe(200);
  expect((await rig.ask('GET', `/rest/v1.0/me?${rig.company}`, undefined, user)).status).toBe(400);
  expect((await rig.ask('GET', `/rest/v1.0/vendors?${rig.company}`, undefined, user)).status).toBe(400);
  const other = { ...bare, 'procore-company-id': '1' };
  expect((await rig.ask('GET', '/rest/v1.0/me', undefined, other)).status).toBe(403);
});

test('an app that was disconnected is told so', async () => {
  const rig = await startProcoreRig();
  rig.sandbox.control.setCompany({ connected: false });
  expect(await rig.get(`/rest/v1.0/vendors?${rig.company}`)).toMatchObject({
    status: 403,
    json: { errors: 'App is not connected to this company' },
  });
  rig.sandbox.control.setFaults({ credentialsRevoked: true });
  expect((await rig.get('/rest/v1.0/me')).status).toBe(401);
  expect((await login(rig.sandbox.url, { grant_type: 'client_credentials' })).status).toBe(401);
});

test('projects that nobody permitted are not in the list and cannot be read', async () => {
  const rig = await startProcoreRig();
  const [seen, hidden] = [rig.project('2402'), rig.project('2405')];
  rig.sandbox.control.setCompany({ permitted_projects: [seen] });
  const list = await rig.get(`/rest/v1.1/projects?${rig.company}`);
  expect(list.json.map((one: { id: number }) => String(one.id))).toEqual([seen]);
  expect(list.headers.get('total')).toBe('1');
  expect((await rig.get(`/rest/v1.0/projects/${hidden}?${rig.company}`)).status).toBe(404);
  expect(await rig.get(`/rest/v1.0/cost_codes?project_id=${hidden}`)).toMatchObject({
    status: 403,
    json: { errors: 'You do not have permission to access this resource' },
  });
  const made = await rig.ask('POST', `/rest/v1.0/projects`, {
    company_id: Number(rig.sandbox.companyId),
    project: { name: 'New' },
  });
  expect(made.status).toBe(201);
  expect((await rig.get(`/rest/v1.0/projects/${made.json.id}?${rig.company}`)).status).toBe(200);
});
