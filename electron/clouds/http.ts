import type { Clock, Random } from '../engine/ports/runtime.ts';
import { NetworkError } from './networkError.ts';

/** What is used of `fetch`; the host's own goes through the office's proxy. */
export type Fetch = (
  address: string,
  init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
    readonly body?: string;
  },
) => Promise<Response>;

/** One HTTP exchange with a cloud: time limits, retries with jitter, and an honest word about what an error means. */
export type HttpTools = { readonly fetch: Fetch; readonly clock: Clock; readonly random: Random };

export type HttpCall = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type HttpReply = {
  readonly status: number;
  readonly text: string;
  /** What the header Retry-After asks for; null without one. */
  readonly retryAfterMs: number | null;
  /** The far end's clock when it answered, ISO UTC, whole seconds; null when it did not say. */
  readonly date: string | null;
  /** One header of the reply, whatever its case; null when it is not there. */
  readonly header: (name: string) => string | null;
};

/**
 * `notSent`: the request certainly did not arrive. `lost` and `timedOut`: it may have been carried out. `untrusted`: the far end's
 * certificate was refused before anything was sent. `tooLong`: it was answered, with more than anything of ours can need.
 */
export type HttpTrouble = {
  readonly kind: 'notSent' | 'lost' | 'timedOut' | 'untrusted' | 'tooLong';
  /** An error code, for support. */
  readonly detail: string;
  /** Host and port of the proxy that it happened at. */
  readonly proxy?: string;
};

export type HttpOutcome =
  | { readonly ok: true; readonly reply: HttpReply }
  | { readonly ok: false; readonly trouble: HttpTrouble };

/** A page of 100 records with long descriptions stays far below 30 s even on a site office's line. */
export const requestTimeoutMs = 30_000;
const maxTries = 3;
const backoffBaseMs = 500;
const backoffCapMs = 8_000;
/** A longer Retry-After is not waited for here: the caller reports it and the next run comes after it. */
export const longestWaitMs = 20_000;
/** Whoever asks for more, by mistake or on purpose, is asked again then: nothing may stand still for months. */
export const longestPauseMs = 65 * 60_000;
/** 100 records of 65,000 characters and room to spare: more is not an answer but an accident. */
const maxReplyCharacters = 32 * 1024 * 1024;

const retriedStatuses = new Set([429, 500, 502, 503, 504]);

/** Sends once. For writes: after `lost` or `timedOut` nobody knows whether they were carried out. */
export async function callOnce(tools: HttpTools, call: HttpCall): Promise<HttpOutcome> {
  const controller = new AbortController();
  let timedOut = false;
  const cancel = tools.clock.after(requestTimeoutMs, () => {
    timedOut = true;
    controller.abort();
  });
  try {
    const response = await tools.fetch(call.url, {
      method: call.method,
      headers: call.headers,
      // A redirect could carry the key to another server: it is reported as a reply like any other.
      redirect: 'manual',
      signal: controller.signal,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    const text = await readText(response);
    if (text === null) return { ok: false, trouble: { kind: 'tooLong', detail: 'REPLY_TOO_LONG' } };
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), tools.clock.now());
    const date = readDate(response.headers.get('date'));
    const header = (name: string) => response.headers.get(name);
    return { ok: true, reply: { status: response.status, text, retryAfterMs, date, header } };
  } catch (error) {
    controller.abort();
    return { ok: false, trouble: timedOut ? { kind: 'timedOut', detail: 'TIMEOUT' } : troubleOf(error) };
  } finally {
    cancel();
  }
}

/** Sends up to three times while that may help. Only for calls that can be repeated without harm. */
export async function callWithRetries(tools: HttpTools, call: HttpCall): Promise<HttpOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await callOnce(tools, call);
    const pauseMs = pauseBeforeNextTry(attempt, outcome, tools.random);
    if (pauseMs === null) return outcome;
    await new Promise<void>((resolve) => void tools.clock.after(pauseMs, resolve));
  }
}

/** Milliseconds to wait after this try (counted from 1) of a call that can be repeated; null when another would not help. */
export function pauseBeforeNextTry(attempt: number, outcome: HttpOutcome, random: Random): number | null {
  if (attempt >= maxTries || !worthAnother(outcome)) return null;
  const asked = outcome.ok ? outcome.reply.retryAfterMs : null;
  if (asked !== null && asked > longestWaitMs) return null;
  const window = Math.min(backoffCapMs, backoffBaseMs * 2 ** (attempt - 1));
  return (asked ?? 0) + Math.floor(window * random.fraction());
}

function worthAnother(outcome: HttpOutcome): boolean {
  if (outcome.ok) return retriedStatuses.has(outcome.reply.status);
  return outcome.trouble.kind !== 'untrusted' && outcome.trouble.kind !== 'tooLong';
}

async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxReplyCharacters) return null;
  }
  return text + decoder.decode();
}

/** Seconds or an HTTP date, as milliseconds from now; null for neither. */
function readRetryAfter(header: string | null, now: string): number | null {
  if (header === null) return null;
  const asked = /^\d{1,7}$/.test(header.trim()) ? Number(header.trim()) * 1000 : Date.parse(header) - Date.parse(now);
  return Number.isNaN(asked) ? null : Math.min(Math.max(0, asked), longestPauseMs);
}

function readDate(header: string | null): string | null {
  const at = header === null ? Number.NaN : Date.parse(header);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Codes of Node and, with `net::`, of Electron's network stack, that come before the request leaves this machine. */
const notSentCodes =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_TIMED_OUT|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_TUNNEL_CONNECTION_FAILED|PROXY_|_PROXY|_PROXIES|PAC_/;
const untrustedCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL|EPROTO/;

function troubleOf(error: unknown): HttpTrouble {
  const known = networkErrorIn(error);
  const detail = known?.code ?? codeOf(error);
  const proxy = known === null || known.proxy === null ? {} : { proxy: known.proxy };
  if (notSentCodes.test(detail)) return { kind: 'notSent', detail, ...proxy };
  if (untrustedCodes.test(detail)) return { kind: 'untrusted', detail };
  return { kind: known === null ? 'lost' : 'notSent', detail, ...proxy };
}

function networkErrorIn(error: unknown): NetworkError | null {
  return [...chainOf(error)].find((one) => one instanceof NetworkError) ?? null;
}

/** The first code along the chain of causes; never a message, which may hold an address with secrets. */
function codeOf(error: unknown): string {
  for (const at of chainOf(error)) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    const electron = /net::(ERR_[A-Z_]+)/.exec(at.message)?.[1];
    if (electron !== undefined) return electron;
  }
  return 'NETWORK';
}

function* chainOf(error: unknown): Generator<Error> {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) yield at;
}
