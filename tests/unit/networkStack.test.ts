import { describe, expect, it } from 'vitest';
import { createNetworkStack, type Sessions } from '../../electron/desktop/networkStack.ts';

type Session = ReturnType<Sessions['fromPartition']>;

/** Electron's sessions as far as they are used: what was set, and answers by the test. */
function createSessions(answer: (address: string) => Promise<Response>, route = 'DIRECT') {
  const made: { name: string; cache: boolean; proxy: unknown; sent: RequestInit[] }[] = [];
  const verdicts: number[] = [];
  const sessions: Sessions = {
    fromPartition: (name, { cache }) => {
      const one = { name, cache, proxy: null as unknown, sent: [] as RequestInit[] };
      made.push(one);
      let judge: Parameters<Session['setCertificateVerifyProc']>[0] = null;
      return {
        setProxy: async (config) => {
          one.proxy = config;
        },
        setCertificateVerifyProc: (proc) => {
          judge = proc;
        },
        resolveProxy: async () => route,
        fetch: async (address, init) => {
          expect(one.proxy).not.toBeNull();
          one.sent.push(init ?? {});
          const request = { hostname: new URL(String(address)).hostname, certificate: { issuerName: 'Office CA' } };
          judge?.(request as never, (verdict) => void verdicts.push(verdict));
          return answer(String(address));
        },
      };
    },
  };
  return { sessions, made, verdicts };
}

const get = { method: 'GET', headers: { A: 'b' }, redirect: 'manual', signal: new AbortController().signal } as const;

describe('Electron’s network stack', () => {
  it('has a session of its own for the system’s settings and for each PAC file, without cache or cookies', async () => {
    const { sessions, made } = createSessions(async () => new Response('ok'));
    const stack = createNetworkStack(sessions);
    await stack.fetch(null)('https://one.test/', get);
    await stack.fetch('http://wpad.test/proxy.pac')('https://one.test/', get);
    await stack.fetch(null)('https://two.test/', { ...get, method: 'POST', body: '{}' });
    expect(made.map(({ proxy, cache }) => ({ proxy, cache }))).toEqual([
      { proxy: { mode: 'system' }, cache: false },
      { proxy: { mode: 'pac_script', pacScript: 'http://wpad.test/proxy.pac' }, cache: false },
    ]);
    expect(made[0]?.sent).toMatchObject([
      { redirect: 'manual', credentials: 'omit', cache: 'no-store' },
      { method: 'POST', body: '{}' },
    ]);
    expect(made[0]?.name.startsWith('persist:')).toBe(false);
  });

  it('leaves the verdict on a certificate to Chromium, and remembers who signed it', async () => {
    const { sessions, verdicts } = createSessions(async () => new Response('ok'));
    const stack = createNetworkStack(sessions);
    expect(stack.issuerOf('one.test')).toBeNull();
    await stack.fetch(null)('https://one.test/', get);
    expect(stack.issuerOf('one.test')).toBe('Office CA');
    expect(verdicts).toEqual([-3]);
  });

  it('hands a redirect on as a reply, and every other error as it is', async () => {
    const redirecting = createSessions(() => Promise.reject(new Error('Redirect was cancelled')));
    const reply = await createNetworkStack(redirecting.sessions).fetch(null)('https://one.test/', get);
    expect(reply.status).toBe(302);
    const broken = createSessions(() => Promise.reject(new Error('net::ERR_PROXY_CONNECTION_FAILED')));
    await expect(createNetworkStack(broken.sessions).fetch(null)('https://one.test/', get)).rejects.toThrow(
      'ERR_PROXY_CONNECTION_FAILED',
    );
  });

  it('names the proxy that the system would use', async () => {
    const of = (route: string) =>
      createNetworkStack(createSessions(async () => new Response(''), route).sessions).proxyFor(
        null,
        'https://a.test/',
      );
    expect(await of('PROXY proxy.office.test:8080; DIRECT')).toBe('proxy.office.test:8080');
    expect(await of('HTTPS proxy.office.test:8443')).toBe('proxy.office.test:8443');
    expect(await of('DIRECT')).toBeNull();
  });
});
