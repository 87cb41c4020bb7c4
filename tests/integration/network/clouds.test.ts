import { expect, test } from 'vitest';
import { createClearstoryAccount } from '../../../electron/clouds/clearstory/client.ts';
import { createProcoreAccount } from '../../../electron/clouds/procore/client.ts';
import { sandboxCredentials as clearstoryKey } from '../../../electron/sandbox/clearstory/server.ts';
import { sandboxCredentials as procoreSecret } from '../../../electron/sandbox/procore/oauth.ts';
import { createTestClock, failureOf, startRig as startClearstory, value } from '../../contracts/clearstoryRig.ts';
import { startProcoreRig } from '../../contracts/procoreSandboxRig.ts';
import { openNetwork, random, startOffice } from './rig.ts';

const pumpHouse = {
  officeId: '11',
  title: 'Pump House',
  jobNumber: '2413',
  customerId: '3001',
  contractValue: '742500.07',
  address: { street: '15701 Yakima Ave', city: 'Spanaway', state: 'WA', zip: '98387' },
};

const portOf = (url: string) => Number(new URL(url).port);

async function clearstoryOffice(options: Parameters<typeof startOffice>[0] = {}) {
  const office = await startOffice(options);
  const { sandbox } = await startClearstory();
  await office.host('web-api.clearstory.test', portOf(sandbox.url));
  const open = (...given: Parameters<typeof openNetwork> extends [unknown, ...infer Rest] ? Rest : never) => {
    const opened = openNetwork(office, ...given);
    const account = createClearstoryAccount({
      fetch: opened.network.fetch,
      clock: opened.clock,
      random,
      baseUrl: 'https://web-api.clearstory.test',
      credentials: () => clearstoryKey,
    });
    return { ...opened, account };
  };
  return { office, sandbox, open };
}

test('Clearstory is read through a proxy, over one connection for several calls', async () => {
  const { office, open } = await clearstoryOffice();
  const { account } = open();
  expect(value(await account.test()).companyName).toBe('Cascade Ridge Builders');
  expect(value(await account.projects()).length).toBeGreaterThan(2);
  expect(office.proxy.asked).toEqual(['web-api.clearstory.test:443']);
});

test('Procore’s token and its data come through the proxy as well', async () => {
  const office = await startOffice();
  const { sandbox } = await startProcoreRig();
  await office.host('login.procore.test', portOf(sandbox.url));
  await office.host('api.procore.test', portOf(sandbox.url));
  const { network } = openNetwork(office);
  const account = createProcoreAccount({
    fetch: network.fetch,
    clock: createTestClock(),
    random,
    environment: { loginBase: 'https://login.procore.test', apiBase: 'https://api.procore.test' },
    companyId: () => sandbox.companyId,
    credentials: () => procoreSecret,
  });
  expect(value(await account.test()).projectsVisible).toBeGreaterThan(0);
  expect(new Set(office.proxy.asked)).toEqual(new Set(['login.procore.test:443', 'api.procore.test:443']));
});

test('a proxy that asks for user and password gets them, and a changed password counts for the next call', async () => {
  const { office, open } = await clearstoryOffice();
  office.proxy.login = { offers: 'Basic realm="office"', pair: 'plumb:canary:with ümlaut' };
  const { account, change } = open({ user: 'plumb' }, { password: 'old' });
  expect(failureOf(await account.test())).toMatchObject({ next: 'retry', code: 'network.proxyAuth' });
  change({}, 'canary:with ümlaut');
  expect((await account.test()).ok).toBe(true);
});

test('a proxy that lets only Windows users through is told from one that wants a password', async () => {
  const { office, open } = await clearstoryOffice();
  office.proxy.login = { offers: 'Negotiate, NTLM', pair: null };
  const failure = failureOf(await open().account.test());
  expect(failure).toMatchObject({ code: 'network.proxyWindows', detail: 'PROXY_AUTH_WINDOWS' });
  expect(failure.sentence).toContain(`127.0.0.1:${office.proxy.port}`);
});

test('every way in which a proxy refuses has its own sentence, and nothing counts as sent', async () => {
  const { office, sandbox, open } = await clearstoryOffice();
  const { account } = open();
  const after = async (manner: typeof office.proxy.manner) => {
    office.proxy.manner = manner;
    return failureOf(await account.createProject(pumpHouse));
  };
  expect(await after(403)).toMatchObject({ code: 'network.proxyRefused', detail: 'PROXY_REFUSED_403' });
  expect((await after(403)).remedy).toContain('allow web-api.clearstory.test, port 443');
  expect(await after(502)).toMatchObject({ code: 'network.proxyRefused', detail: 'PROXY_REFUSED_502' });
  expect(await after('drop')).toMatchObject({ code: 'network.proxyUnreachable', detail: 'PROXY_CLOSED' });
  // Gone between the proxy's word and the host's: not even the handshake was over.
  expect(await after('halfway')).toMatchObject({ code: 'clearstory.unreachable', detail: 'TLS_CLOSED' });
  office.proxy.close();
  expect(await after('pass')).toMatchObject({ code: 'network.proxyUnreachable', detail: 'PROXY_UNREACHABLE' });
  expect(sandbox.control.requests()).toEqual([]);
});

test('a connection through the proxy that breaks after the request was sent leaves it in doubt', async () => {
  const { sandbox, open } = await clearstoryOffice();
  sandbox.control.setFaults({ dropWrites: 1 });
  const { account } = open();
  expect(failureOf(await account.createProject(pumpHouse))).toMatchObject({ code: 'clearstory.outcomeUnknown' });
  expect(sandbox.control.writes()).toMatchObject([{ method: 'POST', answered: false }]);
});

test('a proxy that says nothing is left after seven seconds', async () => {
  const { office, open } = await clearstoryOffice();
  office.proxy.manner = 'stall';
  const { account, clock } = open();
  let settled = false;
  const call = account.test().finally(() => {
    settled = true;
  });
  while (!settled) {
    // The limit of the whole call, and that of the proxy's answer.
    if (office.proxy.asked.length > 0 && clock.held() >= 2) clock.advance(7_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(failureOf(await call)).toMatchObject({ code: 'network.proxyUnreachable', detail: 'PROXY_SILENT' });
});

test('a certificate that nobody here vouches for is refused before anything is sent, through a proxy too', async () => {
  const { sandbox, open } = await clearstoryOffice();
  const failure = failureOf(await open({}, { caFile: null }).account.test());
  expect(failure).toMatchObject({ next: 'needsPerson', code: 'clearstory.notTrusted' });
  expect(sandbox.control.requests()).toEqual([]);
});

test('a certificate of another host is refused', async () => {
  const { office, sandbox, open } = await clearstoryOffice();
  await office.host('web-api.clearstory.test', portOf(sandbox.url), office.authority.certify('other.test'));
  expect(failureOf(await open().account.test())).toMatchObject({ code: 'clearstory.notTrusted' });
});

test('the way to the proxy itself can be encrypted', async () => {
  const { office, open } = await clearstoryOffice({ secureProxy: true });
  const refused = open({ proxy: `https://127.0.0.1:${office.proxy.port}` });
  // Its certificate is for proxy.office.test.
  expect(failureOf(await refused.account.test())).toMatchObject({ detail: 'PROXY_UNTRUSTED' });
});

test('without the desktop program the system’s settings are HTTPS_PROXY and NO_PROXY', async () => {
  const { office, open } = await clearstoryOffice();
  office.proxy.login = { offers: 'Basic', pair: 'env user:env@pass' };
  const HTTPS_PROXY = `http://env%20user:env%40pass@127.0.0.1:${office.proxy.port}`;
  const { account, network } = open({ mode: 'system' }, { environment: { HTTPS_PROXY, NO_PROXY: 'other.test' } });
  expect((await account.test()).ok).toBe(true);
  expect(network.secrets()).toContain('env@pass');
  const except = open({ mode: 'system' }, { environment: { HTTPS_PROXY, no_proxy: 'clearstory.test' } });
  expect(failureOf(await except.account.test())).toMatchObject({ code: 'clearstory.unreachable' });
});

test('a PAC file without the desktop program, and a proxy in an unknown form, end in words and not in another way out', async () => {
  const { office, open } = await clearstoryOffice();
  const pac = open({ mode: 'pac', pac: 'http://wpad.office.test/proxy.pac' });
  expect(failureOf(await pac.account.test())).toMatchObject({ code: 'network.pac', detail: 'PAC_NEEDS_DESKTOP' });
  const socks = open({ mode: 'system' }, { environment: { HTTPS_PROXY: 'socks5://127.0.0.1:1080' } });
  expect(failureOf(await socks.account.test())).toMatchObject({ detail: 'PROXY_ADDRESS' });
  expect(office.proxy.asked).toEqual([]);
});

test('this computer is never reached through a proxy', async () => {
  const office = await startOffice();
  const { sandbox } = await startClearstory();
  const { network, clock } = openNetwork(office);
  const account = createClearstoryAccount({
    fetch: network.fetch,
    clock,
    random,
    baseUrl: sandbox.url,
    credentials: () => clearstoryKey,
  });
  expect((await account.test()).ok).toBe(true);
  expect(office.proxy.asked).toEqual([]);
});

test('no failure holds the proxy’s password in any form', async () => {
  const { office, open } = await clearstoryOffice();
  office.proxy.login = { offers: 'Basic', pair: 'nobody:x' };
  const { account, network } = open({ user: 'plumb' }, { password: 'canary-7781' });
  const words = JSON.stringify(await account.test());
  for (const secret of [...network.secrets(), 'canary-7781']) expect(words).not.toContain(secret);
  expect(network.secrets()).toContain(Buffer.from('plumb:canary-7781').toString('base64'));
  const raw = await network
    .fetch('https://web-api.clearstory.test/', {
      method: 'GET',
      headers: {},
      redirect: 'manual',
      signal: new AbortController().signal,
    })
    .catch((error: unknown) => error);
  expect(String(raw instanceof Error ? raw.stack : raw)).not.toContain('canary-7781');
});
