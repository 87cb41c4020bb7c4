import { get } from 'node:http';
import { expect, test } from 'vitest';
import { createProcoreAccount } from '../../electron/clouds/procore/client.ts';
import { connect } from '../../electron/clouds/procore/connection.ts';
import { keepLogin, type LoginStore, loginSecretName } from '../../electron/clouds/procore/keptLogin.ts';
import { beginLogin, loginPorts } from '../../electron/clouds/procore/login.ts';
import { failureOf, value } from './clearstoryRig.ts';
import { type Answer, type Answering, startFarEnd } from './procoreRig.ts';

type Store = LoginStore & { readonly kept: () => unknown; readonly history: string[] };

function createStore(full = false): Store {
  let text: string | null = null;
  const history: string[] = [];
  return {
    read: () => text,
    write: (name, next) => {
      if (full) return { ok: false, sentence: 'There is no safe place.' };
      expect(name).toBe(loginSecretName);
      text = next;
      history.push(next);
      return { ok: true };
    },
    kept: () => JSON.parse(text ?? 'null'),
    history,
  };
}

const token = (name: string, refresh: string): Answer => ({
  body: { access_token: name, expires_in: 5400, refresh_token: refresh },
});

async function startLogin(answer: Answering, store = createStore()) {
  const farEnd = await startFarEnd(answer);
  const options = { ...farEnd.options, fetch, store, login: store };
  const attempt = value(await beginLogin(options, [53_782, 53_783]));
  const query = new URL(attempt.address).searchParams;
  const back = (params: Record<string, string>) => fetch(`${query.get('redirect_uri')}?${new URLSearchParams(params)}`);
  return { ...farEnd, options, attempt, query, back, store };
}

test('a person logs in with the browser, and what renews the login is kept before it counts', async () => {
  const { attempt, back, query, store, arrived, options, url } = await startLogin(({ path }) =>
    path === '/oauth/token' ? token('first', 'refresh-1') : path === '/x' ? { body: [] } : null,
  );
  expect(attempt.address.startsWith(`${url}/oauth/authorize?response_type=code&client_id=client-1`)).toBe(true);
  const page = await back({ code: 'the-code', state: query.get('state') ?? '' });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('You are logged in')]);
  value(await attempt.finished);
  expect(Object.fromEntries(new URLSearchParams(arrived[0]?.body))).toMatchObject({
    grant_type: 'authorization_code',
    code: 'the-code',
    redirect_uri: query.get('redirect_uri'),
  });
  expect(store.kept()).toEqual({ refreshToken: 'refresh-1', state: 'held' });
  value(await connect(options).transport.get('/x', {}, 'x'));
  await expect(back({ code: 'again', state: query.get('state') ?? '' })).rejects.toThrow();
});

test('an answer of another attempt is not taken, and the right one still is', async () => {
  const { attempt, back, query, arrived } = await startLogin(({ path }) =>
    path === '/oauth/token' ? token('first', 'refresh-1') : null,
  );
  expect((await back({ code: 'evil', state: 'guessed' })).status).toBe(400);
  expect(arrived).toEqual([]);
  await back({ code: 'good', state: query.get('state') ?? '' });
  value(await attempt.finished);
});

test('whatever else a page in the browser asks for, the wait for the login goes on', async () => {
  const { attempt, back, query } = await startLogin(({ path }) =>
    path === '/oauth/token' ? token('first', 'refresh-1') : null,
  );
  const port = Number(new URL(query.get('redirect_uri') ?? '').port);
  const state = query.get('state') ?? '';
  const statusOf = (path: string, host = `localhost:${port}`) =>
    new Promise<number | undefined>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, headers: { host } }, (reply) => {
        reply.resume();
        resolve(reply.statusCode);
      }).on('error', reject);
    });
  for (const path of ['//', '//[', 'http://[', '/callback/', `/other?code=x&state=${state}`, '/%'])
    expect([path, await statusOf(path)]).toEqual([path, 404]);
  expect(await statusOf(`/callback?code=x&state=${state}`, 'evil.example:80')).toBe(404);
  expect((await back({ code: 'good', state })).status).toBe(200);
  value(await attempt.finished);
});

test('a login that is refused, given up or never answered ends with a sentence', async () => {
  const refused = await startLogin(({ path }) =>
    path === '/oauth/token' ? { status: 401, body: { error: 'invalid_grant' } } : null,
  );
  const page = await refused.back({ code: 'x', state: refused.query.get('state') ?? '' });
  expect(await page.text()).toContain('did not confirm');
  expect(failureOf(await refused.attempt.finished).code).toBe('procore.loginRefused');

  const cancelled = await startLogin(() => null);
  cancelled.attempt.cancel();
  expect(failureOf(await cancelled.attempt.finished).code).toBe('procore.loginEnded');

  const forgotten = await startLogin(() => null);
  forgotten.clock.advance(10 * 60_000);
  expect(failureOf(await forgotten.attempt.finished).code).toBe('procore.loginEnded');
});

test('whoever begins again ends the wait that was begun before, and its port is free', async () => {
  const farEnd = await startFarEnd(() => null);
  const account = createProcoreAccount({ ...farEnd.options, login: createStore() });
  const attempts = [];
  for (const _ of loginPorts) attempts.push(value(await account.beginLogin()));
  const last = value(await account.beginLogin());
  for (const { finished } of attempts) expect(failureOf(await finished).code).toBe('procore.loginEnded');
  farEnd.clock.advance(10 * 60_000);
  expect(failureOf(await last.finished).code).toBe('procore.loginEnded');
});

test('the next free port is used, and without one it is said', async () => {
  const first = await startLogin(() => null);
  const second = await startLogin(() => null);
  expect(second.query.get('redirect_uri')).not.toBe(first.query.get('redirect_uri'));
  expect(failureOf(await beginLogin(first.options, [53_782, 53_783])).code).toBe('procore.loginPort');
  first.attempt.cancel();
  second.attempt.cancel();
});

/** A login that is kept already, and what it renews to. */
async function startKept(answers: Answer[]) {
  const store = createStore();
  keepLogin(store, { refreshToken: 'refresh-1', state: 'held' });
  const farEnd = await startFarEnd(({ path }) => {
    if (path === '/oauth/token') return answers.shift() ?? { status: 401, body: { error: 'invalid_grant' } };
    return { body: [] };
  });
  const { transport } = connect({ ...farEnd.options, login: store });
  const renewals = () => farEnd.arrived.filter(({ path }) => path === '/oauth/token').length;
  return { ...farEnd, store, renewals, get: () => transport.get('/x', {}, 'x') };
}

test('a login is renewed once for all who need it, and the next one is kept before the token is used', async () => {
  const { get, store, renewals } = await startKept([token('second', 'refresh-2')]);
  for (const reply of await Promise.all([get(), get(), get()])) value(reply);
  expect(renewals()).toBe(1);
  expect(store.history.map((text) => JSON.parse(text))).toEqual([
    { refreshToken: 'refresh-1', state: 'held' },
    { refreshToken: 'refresh-1', state: 'sent' },
    { refreshToken: 'refresh-2', state: 'held' },
  ]);
});

test('a renewal whose answer was lost is never repeated: the person logs in again', async () => {
  const { get, store, renewals } = await startKept([{ broken: 'before' }, token('second', 'refresh-2')]);
  expect(failureOf(await get()).code).toBe('procore.loginAgain');
  expect(failureOf(await get()).code).toBe('procore.loginAgain');
  expect(renewals()).toBe(1);
  expect(store.kept()).toMatchObject({ state: 'sent' });
});

test('a renewal that Procore was too busy for is tried again with the same login', async () => {
  const { get, renewals } = await startKept([
    { status: 503, headers: { 'Retry-After': '60' }, body: {} },
    token('second', 'refresh-2'),
  ]);
  expect(failureOf(await get())).toMatchObject({ next: 'waitUntil', code: 'procore.busy' });
  value(await get());
  expect(renewals()).toBe(2);
});

test('a login that cannot be kept is not used', async () => {
  const { attempt, back, query } = await startLogin(
    ({ path }) => (path === '/oauth/token' ? token('first', 'refresh-1') : null),
    createStore(true),
  );
  await back({ code: 'x', state: query.get('state') ?? '' });
  const failure = failureOf(await attempt.finished);
  expect(failure.code).toBe('procore.loginNotKept');
  expect(failure.sentence).toContain('There is no safe place.');
});
