import { createHmac } from 'node:crypto';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Fetch } from '../../clouds/http.ts';
import { NetworkError } from '../../clouds/networkError.ts';
import type { Clock } from '../../engine/ports/runtime.ts';

/** Whoever watches answers at once or not at all. */
const patienceMs = 15_000;

export type PostPorts = { readonly fetch: Fetch; readonly clock: Pick<Clock, 'now' | 'after'> };

/**
 * Sends small JSON. With a key, `X-Plumbline-Signature` is the HMAC-SHA256 (hex) of the timestamp header, a dot and the body, so that the
 * receiver knows who sent it and when.
 */
export function post(ports: PostPorts, url: string, key: string | null, payload: object): Promise<Result<null>> {
  const body = JSON.stringify(payload);
  const timestamp = ports.clock.now();
  const headers = {
    'Content-Type': 'application/json',
    'X-Plumbline-Timestamp': timestamp,
    ...(key === null ? {} : { 'X-Plumbline-Signature': signatureOf(key, timestamp, body) }),
  };
  return call(ports, url, { method: 'POST', headers, body });
}

/** One GET that says nothing but that it came. */
export function beat(ports: PostPorts, url: string): Promise<Result<null>> {
  return call(ports, url, { method: 'GET', headers: {} });
}

function signatureOf(key: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;
}

type Asked = { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string };

async function call({ fetch, clock }: PostPorts, url: string, asked: Asked): Promise<Result<null>> {
  const ended = new AbortController();
  const cancel = clock.after(patienceMs, () => ended.abort());
  try {
    const reply = await fetch(url, { ...asked, redirect: 'manual', signal: ended.signal });
    await reply.body?.cancel();
    if (reply.status >= 200 && reply.status < 300) return succeed(null);
    return fail(refused(url, reply.status));
  } catch (error) {
    return fail(notReached(url, ended.signal.aborted ? 'it did not answer in time' : reasonOf(error)));
  } finally {
    cancel();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NetworkError) return error.code;
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no connection';
}

/** Only the host: the rest of such an address is often its secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the address';
}

function refused(url: string, status: number): Failure {
  return {
    next: 'needsPerson',
    code: 'alarms.refused',
    sentence: `${hostOf(url)} did not take the message (HTTP ${status}).`,
    remedy: 'Check the address under Settings, Alarms, and whether what listens there still knows it.',
  };
}

function notReached(url: string, why: string): Failure {
  return {
    next: 'retry',
    code: 'alarms.unreachable',
    sentence: `${hostOf(url)} could not be reached: ${why}.`,
    remedy: 'Check the address under Settings, Alarms, and the way to the internet under Settings, Network.',
  };
}
