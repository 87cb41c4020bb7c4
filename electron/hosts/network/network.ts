import type { SecureContext } from 'node:tls';
import type { Result } from '#shared/domain/failure.ts';
import type { NetworkSettings } from '#shared/domain/network/settings.ts';
import { isLoopback, type OwnWay, type Way } from '#shared/domain/network/way.ts';
import type { Fetch } from '../../clouds/http.ts';
import { NetworkError } from '../../clouds/networkError.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { Environment } from '../secretNames.ts';
import type { Target } from './connect.ts';
import { createNodeFetch } from './nodeFetch.ts';
import type { NetworkStack } from './stack.ts';
import { openTrust } from './trust.ts';
import { wayTo } from './ways.ts';

export type NetworkOptions = {
  /** As they are now: a change counts for the next call. */
  readonly settings: () => NetworkSettings;
  /** The password that the explicit proxy wants; empty: none is stored. */
  readonly password: () => string;
  /** File with further authorities; null: none is named. */
  readonly caFile: () => string | null;
  readonly environment: Environment;
  /** Null outside the desktop program. */
  readonly stack: NetworkStack | null;
  readonly clock: Clock;
};

/** The one way out of this program for whatever it asks of the internet. */
export type Network = {
  readonly fetch: Fetch;
  readonly wayTo: (target: Target) => Way;
  /** Whom connections trust under Node; read once for each file. */
  readonly trust: () => Result<SecureContext>;
  readonly stack: NetworkStack | null;
  readonly clock: Clock;
  /** What no log may hold, in every form that it travels in. */
  readonly secrets: () => readonly string[];
};

export function createNetwork(options: NetworkOptions): Network {
  const { settings, password, caFile, environment, stack, clock } = options;
  const find = (target: Target) =>
    wayTo(target, settings(), { password: password(), environment, hasStack: stack !== null });

  let trusted: { readonly of: string | null; readonly context: Result<SecureContext> } | null = null;
  const trust = () => {
    const file = caFile();
    if (trusted === null || trusted.of !== file || !trusted.context.ok)
      trusted = { of: file, context: openTrust(file) };
    return trusted.context;
  };

  // Connections are kept by way; after a change of proxy or password the old ones are left to end by themselves.
  const made = new Map<Way['kind'], { readonly of: string; readonly trust: SecureContext; readonly fetch: Fetch }>();
  const nodeFetch = (way: OwnWay): Fetch => {
    const context = trust();
    if (!context.ok) throw new NetworkError('CA_FILE', null);
    const of = JSON.stringify(way);
    const known = made.get(way.kind);
    if (known?.of === of && known.trust === context.value) return known.fetch;
    const fetch = createNodeFetch(way, context.value, clock);
    made.set(way.kind, { of, trust: context.value, fetch });
    return fetch;
  };

  return {
    fetch: async (address, init) => {
      const url = new URL(address);
      if (url.protocol === 'http:') {
        // The practice clouds. What leaves this computer is encrypted.
        if (!isLoopback(url.hostname)) throw new NetworkError('NOT_ENCRYPTED', null);
        return fetch(address, init);
      }
      const way = find(targetOf(url));
      if (way.kind === 'none') throw new NetworkError(way.code, null);
      if (way.kind !== 'stack') return nodeFetch(way)(address, init);
      if (stack === null) throw new NetworkError('PAC_NEEDS_DESKTOP', null);
      const reply = await stack.fetch(way.pac)(address, init);
      // Only a proxy says that.
      if (reply.status === 407) throw new NetworkError('PROXY_AUTH', null);
      return reply;
    },
    wayTo: find,
    trust,
    stack,
    clock,
    secrets: () => {
      const way = find({ host: 'any.invalid', port: 443 });
      if (way.kind !== 'proxy' || way.proxy.password === '') return [];
      const { user, password } = way.proxy;
      return [password, encodeURIComponent(password), Buffer.from(`${user}:${password}`, 'utf8').toString('base64')];
    },
  };
}

export function targetOf(url: URL): Target {
  return { host: url.hostname, port: url.port === '' ? 443 : Number(url.port) };
}
