import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import type { Certified } from './authority.ts';

/** What the proxy does with whoever asks for a way: `stall` says nothing, `drop` hangs up, a number is its refusal. */
export type Manner = 'pass' | 'stall' | 'drop' | 'halfway' | number;

export type TestProxy = {
  readonly port: number;
  /** Every CONNECT that arrived, as `host:port`, in order. */
  readonly asked: readonly string[];
  manner: Manner;
  /** What it offers with a 407; with credentials, who may pass. */
  login: { readonly offers: string; readonly pair: string | null } | null;
  /** Where a host's name leads; elsewhere nothing listens. */
  readonly hosts: Map<string, number>;
  readonly close: () => void;
};

/** A real proxy that speaks CONNECT, on this computer; encrypted itself with a certificate. */
export async function startProxy(certified?: Certified): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = certified === undefined ? createServer() : createSecureServer(certified);
  const proxy: { -readonly [K in keyof TestProxy]: TestProxy[K] } = {
    port: 0,
    asked,
    manner: 'pass',
    login: null,
    hosts: new Map(),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    if (proxy.manner === 'stall') return;
    if (proxy.manner === 'drop') return socket.destroy();
    if (typeof proxy.manner === 'number') return socket.end(`HTTP/1.1 ${proxy.manner} No\r\nContent-Length: 0\r\n\r\n`);
    if (!mayPass(proxy.login, request.headers['proxy-authorization'])) {
      return socket.end(`HTTP/1.1 407 Who?\r\nProxy-Authenticate: ${proxy.login?.offers}\r\nContent-Length: 0\r\n\r\n`);
    }
    const onward = connect(proxy.hosts.get(request.url ?? '') ?? 1, '127.0.0.1');
    sockets.add(onward);
    onward.on('error', () => socket.end('HTTP/1.1 502 Nobody\r\nContent-Length: 0\r\n\r\n'));
    onward.on('connect', () => {
      socket.write('HTTP/1.1 200 Go\r\n\r\n');
      if (proxy.manner === 'halfway') return void setImmediate(() => socket.destroy());
      onward.pipe(socket).pipe(onward);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;
}

function mayPass(login: TestProxy['login'], shown: string | undefined): boolean {
  if (login === null) return true;
  return login.pair !== null && shown === `Basic ${Buffer.from(login.pair).toString('base64')}`;
}
