import { type NetworkSettings, readProxyAddress } from '#shared/domain/network/settings.ts';
import { bypasses, isLoopback, type Way } from '#shared/domain/network/way.ts';
import type { Environment } from '../secretNames.ts';
import type { Target } from './connect.ts';

/**
 * Which way leads to a host. `hasStack`: whether the desktop's network stack is there, which knows the system's settings and PAC files; without
 * it the system's settings are the environment's, as everywhere outside Windows.
 */
export function wayTo(
  target: Target,
  settings: NetworkSettings,
  around: { readonly password: string; readonly environment: Environment; readonly hasStack: boolean },
): Way {
  if (isLoopback(target.host)) return { kind: 'direct' };
  const { mode, proxy, pac, bypass, user } = settings;
  if (mode === 'none') return { kind: 'direct' };
  if (mode === 'explicit') {
    if (bypasses(bypass, target.host, target.port)) return { kind: 'direct' };
    const address = readProxyAddress(proxy);
    if (address === null) return { kind: 'none', code: 'PROXY_ADDRESS' };
    return { kind: 'proxy', proxy: { ...address, user, password: around.password } };
  }
  if (mode === 'pac') return around.hasStack ? { kind: 'stack', pac } : { kind: 'none', code: 'PAC_NEEDS_DESKTOP' };
  return around.hasStack ? { kind: 'stack', pac: null } : wayOfEnvironment(target, around.environment);
}

/** HTTPS_PROXY and NO_PROXY in either case, the small one first, as curl reads them. Every address outside this computer is https. */
function wayOfEnvironment(target: Target, environment: Environment): Way {
  const text = named(environment, 'https_proxy') ?? named(environment, 'all_proxy');
  const except = (named(environment, 'no_proxy') ?? '').split(/[,\s]+/).filter((one) => one !== '');
  // Here a name stands for everything below it as well.
  const below = except.filter((one) => !/^[.*]/.test(one)).map((one) => `.${one}`);
  if (text === null || bypasses([...except, ...below], target.host, target.port)) return { kind: 'direct' };
  const url = URL.parse(/^[a-z\d]+:\/\//i.test(text) ? text : `http://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return { kind: 'none', code: 'PROXY_ADDRESS' };
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const [user, password] = [decoded(url.username), decoded(url.password)];
  return { kind: 'proxy', proxy: { secure, host: url.hostname, port, user, password } };
}

function named(environment: Environment, name: string): string | null {
  return environment[name] || environment[name.toUpperCase()] || null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
