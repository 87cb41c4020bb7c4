import type { Failure } from '#shared/domain/failure.ts';
import type { HttpTrouble } from './http.ts';

/**
 * What an accountant is told when the office's proxy stands in the way; null: it does not. Always to be tried again: what IT opens works
 * without anybody's pressing Retry on every record.
 */
export function proxyFailure({ detail, proxy }: HttpTrouble, host: string): Failure | null {
  const name = proxy === undefined ? 'The proxy of your office' : `The proxy ${proxy}`;
  const settings = 'under Settings, Network';
  const retry = { next: 'retry', detail } as const;
  if (detail === 'PROXY_AUTH_WINDOWS' || detail === 'ERR_PROXY_AUTH_UNSUPPORTED') {
    return {
      ...retry,
      code: 'network.proxyWindows',
      sentence: `${name} lets only Windows users through, so that nothing was sent to ${host}.`,
      remedy: `In the desktop program choose “As this computer does” ${settings}. For the service let IT allow ${host} without a log-in.`,
    };
  }
  if (/^PROXY_AUTH$|_PROXY_AUTH|ERR_PROXY_AUTH/.test(detail)) {
    return {
      ...retry,
      code: 'network.proxyAuth',
      sentence: `${name} asks for a user and a password (407) and got none that it accepts, so that nothing was sent to ${host}.`,
      remedy: `Enter both ${settings} (without a screen: network.user and PLUMBLINE_PROXY_PASSWORD), or let IT allow ${host} without a log-in. Plumbline tries again by itself.`,
    };
  }
  const status = /^PROXY_REFUSED_(\d+)$/.exec(detail)?.[1];
  if (status !== undefined || detail === 'ERR_TUNNEL_CONNECTION_FAILED') {
    return {
      ...retry,
      code: 'network.proxyRefused',
      sentence: `${name} does not let Plumbline through to ${host}${status === undefined ? '' : ` (${status})`}, so that nothing was sent.`,
      remedy: `Ask IT to allow ${host}, port 443, there. Plumbline tries again by itself.`,
    };
  }
  if (/^PAC_|_PAC_/.test(detail)) {
    return {
      ...retry,
      code: 'network.pac',
      sentence:
        detail === 'PAC_NEEDS_DESKTOP'
          ? 'A PAC file can only be used by the desktop program, and this Plumbline runs without it, so that nothing was sent.'
          : 'The PAC file of your office could not be used, so that nothing was sent.',
      remedy: `Enter the proxy itself ${settings}, or correct the address of the file.`,
    };
  }
  if (detail === 'CA_FILE') {
    return {
      ...retry,
      code: 'network.trust',
      sentence: `The file of authorities that network.caFile names cannot be used, so that nothing was sent to ${host}.`,
      remedy: 'Run the self-checks: they say what is wrong with it.',
    };
  }
  if (/^PROXY_|_PROXY|_PROXIES/.test(detail)) {
    return {
      ...retry,
      code: 'network.proxyUnreachable',
      sentence: `${name} cannot be used${reasons.get(detail) ?? ''}, so that nothing was sent to ${host}.`,
      remedy: `Check its address ${settings}. Plumbline tries again by itself.`,
    };
  }
  return null;
}

const reasons = new Map([
  ['PROXY_ADDRESS', ': its address is no name and port'],
  ['PROXY_NOT_FOUND', ': its name is not known here'],
  ['PROXY_SILENT', ': it took the connection and said nothing'],
  ['PROXY_CLOSED', ': it hung up'],
  ['PROXY_UNTRUSTED', ': its certificate is not trusted'],
]);
