import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { afterEach } from 'vitest';
import { type NetworkSettings, standardNetwork } from '#shared/domain/network/settings.ts';
import { createNetwork, type NetworkOptions } from '../../../electron/hosts/network/network.ts';
import { createTestClock } from '../../contracts/clearstoryRig.ts';
import { type Certified, createAuthority } from './authority.ts';
import { startProxy } from './proxy.ts';

/** An office: an authority that IT has named, a proxy, and hosts on the internet that only the proxy knows. */

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

export const random = { fraction: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' };

export async function startOffice({ secureProxy = false } = {}) {
  const authority = createAuthority('Office Inspection');
  closing.push(authority.remove);
  const proxy = await startProxy(secureProxy ? authority.certify('proxy.office.test') : undefined);
  closing.push(proxy.close);
  /** Puts an encrypted host on the internet that hands on to a port of this computer; without one it hangs up at once. */
  const host = async (name: string, to: number | null, certified: Certified = authority.certify(name)) => {
    const { port, close } = await startEncrypted(certified, to);
    closing.push(close);
    proxy.hosts.set(`${name}:443`, port);
    return port;
  };
  return { authority, proxy, host };
}

export type Office = Awaited<ReturnType<typeof startOffice>>;

/** The way out of an installation in that office; the settings can be changed at any time. */
export function openNetwork(
  office: Office,
  changed: Partial<NetworkSettings> = {},
  options: Partial<Pick<NetworkOptions, 'environment' | 'stack'>> & { caFile?: string | null; password?: string } = {},
) {
  let settings: NetworkSettings = {
    ...standardNetwork,
    mode: 'explicit',
    proxy: `127.0.0.1:${office.proxy.port}`,
    ...changed,
  };
  let password = options.password ?? '';
  // Pauses between two tries pass at once; limits wait until they are let go.
  const clock = createTestClock('2026-11-23T09:00:00.000Z', 2_000);
  const network = createNetwork({
    settings: () => settings,
    password: () => password,
    caFile: () => (options.caFile === undefined ? office.authority.file : options.caFile),
    environment: options.environment ?? {},
    stack: options.stack ?? null,
    clock,
  });
  return {
    network,
    clock,
    change: (next: Partial<NetworkSettings>, secret = password) => {
      settings = { ...settings, ...next };
      password = secret;
    },
  };
}

async function startEncrypted(certified: Certified, to: number | null) {
  const sockets = new Set<Socket>();
  const server = createServer(certified, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (to === null) return void socket.destroy();
    const onward = connect(to, '127.0.0.1').on('error', () => socket.destroy());
    sockets.add(onward);
    onward.pipe(socket).pipe(onward);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
