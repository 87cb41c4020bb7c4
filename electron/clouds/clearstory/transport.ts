import type { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { parseExactJson } from '../exactJson.ts';
import { callOnce, callWithRetries, type HttpCall, type HttpOutcome, type HttpTools } from '../http.ts';
import { readBaseAddress } from './baseAddress.ts';
import { keyMissing, outcomeUnknown, replyFailure, troubleFailure, unexpectedReply } from './failures.ts';
import type { Page } from './paging.ts';
import { wirePageSchema } from './wire.ts';

export type Credentials = { readonly keyId: string; readonly secret: string };

export type TransportOptions = HttpTools & {
  readonly baseUrl: string;
  /** Read anew for every call, so that a new key works at once. */
  readonly credentials: () => Credentials | null;
};

/** Query parameters; what is null is left out. */
export type Query = Readonly<Record<string, string | number | boolean | null>>;

/** Requests to Clearstory with its key. `subject` names what is asked for, in the sentences of failures. */
export type Transport = {
  readonly host: string;
  readonly get: (path: string, query: Query, subject: string) => Promise<Result<unknown>>;
  /** Clearstory's clock in its last answer, ISO UTC; null when it did not say. */
  readonly serverTime: () => string | null;
  readonly page: (path: string, query: Query, subject: string) => Promise<Result<Page>>;
  /** Sent once; repeating it would change nothing more, so a lost connection may be tried again by the caller. */
  readonly repeatable: (
    method: 'PATCH' | 'DELETE',
    path: string,
    body: object,
    subject: string,
  ) => Promise<Result<unknown>>;
  /** Sent once; when nobody knows whether it was done the failure is `clearstory.outcomeUnknown`. */
  readonly create: (path: string, body: object, subject: string) => Promise<Result<unknown>>;
};

type Prepared = { readonly call: HttpCall; readonly host: string };

export function createTransport(options: TransportOptions): Transport {
  const address = readBaseAddress(options.baseUrl);
  const host = address.ok ? address.value.host : options.baseUrl;

  function prepare(method: HttpCall['method'], path: string, query: Query, body?: object): Result<Prepared> {
    if (!address.ok) return address;
    const key = options.credentials();
    if (key === null) return fail(keyMissing);
    // Pasted keys often bring blanks or a line end along.
    const pair = Buffer.from(`${key.keyId.trim()}:${key.secret.trim()}`, 'utf8').toString('base64');
    const headers = {
      Authorization: `Basic ${pair}`,
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    const url = `${address.value.base}${path}${queryText(query)}`;
    return succeed({
      host,
      call: { method, url, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
    });
  }

  let lastDate: string | null = null;

  function readReply(outcome: HttpOutcome, subject: string): Result<unknown> {
    if (!outcome.ok) return fail(troubleFailure(outcome.trouble, host));
    const { reply } = outcome;
    lastDate = reply.date;
    if (reply.status < 200 || reply.status > 299) return fail(replyFailure(reply, host, subject, options.clock.now()));
    if (reply.text === '') return succeed(null);
    try {
      return succeed(parseExactJson(reply.text));
    } catch {
      return fail(unexpectedReply(host, `HTTP ${reply.status}, not JSON`));
    }
  }

  async function get(path: string, query: Query, subject: string): Promise<Result<unknown>> {
    const prepared = prepare('GET', path, query);
    if (!prepared.ok) return prepared;
    return readReply(await callWithRetries(options, prepared.value.call), subject);
  }

  return {
    host,
    serverTime: () => lastDate,
    get,
    page: async (path, query, subject) => parsed(wirePageSchema, await get(path, query, subject), host, toPage),
    repeatable: async (method, path, body, subject) => {
      const prepared = prepare(method, path, {}, body);
      if (!prepared.ok) return prepared;
      return readReply(await callOnce(options, prepared.value.call), subject);
    },
    create: async (path, body, subject) => {
      const prepared = prepare('POST', path, {}, body);
      if (!prepared.ok) return prepared;
      const outcome = await callOnce(options, prepared.value.call);
      const unknown = unknownOutcome(outcome, subject);
      return unknown === null ? readReply(outcome, subject) : fail(unknown);
    },
  };
}

/** A gateway's 5xx may come after the server behind it did the work, so only a refusal is a certain no. */
function unknownOutcome(outcome: HttpOutcome, subject: string): Failure | null {
  if (outcome.ok) {
    const { status } = outcome.reply;
    return status >= 500 && status !== 503 ? outcomeUnknown(subject, `HTTP ${status}`) : null;
  }
  const { kind, detail } = outcome.trouble;
  return kind === 'lost' || kind === 'timedOut' || kind === 'tooLong' ? outcomeUnknown(subject, detail) : null;
}

/** Checks a reply against its schema; another shape means that something else than Clearstory answered. */
export function parsed<W, T>(
  schema: z.ZodType<W>,
  reply: Result<unknown>,
  host: string,
  map: (wire: W) => T,
): Result<T> {
  if (!reply.ok) return reply;
  const wire = schema.safeParse(reply.value);
  return wire.success ? succeed(map(wire.data)) : fail(unexpectedReply(host, 'unexpected shape'));
}

function toPage(wire: z.output<typeof wirePageSchema>): Page {
  return { rows: wire.records, count: wire.count };
}

/** Commas stay as they are: they separate ids, and encoded they would take three times the room. */
function queryText(query: Query): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2C', ',')}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
