import { expect, test } from 'vitest';
import { failureOf, settleByTimeouts, value } from './clearstoryRig.ts';
import { type Answer, startFarEnd } from './procoreRig.ts';

test('every call carries the token and the company, and the secret is in the request for the token only', async () => {
  const { connection, arrived } = await startFarEnd(() => null);
  await connection.transport.get('/rest/v1.0/me', {}, 'the user');
  const [token, call] = arrived;
  expect(token).toMatchObject({ method: 'POST', path: '/oauth/token' });
  expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'client-1',
    client_secret: 'canary-secret',
  });
  expect(call?.headers).toMatchObject({ authorization: 'Bearer token-1', 'procore-company-id': '1001' });
  expect(JSON.stringify(call?.headers)).not.toContain('canary');
});

test('one token serves all calls at once, and is renewed before it ends', async () => {
  const { connection, arrived, clock } = await startFarEnd(({ path }) => (path === '/x' ? { body: [] } : null));
  const get = () => connection.transport.get('/x', {}, 'x');
  await Promise.all([get(), get(), get()]);
  const tokens = () => arrived.filter(({ path }) => path === '/oauth/token').length;
  expect(tokens()).toBe(1);
  clock.advance((5400 - 301) * 1000);
  await get();
  expect(tokens()).toBe(1);
  clock.advance(2_000);
  await Promise.all([get(), get()]);
  expect(tokens()).toBe(2);
});

test('a refused token is renewed once for everybody, and each call is tried once more', async () => {
  const { connection, arrived } = await startFarEnd(({ path, headers }) => {
    if (path !== '/x') return null;
    return headers.authorization === 'Bearer token-1' ? { status: 401, body: {} } : { body: ['ok'] };
  });
  const get = () => connection.transport.get('/x', {}, 'x');
  const replies = await Promise.all([get(), get()]);
  expect(replies.map((reply) => value(reply).body)).toEqual([['ok'], ['ok']]);
  expect(arrived.filter(({ path }) => path === '/oauth/token')).toHaveLength(2);
});

test('a token that stays refused is told as such, not tried for ever', async () => {
  const { connection, calls } = await startFarEnd(({ path }) => (path === '/x' ? { status: 401, body: {} } : null));
  const failure = failureOf(await connection.transport.get('/x', {}, 'x'));
  expect(failure).toMatchObject({
    next: 'needsPerson',
    code: 'procore.keyRefused',
    detail: 'HTTP 401, request req-77',
  });
  expect(calls()).toHaveLength(2);
});

test('a wrong secret is told in plain words, without it', async () => {
  const body = { error: 'invalid_client', error_description: 'Client authentication failed' };
  const { connection, calls } = await startFarEnd(({ path }) =>
    path === '/oauth/token' ? { status: 401, body } : null,
  );
  const failure = failureOf(await connection.transport.get('/x', {}, 'x'));
  expect(failure.code).toBe('procore.keyRefused');
  expect(failure.detail).toBe('HTTP 401, request req-77, invalid_client');
  expect(JSON.stringify(failure)).not.toContain('canary');
  expect(calls()).toEqual([]);
});

test('missing credentials, company or encryption are told before anything is sent', async () => {
  const none = await startFarEnd(() => null, { credentials: () => null });
  expect(failureOf(await none.connection.transport.get('/x', {}, 'x')).code).toBe('procore.keyMissing');
  const nowhere = await startFarEnd(() => null, { companyId: () => ' ' });
  expect(failureOf(await nowhere.connection.transport.get('/x', {}, 'x')).code).toBe('procore.companyMissing');
  const environment = { loginBase: 'https://login.example', apiBase: 'http://api.example' };
  const open = await startFarEnd(() => null, { environment });
  const failure = failureOf(await open.connection.transport.get('/x', {}, 'x'));
  expect(failure.code).toBe('procore.address');
  expect(failure.sentence).toContain('http://api.example');
  expect([...none.arrived, ...nowhere.arrived, ...open.arrived]).toEqual([]);
});

test('reads are tried again after errors of the server and broken connections', async () => {
  const answers: Answer[] = [{ status: 502, body: '<html>Bad gateway</html>' }, { broken: 'before' }, { body: [1] }];
  const { connection, clock } = await startFarEnd(({ path }) => (path === '/x' ? (answers.shift() ?? null) : null));
  expect(value(await connection.transport.get('/x', {}, 'x')).body).toEqual([1]);
  expect(clock.pauses.filter((ms) => ms < 2_000)).toEqual([250, 500]);
});

test('a truncated answer is read again, and told when it stays so', async () => {
  const { connection, calls } = await startFarEnd(({ path }) =>
    path === '/x' ? { body: { name: 'x'.repeat(500) }, broken: 'within' } : null,
  );
  expect(failureOf(await connection.transport.get('/x', {}, 'x'))).toMatchObject({
    next: 'retry',
    code: 'procore.unreachable',
  });
  expect(calls()).toHaveLength(3);
});

test('a lost answer to a write is of unknown outcome and is not sent again', async () => {
  const { connection, calls } = await startFarEnd(({ path }) => (path === '/x' ? { broken: 'before' } : null));
  const failure = failureOf(await connection.transport.send('PATCH', '/x', {}, { a: 1 }, 'the vendor “Harbor”'));
  expect(failure).toMatchObject({ next: 'retry', code: 'procore.outcomeUnknown' });
  expect(failure.sentence).toContain('the vendor “Harbor”');
  expect(calls()).toMatchObject([
    { method: 'PATCH', body: '{"a":1}', headers: { 'idempotency-token': '00000000-0000-4000-8000-000000000000' } },
  ]);
});

test('a write that is never answered is left after 30 seconds, and its outcome is unknown', async () => {
  const silent: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
  const { connection, clock } = await startFarEnd(({ path }) => (path === '/known' ? { body: [] } : null), {
    fetch: (input, init) => (String(input).endsWith('/silent') ? silent(input, init) : fetch(input, init)),
  });
  value(await connection.transport.get('/known', {}, 'x'));
  const write = connection.transport.send('POST', '/silent', {}, {}, 'x');
  expect(failureOf(await settleByTimeouts(clock, write, 1))).toMatchObject({
    next: 'retry',
    code: 'procore.outcomeUnknown',
    detail: 'TIMEOUT',
  });
});

test('what is no JSON, or a sign-in page, is not taken for Procore', async () => {
  const { connection } = await startFarEnd(({ path }) => (path === '/x' ? { body: '<html>Sign in</html>' } : null));
  const failure = failureOf(await connection.transport.get('/x', {}, 'x'));
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'procore.unexpectedReply' });
  expect(JSON.stringify(failure)).not.toContain('Sign in');
});

test('an answer without a body is a success', async () => {
  const { connection } = await startFarEnd(({ path }) => (path === '/x' ? { status: 204 } : null));
  expect(value(await connection.transport.send('DELETE', '/x', {}, null, 'x')).body).toBeNull();
});

test('a refusal for too many calls stops everything of the credential until it ends, then it succeeds', async () => {
  const clockStart = Date.parse('2026-11-23T09:00:00Z') / 1000;
  let refusals = 0;
  const { connection, clock, calls } = await startFarEnd(({ path }) => {
    if (path !== '/x') return null;
    refusals += 1;
    const head = {
      'X-Rate-Limit-Limit': '25',
      'X-Rate-Limit-Remaining': '0',
      'X-Rate-Limit-Reset': `${clockStart + 7}`,
    };
    return refusals === 1 ? { status: 429, headers: head, body: {} } : { body: [] };
  });
  value(await connection.transport.send('PATCH', '/x', {}, {}, 'x'));
  expect(calls()).toHaveLength(2);
  expect(Date.parse(clock.now()) / 1000).toBeGreaterThanOrEqual(clockStart + 7);
  expect(connection.usage()).toMatchObject({ calls: 2, spikeLimit: 25 });
});

test('a limit that is used up for long is a failure with its end, for all calls, without sending one', async () => {
  const start = Date.parse('2026-11-23T09:00:00Z') / 1000;
  const head = { 'X-Rate-Limit-Limit': '600', 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': `${start + 1800}` };
  const { connection, calls } = await startFarEnd(({ path }) => (path === '/x' ? { headers: head, body: [] } : null));
  value(await connection.transport.get('/x', {}, 'x'));
  const failures = await Promise.all([1, 2, 3].map(() => connection.transport.get('/x', {}, 'x')));
  for (const failure of failures.map(failureOf)) {
    expect(failure).toMatchObject({ next: 'waitUntil', code: 'procore.busy', until: '2026-11-23T09:30:00.500Z' });
  }
  expect(calls()).toHaveLength(1);
  expect(connection.usage()).toMatchObject({ hourLimit: 600, pausedUntil: '2026-11-23T09:30:00.500Z' });
});

test('nobody lets Plumbline stand still for months: a pause that is asked for is an hour and a little at most', async () => {
  const months = { 'Retry-After': '9999999', 'X-Rate-Limit-Limit': '10', 'X-Rate-Limit-Remaining': '0' };
  const farEnd = await startFarEnd(({ path }) =>
    path === '/x' ? { status: 503, headers: { ...months, 'X-Rate-Limit-Reset': '99999999999' }, body: {} } : null,
  );
  const latest = Date.parse(farEnd.clock.now()) + 66 * 60_000;
  for (const failure of [
    failureOf(await farEnd.connection.transport.get('/x', {}, 'x')),
    failureOf(await farEnd.connection.transport.get('/x', {}, 'x')),
  ]) {
    if (failure.next !== 'waitUntil') throw new Error(failure.code);
    expect(Date.parse(failure.until ?? '')).toBeLessThanOrEqual(latest);
  }
});
