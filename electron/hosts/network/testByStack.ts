import type { Way } from '#shared/domain/network/way.ts';
import { callOnce } from '../../clouds/http.ts';
import type { Random } from '../../engine/ports/runtime.ts';
import { certificateFailed, connectionFailed } from './hostWords.ts';
import { type Network, targetOf } from './network.ts';
import type { Steps } from './steps.ts';

/** The test of a host that the desktop’s network stack reaches: one call, and what the stack tells of it. */
export async function testByStack(
  network: Network,
  random: Random,
  way: Extract<Way, { kind: 'stack' | 'none' }>,
  address: string,
  steps: Steps,
): Promise<void> {
  const { stack, clock } = network;
  const target = targetOf(new URL(address));
  if (way.kind === 'none' || stack === null) {
    const code = way.kind === 'none' ? way.code : 'PAC_NEEDS_DESKTOP';
    steps.add('name', { result: 'notTried', sentence: 'Not tried.' }, false);
    return steps.add('connection', connectionFailed(code, target, null));
  }
  const whose = way.pac === null ? 'the settings of this computer' : 'the PAC file';
  const proxy = await stack.proxyFor(way.pac, address).catch(() => null);
  const through = proxy === null ? 'directly' : `through the proxy ${proxy}`;
  steps.add('name', { sentence: `By ${whose}, ${target.host} is reached ${through}.` });
  const outcome = await callOnce(
    { fetch: network.fetch, clock, random },
    { method: 'GET', url: address, headers: { Accept: '*/*' } },
  );
  const issuer = stack.issuerOf(target.host);
  if (outcome.ok) {
    steps.add('connection', { sentence: `${target.host} is reached ${through}.` }, false);
    steps.add('certificate', { sentence: issuer === null ? 'It is trusted.' : `Signed by ${issuer}.` }, false);
    steps.add('answer', { sentence: `It answered (HTTP ${outcome.reply.status}).` });
    return steps.addClock(outcome.reply.date);
  }
  const { kind, detail } = outcome.trouble;
  if (kind === 'notSent') return steps.add('connection', connectionFailed(detail, target, proxy));
  steps.add('connection', { sentence: `${target.host} is reached ${through}.` }, false);
  if (kind === 'untrusted') return steps.add('certificate', certificateFailed(detail, target, issuer));
  const remedy = 'Try again; if it lasts, look whether something on the way lets connections through and no data.';
  steps.add('answer', { result: 'fail', sentence: `No answer came (${detail}).`, remedy });
}
