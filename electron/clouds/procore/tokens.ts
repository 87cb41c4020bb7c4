import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { HttpTools } from '../http.ts';
import type { CheckedEnvironment } from './environment.ts';
import { type ClientSecret, requestToken, type Token } from './tokenRequest.ts';

/** The access token for the next call. */
export type TokenSource = {
  readonly token: () => Promise<Result<string>>;
  /** A new one in place of one that was refused; the one at hand when it has been renewed meanwhile. */
  readonly renewed: (refused: string) => Promise<Result<string>>;
};

/** Renewed this long before its end, so that no call carries a token that ends on the way. */
const renewBeforeMs = 5 * 60_000;
/** Short-lived tokens are used for at least half their life. */
function usableUntil(token: Token, nowMs: number): number {
  return token.expiresAtMs - Math.min(renewBeforeMs, (token.expiresAtMs - nowMs) / 2);
}

/**
 * Keeps one token and renews it once for everybody who needs it at the same time. `fetchToken` gets what must be the same for the
 * token to be good; a changed `key` (other credentials) makes a new one.
 */
export function createTokenCache(
  clock: Clock,
  key: () => string,
  fetchToken: () => Promise<Result<Token>>,
): TokenSource {
  let kept: { readonly key: string; readonly token: Token; readonly usableUntilMs: number } | null = null;
  let running: { readonly key: string; readonly reply: Promise<Result<string>> } | null = null;

  function renew(): Promise<Result<string>> {
    const now = key();
    if (running?.key === now) return running.reply;
    const reply = (async () => {
      const fetched = await fetchToken();
      if (!fetched.ok) return fetched;
      const token = fetched.value;
      kept = { key: now, token, usableUntilMs: usableUntil(token, clock.monotonicMs()) };
      return succeed(token.accessToken);
    })().finally(() => {
      if (running?.reply === reply) running = null;
    });
    running = { key: now, reply };
    return reply;
  }

  const good = () =>
    kept !== null && kept.key === key() && clock.monotonicMs() < kept.usableUntilMs ? kept.token : null;

  return {
    token: async () => {
      const token = good();
      return token === null ? renew() : succeed(token.accessToken);
    },
    renewed: async (refused) => {
      const token = good();
      return token === null || token.accessToken === refused ? renew() : succeed(token.accessToken);
    },
  };
}

/** Tokens of a service account: another one can be asked for at any time. */
export function createServiceTokens(
  tools: HttpTools,
  environment: CheckedEnvironment,
  secret: () => Result<ClientSecret>,
): TokenSource {
  const key = () => {
    const read = secret();
    return read.ok ? JSON.stringify([read.value.clientId, read.value.clientSecret]) : '';
  };
  return createTokenCache(tools.clock, key, async () => {
    const read = secret();
    if (!read.ok) return read;
    const reply = await requestToken(tools, environment, read.value, { grant_type: 'client_credentials' });
    return reply.kind === 'token' ? succeed(reply.token) : fail(reply.failure);
  });
}
