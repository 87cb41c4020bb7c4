import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Secrets } from '../../engine/ports/runtime.ts';
import type { HttpTools } from '../http.ts';
import type { CheckedEnvironment } from './environment.ts';
import { loginAgain } from './loginFailures.ts';
import { type ClientSecret, requestToken, type Token } from './tokenRequest.ts';
import { createTokenCache, type TokenSource } from './tokens.ts';

/**
 * The login of a person. What renews it is good once: it is kept as `sent` before it is used, and the next one is kept before the access
 * token that came with it is. So a renewal whose answer was lost, or that a crash interrupted, is known as such and never repeated;
 * Procore would refuse it, and may end the login for it.
 */
const keptSchema = z.object({ refreshToken: z.string().min(1), state: z.enum(['held', 'sent']) });
type Kept = z.infer<typeof keptSchema>;

export const loginSecretName = 'procore.login';

export type LoginStore = Pick<Secrets, 'read' | 'write'>;

export function keepLogin(store: LoginStore, kept: Kept): Failure | null {
  const written = store.write(loginSecretName, JSON.stringify(kept));
  if (written.ok) return null;
  return {
    next: 'needsPerson',
    code: 'procore.loginNotKept',
    sentence: `The login to Procore could not be kept: ${written.sentence}`,
    remedy: 'Correct that, then log in again under Settings, Procore.',
  };
}

function readKept(store: LoginStore): Kept | null {
  try {
    return keptSchema.parse(JSON.parse(store.read(loginSecretName) ?? ''));
  } catch {
    return null;
  }
}

export function createLoginTokens(
  tools: HttpTools,
  environment: CheckedEnvironment,
  secret: () => Result<ClientSecret>,
  store: LoginStore,
): TokenSource {
  const key = () => {
    const read = secret();
    return read.ok ? JSON.stringify([read.value.clientId, read.value.clientSecret]) : '';
  };

  async function renew(): Promise<Result<Token>> {
    const read = secret();
    if (!read.ok) return read;
    const kept = readKept(store);
    if (kept === null) return fail(loginAgain('no login'));
    if (kept.state === 'sent') return fail(loginAgain('renewal interrupted'));
    const unkept = keepLogin(store, { ...kept, state: 'sent' });
    if (unkept !== null) return fail(unkept);
    const grant = { grant_type: 'refresh_token', refresh_token: kept.refreshToken } as const;
    const reply = await requestToken(tools, environment, read.value, grant);
    switch (reply.kind) {
      case 'token':
        return keepNext(store, reply.token);
      case 'notUsed':
        return fail(keepLogin(store, kept) ?? reply.failure);
      case 'refused':
        return fail(reply.failure);
      case 'unknown':
        return fail(loginAgain(reply.failure.detail ?? 'renewal lost'));
    }
  }

  return createTokenCache(tools.clock, key, renew);
}

/** A login without a next renewal would end unseen. */
export function keepNext(store: LoginStore, token: Token): Result<Token> {
  if (token.refreshToken === null) return fail(loginAgain('no refresh token'));
  const unkept = keepLogin(store, { refreshToken: token.refreshToken, state: 'held' });
  return unkept === null ? succeed(token) : fail(unkept);
}
