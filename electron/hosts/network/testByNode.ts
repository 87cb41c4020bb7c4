import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import type { Socket } from 'node:net';
import type { PeerCertificate, SecureContext, TLSSocket } from 'node:tls';
import type { OwnWay } from '#shared/domain/network/way.ts';
import { NetworkError } from '../../clouds/networkError.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import { systemCode } from '../wholeFile.ts';
import { bare, secure, stageLimitMs, type Target, tunnelTo, words } from './connect.ts';
import { certificateFailed, connectionFailed } from './hostWords.ts';
import { issuerOf } from './issuer.ts';
import type { Network } from './network.ts';
import type { Steps } from './steps.ts';

/** The test of a host that Node reaches by itself: every step is taken and judged on its own. */
export async function testByNode(network: Network, way: OwnWay, target: Target, steps: Steps): Promise<void> {
  const { clock } = network;
  const trust = network.trust();
  if (!trust.ok) {
    const { sentence, remedy = '' } = trust.failure;
    steps.add('name', { result: 'notTried', sentence: 'Not tried.' });
    return steps.add('certificate', { result: 'fail', sentence, remedy });
  }
  if (!(await lookUp(way, target, clock, steps))) return;
  const socket = await connected(way, target, trust.value, clock, steps);
  if (socket === null) return;
  const secured = await certified(socket, target, trust.value, clock, steps);
  if (secured === null) return;
  await answered(secured, target, clock, steps);
}

async function lookUp(way: OwnWay, target: Target, clock: Clock, steps: Steps): Promise<boolean> {
  const name = bare(way.kind === 'proxy' ? way.proxy.host : target.host);
  const what = way.kind === 'proxy' ? `The proxy ${name}` : name;
  try {
    const found = await withLimit(lookup(name, { all: true }), clock);
    const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
    const rest = way.kind === 'proxy' ? ` It looks up ${target.host} itself.` : '';
    steps.add('name', { sentence: `${what} is ${found[0]?.address ?? 'known'}${more}.${rest}` });
    return true;
  } catch (error) {
    const code = systemCode(error) ?? 'TIMEOUT';
    const remedy =
      way.kind === 'proxy'
        ? 'Correct the name of the proxy under Settings, Network, or have it added to the office’s DNS.'
        : `Let the DNS server of this computer find ${name}, or name the proxy of the office under Settings, Network.`;
    steps.add('name', { result: 'fail', sentence: `${what} is not known here (${code}).`, remedy });
    return false;
  }
}

async function connected(way: OwnWay, target: Target, trust: SecureContext, clock: Clock, steps: Steps) {
  const proxy = way.kind === 'proxy' ? words(way.proxy) : null;
  try {
    const socket = await tunnelTo(target, way, trust, clock);
    const through = proxy === null ? 'directly' : `through the proxy ${proxy}`;
    steps.add('connection', { sentence: `${words(target)} is reached ${through}.` });
    return socket;
  } catch (error) {
    steps.add('connection', connectionFailed(codeOf(error), target, proxy));
    return null;
  }
}

async function certified(
  socket: Socket,
  target: Target,
  trust: SecureContext,
  clock: Clock,
  steps: Steps,
): Promise<TLSSocket | null> {
  const shown: PeerCertificate[] = [];
  try {
    const keep = (certificate: PeerCertificate) => void shown.push(certificate);
    const { socket: secured, certificate } = await secure(socket, target.host, trust, clock, keep);
    const issuer = issuerOf(certificate);
    const version = secured.getProtocol() ?? 'TLS';
    if (issuer === null || issuer.isPublic) {
      steps.add('certificate', { sentence: `Signed by ${issuer?.name ?? 'nobody'}, ${version}.` });
    } else {
      const sentence = `Signed by ${issuer.name}, which is no public authority: a proxy of your office opens this traffic and reads along. This computer trusts it.`;
      const remedy = `Nothing, if that is meant; otherwise exempt ${target.host} from inspection.`;
      steps.add('certificate', { result: 'warn', sentence, remedy });
    }
    return secured;
  } catch (error) {
    const [seen] = shown;
    const issuer = seen === undefined ? null : issuerOf(seen);
    steps.add('certificate', certificateFailed(codeOf(error), target, issuer?.name ?? null));
    return null;
  }
}

/** Any answer will do: without a key there is nothing to be had. */
async function answered(socket: TLSSocket, target: Target, clock: Clock, steps: Steps): Promise<void> {
  try {
    const { status, date } = await withLimit(ask(socket, target), clock);
    steps.add('answer', { sentence: `It answered (HTTP ${status}).` });
    const at = Date.parse(date ?? '');
    steps.addClock(Number.isNaN(at) ? null : new Date(at).toISOString());
  } catch (error) {
    const sentence = `The connection stood, and no answer came (${systemCode(error) ?? 'TIMEOUT'}).`;
    const remedy = 'Try again; if it lasts, look whether something on the way lets connections through and no data.';
    steps.add('answer', { result: 'fail', sentence, remedy });
  } finally {
    socket.destroy();
  }
}

function ask(
  socket: TLSSocket,
  { host }: Target,
): Promise<{ readonly status: number; readonly date: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request({
      createConnection: () => socket,
      host,
      path: '/',
      headers: { 'User-Agent': 'Plumbline', Connection: 'close' },
    });
    asked.once('error', reject);
    asked.once('response', ({ statusCode = 0, headers }) => resolve({ status: statusCode, date: headers.date }));
    asked.end();
  });
}

function codeOf(error: unknown): string {
  return error instanceof NetworkError ? error.code : (systemCode(error) ?? 'unknown error');
}

function withLimit<T>(work: Promise<T>, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(stageLimitMs, () => reject(new Error('limit')));
    work.then(resolve, reject).finally(cancel);
  });
}
