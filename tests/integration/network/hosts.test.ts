import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type HostTest, hostTestSchema, hostTestSummary } from '#shared/domain/network/hostTest.ts';
import { testHost } from '../../../electron/hosts/network/hostTest.ts';
import type { NetworkStack } from '../../../electron/hosts/network/stack.ts';
import { type Office, openNetwork, random, startOffice } from './rig.ts';

const used = { kind: 'clearstory', address: 'https://web-api.clearstory.test' } as const;

/** A far end that answers nobody without a key, by a clock of its own. */
async function startFarEnd(office: Office, date: string | null): Promise<readonly string[]> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${Object.keys(request.headers).sort().join(',')}`);
    response.sendDate = false;
    response.writeHead(401, date === null ? {} : { Date: new Date(date).toUTCString() }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  await office.host('web-api.clearstory.test', (server.address() as AddressInfo).port);
  return asked;
}

const byStep = ({ steps }: HostTest) => Object.fromEntries(steps.map(({ step, result }) => [step, result]));
const stepOf = ({ steps }: HostTest, name: string) => steps.find(({ step }) => step === name);

test('every step of a host is tried and told, and whoever reads along is named', async () => {
  const office = await startOffice();
  const asked = await startFarEnd(office, '2026-11-23T09:00:05Z');
  const { network } = openNetwork(office);
  const tested = hostTestSchema.parse(await testHost(network, random, used));
  expect(tested).toMatchObject({ title: 'Clearstory’s Web API', host: 'web-api.clearstory.test:443' });
  expect(byStep(tested)).toEqual({ name: 'ok', connection: 'ok', certificate: 'warn', answer: 'ok', clock: 'ok' });
  expect(stepOf(tested, 'connection')?.sentence).toContain(`through the proxy 127.0.0.1:${office.proxy.port}`);
  expect(stepOf(tested, 'certificate')?.sentence).toContain('Signed by Office Inspection');
  expect(stepOf(tested, 'certificate')?.sentence).toContain('reads along');
  expect(stepOf(tested, 'answer')?.sentence).toContain('HTTP 401');
  // No key, no cookie, nothing that could tell who asks.
  expect(asked).toEqual(['GET / connection,host,user-agent']);
  expect(hostTestSummary(tested).result).toBe('warn');
});

test('a clock that is off is told with how much and which way', async () => {
  const office = await startOffice();
  await startFarEnd(office, '2026-11-23T08:50:00Z');
  const tested = await testHost(openNetwork(office).network, random, used);
  expect(stepOf(tested, 'clock')).toMatchObject({
    result: 'fail',
    sentence: expect.stringMatching(/^Its clock is 10 minutes behind this computer’s\. From ten minutes on,/),
  });
});

test('a refused way says what to allow where, and no later step is tried', async () => {
  const office = await startOffice();
  office.proxy.manner = 403;
  const tested = await testHost(openNetwork(office).network, random, used);
  expect(byStep(tested)).toEqual({
    name: 'ok',
    connection: 'fail',
    certificate: 'notTried',
    answer: 'notTried',
    clock: 'notTried',
  });
  const { sentence, remedy } = hostTestSummary(tested);
  expect(sentence).toContain('does not let this computer through to web-api.clearstory.test:443 (403)');
  expect(remedy).toBe(`Allow web-api.clearstory.test:443 on the proxy 127.0.0.1:${office.proxy.port}.`);
});

test('a certificate of an authority that IT has not installed fails, and the authority is named', async () => {
  const office = await startOffice();
  await startFarEnd(office, null);
  const tested = await testHost(openNetwork(office, {}, { caFile: null }).network, random, used);
  expect(byStep(tested)).toMatchObject({ connection: 'ok', certificate: 'fail', answer: 'notTried' });
  expect(stepOf(tested, 'certificate')?.sentence).toContain('It is signed by Office Inspection');
  expect(stepOf(tested, 'certificate')?.remedy).toContain('network.caFile');
});

test('a log-in that the proxy wants is told, with which kind', async () => {
  const office = await startOffice();
  office.proxy.login = { offers: 'Basic realm="x"', pair: null };
  const { network } = openNetwork(office, { user: 'plumb' }, { password: 'canary-55' });
  const tested = await testHost(network, random, used);
  expect(stepOf(tested, 'connection')).toMatchObject({ result: 'fail' });
  expect(stepOf(tested, 'connection')?.remedy).toContain('Enter the user and the password');
  expect(JSON.stringify(tested)).not.toContain('canary-55');
});

test('a host that takes the connection and says nothing ends after its limit', async () => {
  const office = await startOffice();
  office.proxy.manner = 'stall';
  const { network, clock } = openNetwork(office);
  let settled = false;
  const call = testHost(network, random, used).finally(() => {
    settled = true;
  });
  while (!settled) {
    if (office.proxy.asked.length > 0) clock.advance(7_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(stepOf(await call, 'connection')).toMatchObject({ result: 'fail', ms: 7_000 });
});

test('a name that nobody knows is told before anything else', async () => {
  const office = await startOffice();
  const { network } = openNetwork(office, { mode: 'none' });
  const tested = await testHost(network, random, { kind: 'procoreApi', address: 'https://api.procore.invalid' });
  expect(byStep(tested)).toMatchObject({ name: 'fail', connection: 'notTried' });
  expect(stepOf(tested, 'name')?.sentence).toMatch(/^api\.procore\.invalid is not known here \(E[A-Z_]+\)\.$/);
});

test('an unreadable file of authorities is told and nothing is connected', async () => {
  const office = await startOffice();
  const tested = await testHost(openNetwork(office, {}, { caFile: '/nowhere/ca.pem' }).network, random, used);
  expect(stepOf(tested, 'certificate')?.sentence).toContain(
    '/nowhere/ca.pem cannot be used: it cannot be read (ENOENT)',
  );
  expect(office.proxy.asked).toEqual([]);
});

/** The desktop’s stack as far as the test asks it. */
function stackThat(answer: () => Promise<Response>, proxy: string | null = null): NetworkStack {
  return { fetch: () => answer, proxyFor: async () => proxy, issuerOf: () => 'DigiCert TLS RSA' };
}

test('in the desktop the stack says which proxy it uses, who signed, and what it could not do', async () => {
  const office = await startOffice();
  const reply = () =>
    Promise.resolve(
      new Response('', { status: 404, headers: { Date: new Date('2026-11-23T09:00:00Z').toUTCString() } }),
    );
  const open = (stack: NetworkStack) => openNetwork(office, { mode: 'system' }, { stack }).network;
  const fine = await testHost(open(stackThat(reply, 'proxy.office.test:8080')), random, used);
  expect(byStep(fine)).toEqual({ name: 'ok', connection: 'ok', certificate: 'ok', answer: 'ok', clock: 'ok' });
  expect(stepOf(fine, 'name')?.sentence).toContain('through the proxy proxy.office.test:8080');
  expect(stepOf(fine, 'certificate')?.sentence).toBe('Signed by DigiCert TLS RSA.');

  const error = (code: string) => () => Promise.reject(new Error(`net::${code}`));
  const refused = await testHost(
    open(stackThat(error('ERR_TUNNEL_CONNECTION_FAILED'), 'proxy.office.test:8080')),
    random,
    used,
  );
  expect(byStep(refused)).toMatchObject({ connection: 'fail', certificate: 'notTried' });
  expect(stepOf(refused, 'connection')?.remedy).toContain('Allow web-api.clearstory.test:443 on the proxy');
  const untrusted = await testHost(open(stackThat(error('ERR_CERT_AUTHORITY_INVALID'))), random, used);
  expect(byStep(untrusted)).toMatchObject({ connection: 'ok', certificate: 'fail' });
  expect(stepOf(untrusted, 'certificate')?.sentence).toContain('signed by DigiCert TLS RSA');
  const asking = await testHost(
    open(stackThat(() => Promise.resolve(new Response('', { status: 407 })))),
    random,
    used,
  );
  expect(stepOf(asking, 'connection')?.sentence).toContain('asks for a user and a password (407)');
});
