import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { parseExactJson } from '../exactJson.ts';
import {
  callOnce,
  type HttpCall,
  type HttpOutcome,
  type HttpReply,
  type HttpTools,
  pauseBeforeNextTry,
} from '../http.ts';
import { companyMissing, detailOf, outcomeUnknown, pausedUntil, troubleFailure, unexpectedReply } from './failures.ts';
import type { RateBudget } from './rateBudget.ts';
import { replyFailure } from './replyFailure.ts';
import type { TokenSource } from './tokens.ts';

export type TransportOptions = HttpTools & {
  readonly apiBase: string;
  readonly apiHost: string;
  /** Read anew for every call, like the credentials: a change works at once. */
  readonly companyId: () => string | null;
  readonly tokens: TokenSource;
  readonly budget: () => RateBudget;
};

/** Query parameters; what is null is left out. */
export type Query = Readonly<Record<string, string | number | boolean | null>>;

/** What was answered: the parsed body, null without one, and the parts of the head that matter. */
export type ProcoreReply = {
  readonly body: unknown;
  /** The address of the next page; null on the last one, undefined when the reply says nothing of pages. */
  readonly nextPage: string | null | undefined;
  /** How many rows the whole list has; null when the reply does not say. */
  readonly total: number | null;
  /** Procore's clock as it answered, ISO UTC. */
  readonly date: string | null;
};

/** Requests to Procore in the name of one company. `subject` names what is asked for or written, in the sentences of failures. */
export type Transport = {
  readonly host: string;
  readonly get: (path: string, query: Query, subject: string) => Promise<Result<ProcoreReply>>;
  /** Sent once. When nobody knows whether it was done, the failure is `procore.outcomeUnknown`. */
  readonly send: (
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    query: Query,
    body: object | null,
    subject: string,
  ) => Promise<Result<ProcoreReply>>;
};

type Asked = {
  readonly method: HttpCall['method'];
  readonly url: string;
  readonly companyId: string;
  readonly body: string | null;
  readonly subject: string;
  /** Whether another try of a call of this outcome does no harm. */
  readonly repeatable: (outcome: HttpOutcome) => boolean;
};

export function createTransport(options: TransportOptions): Transport {
  const { apiBase, apiHost: host, clock, random, tokens } = options;

  function callOf(asked: Asked, token: string, idempotencyToken: string): HttpCall {
    const { method, url, body } = asked;
    return {
      method,
      url,
      headers: {
        Authorization: `Bearer ${token}`,
        'Procore-Company-Id': asked.companyId,
        Accept: 'application/json',
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json', 'Idempotency-Token': idempotencyToken }),
      },
      ...(body === null ? {} : { body }),
    };
  }

  /** One request within the budget of the credential. */
  async function sendOnce(call: HttpCall): Promise<Result<HttpOutcome>> {
    const budget = options.budget();
    const turn = await budget.take();
    if (!turn.ok) return fail(pausedUntil(turn.until));
    let outcome: HttpOutcome = { ok: false, trouble: { kind: 'lost', detail: 'NETWORK' } };
    try {
      outcome = await callOnce(options, call);
    } finally {
      budget.giveBack(turn.ticket, outcome);
    }
    return succeed(outcome);
  }

  /** With the retries that do no harm, and one with a new token when the first was refused. */
  async function exchange(asked: Asked): Promise<Result<HttpOutcome>> {
    const idempotencyToken = random.uuid();
    let token = await tokens.token();
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      if (!token.ok) return token;
      const sent = await sendOnce(callOf(asked, token.value, idempotencyToken));
      if (!sent.ok) return sent;
      const outcome = sent.value;
      if (outcome.ok && outcome.reply.status === 401 && !renewed) {
        renewed = true;
        token = await tokens.renewed(token.value);
        continue;
      }
      const pauseMs = asked.repeatable(outcome) ? pauseBeforeNextTry(attempt, outcome, random) : null;
      if (pauseMs === null) return succeed(outcome);
      await new Promise<void>((resolve) => void clock.after(pauseMs, resolve));
      token = await tokens.token();
    }
  }

  function readReply(outcome: HttpOutcome, asked: Asked): Result<ProcoreReply> {
    if (!outcome.ok) return fail(troubleFailure(outcome.trouble, host));
    const { reply } = outcome;
    const call = { host, companyId: asked.companyId, subject: asked.subject };
    if (reply.status < 200 || reply.status > 299) return fail(replyFailure(reply, call, clock.now()));
    const head = { nextPage: nextPageOf(reply), total: totalOf(reply), date: reply.date };
    if (reply.text === '') return succeed({ body: null, ...head });
    try {
      return succeed({ body: parseExactJson(reply.text), ...head });
    } catch {
      return fail(unexpectedReply(host, `${detailOf(reply)}, not JSON`));
    }
  }

  function ask(
    method: Asked['method'],
    path: string,
    query: Query,
    body: object | null,
    subject: string,
  ): Result<Asked> {
    const companyId = options.companyId()?.trim() ?? '';
    if (companyId === '') return fail(companyMissing);
    return succeed({
      method,
      url: `${apiBase}${path}${queryText(query)}`,
      companyId,
      body: body === null ? null : JSON.stringify(body),
      subject,
      repeatable: (outcome) => method === 'GET' || (outcome.ok && outcome.reply.status === 429),
    });
  }

  return {
    host,
    get: async (path, query, subject) => {
      const asked = ask('GET', path, query, null, subject);
      if (!asked.ok) return asked;
      const outcome = await exchange(asked.value);
      return outcome.ok ? readReply(outcome.value, asked.value) : outcome;
    },
    send: async (method, path, query, body, subject) => {
      const asked = ask(method, path, query, body, subject);
      if (!asked.ok) return asked;
      const outcome = await exchange(asked.value);
      if (!outcome.ok) return outcome;
      const unknown = unknownOutcome(outcome.value, subject);
      return unknown === null ? readReply(outcome.value, asked.value) : fail(unknown);
    },
  };
}

/** A gateway's 5xx may come after the server behind it did the work, so only a refusal is a certain no. */
function unknownOutcome(outcome: HttpOutcome, subject: string): Failure | null {
  if (outcome.ok) {
    const { status } = outcome.reply;
    return status === 408 || (status >= 500 && status !== 503)
      ? outcomeUnknown(subject, detailOf(outcome.reply))
      : null;
  }
  const { kind, detail } = outcome.trouble;
  return kind === 'lost' || kind === 'timedOut' || kind === 'tooLong' ? outcomeUnknown(subject, detail) : null;
}

function queryText(query: Query): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function nextPageOf(reply: HttpReply): string | null | undefined {
  const link = reply.header('Link');
  if (link === null) return undefined;
  return /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(link)?.[1] ?? null;
}

function totalOf(reply: HttpReply): number | null {
  const total = reply.header('Total');
  return total !== null && /^\d{1,9}$/.test(total.trim()) ? Number(total) : null;
}
