import { request } from 'node:http';
import { isIP, connect as openTcp, type Socket } from 'node:net';
import { connect as openTls, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import type { ProxyAddress } from '#shared/domain/network/settings.ts';
import type { OwnWay } from '#shared/domain/network/way.ts';
import { NetworkError } from '../../clouds/networkError.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import { systemCode } from '../wholeFile.ts';

/**
 * The stages of an encrypted connection, each by itself, so that calls use them one after the other and the test of the hosts can say which one
 * failed. Node's own proxy support (`proxyEnv`) is in development, and neither names the stage nor what kind of log-in a proxy asks for.
 */

/** For each stage. All of them together stay below the limit of a whole request. */
export const stageLimitMs = 7_000;

export type Target = { readonly host: string; readonly port: number };
type Proxy = Extract<OwnWay, { kind: 'proxy' }>['proxy'];

export function words({ host, port }: Target): string {
  return `${host}:${port}`;
}

/** TCP to a host or a proxy. */
function reach(target: Target, clock: Clock): Promise<Socket> {
  const socket = openTcp({ host: bare(target.host), port: target.port, noDelay: true, keepAlive: true });
  return settled(socket, 'connect', clock, 'CONNECT_TIMEOUT', (error) => systemCode(error) ?? 'CONNECT_FAILED');
}

/** TCP, or TLS, to the proxy. */
async function reachProxy(proxy: ProxyAddress, trust: SecureContext, clock: Clock): Promise<Socket> {
  const name = words(proxy);
  try {
    const socket = await reach(proxy, clock);
    return proxy.secure ? (await secure(socket, proxy.host, trust, clock)).socket : socket;
  } catch (error) {
    const code = error instanceof NetworkError ? error.code : '';
    if (/^(ENOTFOUND|EAI_)/.test(code)) throw new NetworkError('PROXY_NOT_FOUND', name, error);
    if (/TIMEOUT|TLS_CLOSED|^E[A-Z]+$/.test(code)) throw new NetworkError('PROXY_UNREACHABLE', name, error);
    throw new NetworkError('PROXY_UNTRUSTED', name, error);
  }
}

/** Asks the proxy for a way to the host (CONNECT); afterwards the socket leads there. */
function askProxy(socket: Socket, proxy: Proxy, target: Target, clock: Clock): Promise<Socket> {
  const name = words(proxy);
  const pair = Buffer.from(`${proxy.user}:${proxy.password}`, 'utf8').toString('base64');
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: words(target),
      headers: {
        Host: words(target),
        ...(proxy.user === '' ? {} : { 'Proxy-Authorization': `Basic ${pair}` }),
      },
    });
    const end = (error: NetworkError) => {
      cancel();
      socket.destroy();
      reject(error);
    };
    const cancel = clock.after(stageLimitMs, () => end(new NetworkError('PROXY_SILENT', name)));
    asked.once('error', (error) => end(new NetworkError('PROXY_CLOSED', name, error)));
    asked.once('connect', (reply, tunnel: Socket) => {
      const status = reply.statusCode ?? 0;
      if (status === 407) return end(new NetworkError(loginWanted(reply.headers['proxy-authenticate']), name));
      if (status < 200 || status > 299) return end(new NetworkError(`PROXY_REFUSED_${status}`, name));
      cancel();
      resolve(tunnel);
    });
    asked.end();
  });
}

/** A proxy of a Windows domain may offer nothing but what a user of Windows has. */
function loginWanted(offered: string | readonly string[] | undefined): 'PROXY_AUTH' | 'PROXY_AUTH_WINDOWS' {
  const all = [offered ?? ''].flat().join(', ');
  return /\b(ntlm|negotiate|kerberos)\b/i.test(all) && !/\bbasic\b/i.test(all) ? 'PROXY_AUTH_WINDOWS' : 'PROXY_AUTH';
}

type Secured = { readonly socket: TLSSocket; readonly certificate: PeerCertificate };

/** TLS with the host at the other end. A certificate that is not trusted ends it; `seen` is told of it in any case. */
export async function secure(
  socket: Socket,
  host: string,
  trust: SecureContext,
  clock: Clock,
  seen: (certificate: PeerCertificate) => void = () => undefined,
): Promise<Secured> {
  const name = bare(host);
  const secured = openTls({
    socket,
    host: name,
    ...(isIP(name) === 0 ? { servername: name } : {}),
    secureContext: trust,
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
  });
  // Told before the certificate is judged, and so also of one that is refused.
  secured.prependOnceListener('secure', () => seen(secured.getPeerCertificate(true)));
  await settled(secured, 'secureConnect', clock, 'TLS_TIMEOUT', (error) => {
    const code = systemCode(error) ?? 'TLS_CLOSED';
    return /^(ECONNRESET|EPIPE|ECONNABORTED)$/.test(code) ? 'TLS_CLOSED' : code;
  });
  return { socket: secured, certificate: secured.getPeerCertificate(true) };
}

/** The whole way: TCP, through the proxy when there is one, and TLS. Throws a NetworkError; then nothing was sent. */
export async function connectTo(target: Target, way: OwnWay, trust: SecureContext, clock: Clock): Promise<TLSSocket> {
  const socket = await tunnelTo(target, way, trust, clock);
  return (await secure(socket, target.host, trust, clock)).socket;
}

/** TCP to the host, through the proxy when there is one. */
export async function tunnelTo(target: Target, way: OwnWay, trust: SecureContext, clock: Clock): Promise<Socket> {
  if (way.kind === 'direct') return reach(target, clock);
  return askProxy(await reachProxy(way.proxy, trust, clock), way.proxy, target, clock);
}

/** Resolves at the event; destroys the socket at an error, its end, or the limit. */
function settled<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  clock: Clock,
  late: string,
  codeOf: (error: unknown) => string,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(stageLimitMs, () => end(new NetworkError(late, null)));
    const onError = (error: unknown) => end(new NetworkError(codeOf(error), null, error));
    const onClose = () => end(new NetworkError(codeOf(null), null));
    const settle = () => {
      cancel();
      socket.off('error', onError);
      socket.off('close', onClose);
    };
    function end(error: NetworkError): void {
      settle();
      // A socket that is destroyed may still complain.
      socket.on('error', () => undefined);
      socket.destroy();
      reject(error);
    }
    socket.once('error', onError);
    socket.once('close', onClose);
    socket.once(event, () => {
      settle();
      resolve(socket);
    });
  });
}

/** Without the brackets that an IPv6 address has in a URL. */
export function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
