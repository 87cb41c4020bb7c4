import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { callOnce, callWithRetries, type HttpOutcome, type HttpTools } from '../http.ts';
import type { CheckedEnvironment } from './environment.ts';
import { busy, troubleFailure, unexpectedReply } from './failures.ts';
import { loginRefused } from './loginFailures.ts';

export type ClientSecret = { readonly clientId: string; readonly clientSecret: string };

export type Token = {
  readonly accessToken: string;
  /** On the clock that never jumps. */
  readonly expiresAtMs: number;
  /** Only logins of people have one; it is good for one renewal. */
  readonly refreshToken: string | null;
};

export type Grant =
  | { readonly grant_type: 'client_credentials' }
  | { readonly grant_type: 'authorization_code'; readonly code: string; readonly redirect_uri: string }
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string };

/** `unknown`: the grant may have been used up without our learning the answer. */
export type TokenReply =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'refused' | 'notUsed' | 'unknown'; readonly failure: Failure };

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  created_at: z.number().nullish(),
  refresh_token: z.string().min(1).nullish(),
});

/** Asks for a token. Grants that are good once are sent once. */
export async function requestToken(
  tools: HttpTools,
  environment: CheckedEnvironment,
  secret: ClientSecret,
  grant: Grant,
): Promise<TokenReply> {
  // A service account may ask again as often as it likes; the other grants are good once.
  const send = grant.grant_type === 'client_credentials' ? callWithRetries : callOnce;
  const sentMs = tools.clock.monotonicMs();
  const outcome = await send(tools, {
    method: 'POST',
    url: `${environment.loginBase}/oauth/token`,
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    // Pasted secrets often bring blanks or a line end along.
    body: new URLSearchParams({
      ...grant,
      client_id: secret.clientId.trim(),
      client_secret: secret.clientSecret.trim(),
    }).toString(),
  });
  const { loginHost } = environment;
  if (!outcome.ok) {
    const failure = troubleFailure(outcome.trouble, loginHost);
    const notUsed = outcome.trouble.kind === 'notSent' || outcome.trouble.kind === 'untrusted';
    return { kind: notUsed ? 'notUsed' : 'unknown', failure };
  }
  const { status } = outcome.reply;
  if (status === 400 || status === 401 || status === 403)
    return { kind: 'refused', failure: loginRefused(outcome.reply, grant.grant_type) };
  if (status === 429 || status === 503) return { kind: 'notUsed', failure: busy(outcome.reply, tools.clock.now()) };
  const token = readToken(outcome, sentMs);
  return token.ok
    ? { kind: 'token', token: token.value }
    : { kind: 'unknown', failure: unexpectedReply(loginHost, token.failure) };
}

/** The lifetime counts from the sending, by the far end's clock: this machine's may be minutes off. */
function readToken(outcome: HttpOutcome & { ok: true }, sentMs: number): Result<Token, string> {
  const { status, text, date } = outcome.reply;
  if (status !== 200) return fail(`HTTP ${status}`);
  const parsed = tokenSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) return fail(`HTTP ${status}, no token`);
  const {
    access_token: accessToken,
    expires_in: lifetime,
    created_at: createdAt,
    refresh_token: refresh,
  } = parsed.data;
  const ageMs = createdAt == null || date === null ? 0 : Math.max(0, Date.parse(date) - createdAt * 1000);
  return succeed({ accessToken, expiresAtMs: sentMs + lifetime * 1000 - ageMs, refreshToken: refresh ?? null });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
