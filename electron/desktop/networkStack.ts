import type { ProxyConfig, Session } from 'electron';
import type { Fetch } from '../clouds/http.ts';
import type { NetworkStack } from '../hosts/network/stack.ts';

/** What is used of Electron's sessions. */
export type Sessions = {
  readonly fromPartition: (
    name: string,
    options: { readonly cache: boolean },
  ) => Pick<Session, 'fetch' | 'setProxy' | 'resolveProxy' | 'setCertificateVerifyProc'>;
};

/**
 * Electron's network stack as the way out: sessions of their own, in memory, without cache or cookies. On Windows proxies are logged in to as the
 * Windows user by the stack itself, and certificates are judged by the system's store.
 */
export function createNetworkStack(sessions: Sessions): NetworkStack {
  const issuers = new Map<string, string>();
  const made = new Map<string, Promise<ReturnType<Sessions['fromPartition']>>>();

  /** One session for the system's settings, and one for each PAC file that was ever chosen. */
  function sessionFor(pac: string | null) {
    const known = made.get(pac ?? '');
    if (known !== undefined) return known;
    const session = sessions.fromPartition(`plumbline-network-${made.size}`, { cache: false });
    session.setCertificateVerifyProc((request, decide) => {
      issuers.set(request.hostname, request.certificate.issuerName);
      decide(chromiumsOwnVerdict);
    });
    const config: ProxyConfig = pac === null ? { mode: 'system' } : { mode: 'pac_script', pacScript: pac };
    const ready = session.setProxy(config).then(() => session);
    made.set(pac ?? '', ready);
    return ready;
  }

  return {
    fetch: (pac) => async (address, init) => {
      const session = await sessionFor(pac);
      try {
        return await session.fetch(address, requestOf(init));
      } catch (error) {
        // Electron ends a redirect that is not followed with an error; here it is a reply like any other.
        if (error instanceof Error && error.message.includes('Redirect was cancelled')) {
          return new Response(null, { status: 302 });
        }
        throw error;
      }
    },
    proxyFor: async (pac, address) => {
      const session = await sessionFor(pac);
      const [first = ''] = (await session.resolveProxy(address)).split(';');
      const [, proxy] = /^(?:PROXY|HTTPS|SOCKS[45]?)\s+(\S+)$/i.exec(first.trim()) ?? [];
      return proxy ?? null;
    },
    issuerOf: (host) => issuers.get(host) ?? null,
  };
}

/** Keeps what Chromium found: -3 in Electron's words (session.setCertificateVerifyProc). */
const chromiumsOwnVerdict = -3;

function requestOf({ method, headers, signal, body }: Parameters<Fetch>[1]): RequestInit {
  return {
    method,
    headers: { ...headers },
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal,
    ...(body === undefined ? {} : { body }),
  };
}
