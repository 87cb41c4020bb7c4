import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { createClearstoryAccount } from '../../electron/clouds/clearstory/client.ts';
import { sandboxCredentials } from '../../electron/sandbox/clearstory/server.ts';
import { createTestClock, failureOf, projectIds, settleByTimeouts, startRig, value } from './clearstoryRig.ts';

test('a busy server is asked again after the pause it wishes, and the read succeeds', async () => {
  const { account, sandbox, clock } = await startRig();
  sandbox.control.setFaults({ failNext: { status: 429, count: 2, retryAfterSeconds: 7 } });
  expect(value(await account.test()).companyName).toBe('Cascade Ridge Builders');
  // Half of the jitter windows of 500 and 1,000 ms on top of the 7 s.
  expect(clock.pauses).toEqual([7250, 7500]);
});

test('a server that stays busy is given up after three tries, with the time to come back', async () => {
  const { account, sandbox } = await startRig();
  sandbox.control.setFaults({ failNext: { status: 429, count: 9, retryAfterSeconds: null } });
  expect(failureOf(await account.test())).toMatchObject({ next: 'retry', code: 'clearstory.busy' });
  expect(sandbox.control.requests()).toHaveLength(3);

  const patient = await startRig();
  patient.sandbox.control.setFaults({ failNext: { status: 429, count: 9, retryAfterSeconds: 600 } });
  expect(failureOf(await patient.account.test())).toMatchObject({
    next: 'waitUntil',
    until: '2026-11-23T09:10:00.000Z',
  });
  expect(patient.sandbox.control.requests()).toHaveLength(1);
});

test('errors of the server and lost connections are tried again with growing pauses', async () => {
  const { account, sandbox, clock } = await startRig();
  sandbox.control.setFaults({ failNext: { status: 500, count: 2, retryAfterSeconds: null } });
  expect((await account.test()).ok).toBe(true);
  expect(clock.pauses).toEqual([250, 500]);
  sandbox.control.setFaults({ dropReads: 2 });
  expect((await account.test()).ok).toBe(true);
  sandbox.control.setFaults({ failNext: { status: 500, count: 3, retryAfterSeconds: null } });
  expect(failureOf(await account.test())).toMatchObject({ next: 'retry', code: 'clearstory.serverError' });
});

test('a server that never answers is left after 30 seconds, three times', async () => {
  const { account, sandbox, clock } = await startRig();
  sandbox.control.setFaults({ latencyMs: 3_600_000 });
  let tries = 0;
  const counting = {
    ...clock,
    advance: (ms: number) => {
      tries += 1;
      clock.advance(ms);
    },
  };
  const call = account.test();
  // The client's limit, and one reply held back per try.
  const failure = failureOf(await settleByTimeouts({ ...counting, held: () => clock.held() - tries }, call, 2));
  expect(failure).toMatchObject({ next: 'retry', code: 'clearstory.unreachable', detail: 'TIMEOUT' });
  expect(failure.sentence).toContain('within 30 seconds');
  expect(tries).toBe(3);
});

test('rows that move while being read are neither lost nor doubled', async () => {
  const { account, sandbox } = await startRig({ scale: 12 });
  const projects = await projectIds(account);
  const expected = sandbox.control
    .cors()
    .map((cor) => String(cor.id))
    .sort();
  sandbox.control.setFaults({ shiftPages: 40 });
  const page = value(await account.cors({ projectIds: projects, updatedFrom: null }));
  expect(page.cors.map((cor) => cor.id).sort()).toEqual(expected);
  expect(page.rowsRead).toBeGreaterThan(expected.length);
  expect(sandbox.control.faults().shiftPages).toBeLessThan(40);
});

test('hundreds of rows changed in the same moment are read whole', async () => {
  const { account, sandbox } = await startRig({ scale: 5 });
  const state = sandbox.control.snapshot();
  const moment = '2026-11-21T08:00:00.000Z';
  sandbox.control.restore({ ...state, cors: state.cors.map((cor) => ({ ...cor, updatedAt: moment })) });
  const page = value(await account.cors({ projectIds: await projectIds(account), updatedFrom: moment }));
  expect(page.cors).toHaveLength(state.cors.length);
});

/** A far end that answers every request the same way. */
async function withServer<T>(
  status: number,
  headers: Record<string, string>,
  body: string,
  act: (url: string) => Promise<T>,
) {
  const server = createServer((_request, response) => void response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    return await act(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function accountAt(baseUrl: string) {
  const random = { fraction: () => 0, uuid: () => '' };
  return createClearstoryAccount({
    fetch,
    baseUrl,
    credentials: () => sandboxCredentials,
    clock: createTestClock(),
    random,
  });
}

test('rows that cannot be read are kept beside the good ones with the reason', async () => {
  const good = {
    requestedAmount: 0,
    id: 5,
    uuid: 'u-5',
    version: 1,
    title: 'Good',
    status: 'draft',
    projectId: 1,
    updatedAt: '2026-03-01',
  };
  const records = [
    good,
    { ...good, id: 6, status: 'escalated' },
    { ...good, id: 7, requestedAmount: 10.005 },
    { ...good, id: null, uuid: 'no id at all' },
  ];
  const body = JSON.stringify({ records, count: records.length });
  const page = await withServer(200, { 'Content-Type': 'application/json' }, body, async (url) =>
    value(await accountAt(url).cors({ projectIds: ['1'], updatedFrom: null })),
  );
  expect(page.cors).toMatchObject([{ id: '5', updatedAt: '2026-03-01T00:00:00.000Z', requestedAmount: '0.00' }]);
  expect(page.unreadable.map(({ id, reason }) => [id, reason])).toEqual([
    ['6', 'status is not a status Plumbline knows'],
    ['7', 'requestedAmount is not an amount in whole cents'],
    ['', expect.stringContaining('id is missing')],
  ]);
  expect(page.unreadable[1]?.payload).toContain('10.005');
});

test('a sign-in page, a redirect or a list without end is not taken for Clearstory', async () => {
  const html = await withServer(200, {}, '<html>Sign in to the proxy</html>', (url) => accountAt(url).test());
  expect(failureOf(html)).toMatchObject({ next: 'needsPerson', code: 'clearstory.unexpectedReply' });
  expect(JSON.stringify(html)).not.toContain('Sign in to');

  const moved = await withServer(302, { Location: 'http://127.0.0.1:9/' }, '', (url) => accountAt(url).test());
  expect(failureOf(moved).code).toBe('clearstory.unexpectedReply');

  const same = JSON.stringify({
    records: Array.from({ length: 100 }, (_, id) => ({ id, updatedAt: '2026-01-01', name: 'x' })),
    count: 1000,
  });
  const endless = await withServer(200, {}, same, async (url) => [
    await accountAt(url).offices(),
    await accountAt(url).cors({ projectIds: ['1'], updatedFrom: null }),
  ]);
  for (const result of endless) expect(failureOf(result).code).toBe('clearstory.listMoving');
});

test('an address without encryption is refused before the key is sent, except on this machine', async () => {
  for (const address of ['http://web-api.clearstory.build', 'ftp://127.0.0.1', 'clearstory', 'https://u:p@host'])
    expect(failureOf(await accountAt(address).test())).toMatchObject({
      next: 'needsPerson',
      code: 'clearstory.address',
    });
});
