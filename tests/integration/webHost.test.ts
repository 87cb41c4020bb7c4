import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { companyIdOf } from '#shared/domain/company.ts';
import { type CallOptions, pathOf, type Rig, startRig } from './webHostRig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const refusalSchema = z.object({ ok: z.literal(false), failure: z.object({ code: z.string(), sentence: z.string() }) });

/** The request of our own page; `cookie` absent: nobody has logged in. */
function rpc(cookie: string | null, change: Partial<CallOptions> = {}): CallOptions {
  const headers: Record<string, string> = {
    origin: `http://127.0.0.1:${rig.host.port}`,
    'content-type': 'application/json',
    ...(cookie === null ? {} : { cookie }),
    ...change.headers,
  };
  return { method: 'POST', path: '/rpc/acme/app.info', body: '{}', ...change, headers };
}

describe('the one-time address', () => {
  it('opens a session with a cookie that scripts and other sites cannot use, and leaves the address clean', async () => {
    const answer = await rig.call({ path: pathOf(rig.host.url) });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toMatch(/^\/#key=[0-9a-f]{64}$/);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^plumbline-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
  });

  it('works once', async () => {
    await rig.call({ path: pathOf(rig.host.url) });
    const second = await rig.call({ path: pathOf(rig.host.url) });
    expect(second.status).toBe(403);
    expect(second.text).toContain('used already');
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('is refused after five minutes', async () => {
    rig.pass(5 * 60_000 + 1);
    const late = await rig.call({ path: pathOf(rig.host.url) });
    expect(late.status).toBe(403);
  });

  it('still shows the page to a browser that is in already', async () => {
    const cookie = await rig.logIn();
    const again = await rig.call({ path: '/?token=0123', headers: { cookie } });
    expect(again.status).toBe(303);
    expect(again.headers['set-cookie']).toBeUndefined();
  });
});

describe('the page', () => {
  it('carries a fresh nonce in every answer, and a policy that allows nothing else', async () => {
    const cookie = await rig.logIn();
    const nonces = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const { headers, text } = await rig.call({ path: '/', headers: { cookie } });
      const policy = String(headers['content-security-policy']);
      const nonce = /script-src 'self' 'nonce-([0-9a-f]{64})'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(3);
      expect(text).not.toContain('PLUMBLINE_NONCE');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
    expect(nonces.size).toBe(3);
  });

  it('says in words what to do when nobody has logged in', async () => {
    const { status, text } = await rig.call({ path: '/' });
    expect(status).toBe(401);
    expect(text).toContain('Open the address that Plumbline printed');
  });
});

describe('refused, in words, with the process alive', () => {
  const cases: readonly [string, (cookie: string) => CallOptions, number, string][] = [
    ['a Host of another site', (cookie) => rpc(cookie, { headers: { host: 'evil.example' } }), 421, 'web.badHost'],
    ['a Host with another port', (cookie) => rpc(cookie, { headers: { host: '127.0.0.1:1' } }), 421, 'web.badHost'],
    ['the page under another Host', () => ({ path: '/', headers: { host: 'evil.example' } }), 421, 'web.badHost'],
    ['a bad Origin', (cookie) => rpc(cookie, { headers: { origin: 'https://evil.example' } }), 403, 'web.badOrigin'],
    [
      'the Origin of another port',
      (cookie) => rpc(cookie, { headers: { origin: 'http://127.0.0.1:1' } }),
      403,
      'web.badOrigin',
    ],
    ['the Origin null', (cookie) => rpc(cookie, { headers: { origin: 'null' } }), 403, 'web.badOrigin'],
    [
      'a POST without Origin',
      (cookie) => ({ method: 'POST', path: '/rpc/acme/app.info', body: '{}', headers: { cookie } }),
      403,
      'web.badOrigin',
    ],
    [
      'a page of the same site',
      (cookie) => rpc(cookie, { headers: { 'sec-fetch-site': 'same-site' } }),
      403,
      'web.badOrigin',
    ],
    ['no session', () => rpc(null), 401, 'web.noSession'],
    ['a made-up session', () => rpc(`plumbline-${rig.host.port}=0123`), 401, 'web.noSession'],
    ['the session of another port', (cookie) => rpc(cookie.replace(/-\d+=/, '-1=')), 401, 'web.noSession'],
    [
      'a channel of a company without a company',
      (cookie) => rpc(cookie, { path: '/rpc/app.info' }),
      404,
      'web.unknownChannel',
    ],
    ['an empty company', (cookie) => rpc(cookie, { path: '/rpc//app.info' }), 404, 'web.unknownChannel'],
    ['a company too many', (cookie) => rpc(cookie, { path: '/rpc/a/b/app.info' }), 404, 'web.unknownChannel'],
    [
      'an installation’s channel of a company',
      (cookie) => rpc(cookie, { path: '/rpc/acme/companies.list' }),
      404,
      'web.unknownChannel',
    ],
    ['an unknown channel', (cookie) => rpc(cookie, { path: '/rpc/acme/sql.run' }), 404, 'web.unknownChannel'],
    ['a channel of the prototype', (cookie) => rpc(cookie, { path: '/rpc/acme/toString' }), 404, 'web.unknownChannel'],
    [
      'a bad schema',
      (cookie) => rpc(cookie, { path: '/rpc/acme/queue.get', body: '{"id":7}' }),
      200,
      'contract.request',
    ],
    ['broken JSON', (cookie) => rpc(cookie, { body: '{"id":' }), 400, 'web.notJson'],
    [
      'another content type',
      (cookie) => rpc(cookie, { headers: { 'content-type': 'text/plain' } }),
      400,
      'web.notJson',
    ],
    ['1 MB of junk', (cookie) => rpc(cookie, { body: 'x'.repeat(1024 * 1024) }), 413, 'web.tooLarge'],
    [
      'the cookie alone, which a server on another port of this computer can collect',
      (cookie) => rpc(cookie, { headers: { 'x-plumbline-key': '' } }),
      401,
      'web.noSession',
    ],
    [
      'events with the cookie alone',
      (cookie) => ({ path: '/events?key=0123', headers: { cookie, 'x-plumbline-key': '' } }),
      401,
      'web.noSession',
    ],
    ['GET on rpc', (cookie) => ({ path: '/rpc/acme/app.info', headers: { cookie } }), 405, 'web.wrongMethod'],
    ['POST on the page', (cookie) => rpc(cookie, { path: '/' }), 405, 'web.wrongMethod'],
    ['events without a session', () => ({ path: '/events' }), 401, 'web.noSession'],
    [
      'events for another origin',
      (cookie) => ({ path: '/events', headers: { cookie, origin: 'http://127.0.0.1:1' } }),
      403,
      'web.badOrigin',
    ],
    [
      'events for a script tag on another port',
      (cookie) => ({ path: '/events', headers: { cookie, 'sec-fetch-site': 'same-site' } }),
      403,
      'web.badOrigin',
    ],
    ['path traversal', () => ({ path: '/../secret.json' }), 404, 'web.notHere'],
    ['encoded path traversal', () => ({ path: '/assets/%2e%2e/%2e%2e/secret.json' }), 404, 'web.notHere'],
    ['backslash path traversal', () => ({ path: '/assets/..\\..\\secret.json' }), 404, 'web.notHere'],
    ['a path with NUL', () => ({ path: '/assets/a.js%00.txt' }), 404, 'web.notHere'],
    ['an absolute address as path', () => ({ path: 'http://evil.example/secret.json' }), 404, 'web.notHere'],
    ['a file that is no part of a build', () => ({ path: '/notes.txt' }), 404, 'web.notHere'],
  ];

  it.each(cases)('%s', async (_name, build, status, code) => {
    const cookie = await rig.logIn();
    const answer = await rig.call(build(cookie));
    expect(answer.status).toBe(status);
    const refusal = refusalSchema.parse(JSON.parse(answer.text));
    expect(refusal.failure.code).toBe(code);
    expect(refusal.failure.sentence).toMatch(/^[A-Z].*\.$/);
    expect(answer.text).not.toContain('outside');

    const alive = await rig.call(rpc(cookie));
    expect(alive.status).toBe(200);
  });

  it('a message of exactly 256 kB passes, one byte more does not', async () => {
    const cookie = await rig.logIn();
    const body = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    expect((await rig.call(rpc(cookie, { body: body(256 * 1024) }))).status).toBe(200);
    expect((await rig.call(rpc(cookie, { body: body(256 * 1024 + 1) }))).status).toBe(413);
  });
});

describe('what our own page may do', () => {
  it('a request reaches the engine and comes back in its envelope', async () => {
    const cookie = await rig.logIn();
    const answer = await rig.call(rpc(cookie));
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { version: '1' } });
    expect(rig.heard).toEqual([{ company: 'acme', channel: 'app.info', payload: {} }]);
  });

  it('a request of the installation names no company', async () => {
    const cookie = await rig.logIn();
    await rig.call(rpc(cookie, { path: '/rpc/companies.list' }));
    expect(rig.heard).toEqual([{ company: null, channel: 'companies.list', payload: {} }]);
  });

  it('works by the name localhost too', async () => {
    const name = `localhost:${rig.host.port}`;
    const login = await rig.call({ path: pathOf(rig.host.newAddress()), headers: { host: name } });
    const cookie = String(login.headers['set-cookie']).split(';')[0] ?? '';
    const answer = await rig.call(rpc(cookie, { headers: { host: name, origin: `http://${name}` } }));
    expect(answer.status).toBe(200);
  });

  it('gets the built files with their kind and for ever', async () => {
    const { status, headers, text } = await rig.call({ path: '/assets/a.js' });
    expect([status, text]).toEqual([200, 'export {};']);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('hears every changed event and a heartbeat', async () => {
    const stream = await listen(await rig.logIn());
    const event = { company: companyIdOf('acme'), topics: ['cors' as const], transfer: { id: 't1', state: 'done' } };
    rig.emit(event);
    await stream.until(`data: ${JSON.stringify(event)}\n\n`);
    rig.pass(20_000);
    await stream.until(': still here\n\n');
    stream.end();
  });
});

type Stream = { readonly until: (words: string) => Promise<void>; readonly end: () => void };

async function listen(cookie: string): Promise<Stream> {
  const path = `/events?key=${rig.keyOf(cookie)}`;
  const request = httpRequest({ host: '127.0.0.1', port: rig.host.port, path, headers: { cookie } });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject).end();
  });
  expect(response.headers['content-type']).toBe('text/event-stream');
  response.setEncoding('utf8');
  let text = '';
  let check = () => {};
  response.on('data', (part: string) => {
    text += part;
    check();
  });
  const stream: Stream = {
    until: (words) =>
      new Promise((resolve) => {
        check = () => text.includes(words) && resolve();
        check();
      }),
    end: () => request.destroy(),
  };
  await stream.until(': listening\n\n');
  return stream;
}
