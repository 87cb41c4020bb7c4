import { z } from 'zod';
import type { Failure } from '#shared/domain/failure.ts';
import type { HttpReply } from '../http.ts';
import { detailOf } from './failures.ts';

/** A login that Procore refused, or that cannot be gone on with. */

const oauthErrorSchema = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

export const noLogin: Failure = {
  next: 'needsPerson',
  code: 'procore.noLogin',
  sentence: 'This company logs in to Procore as a service account, which needs no person.',
  remedy: 'Choose “As a person” under Settings, Procore, and save, before logging in.',
};

export function loginRefused(reply: HttpReply, grant: string): Failure {
  const error = oauthError(reply.text);
  const detail = error === '' ? detailOf(reply) : `${detailOf(reply)}, ${error}`;
  if (grant === 'client_credentials' || error === 'invalid_client') return keyRefused(detail);
  return grant === 'refresh_token' ? loginAgain(detail) : codeRefused(detail);
}

export function keyRefused(detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.keyRefused',
    sentence: 'Procore refused the client ID and client secret.',
    remedy:
      'Check under Settings, Procore that both belong to this environment: production and sandbox have their own. The owner of the app in Procore’s Developer Portal can make a new secret.',
    detail,
  };
}

/** Renewals are good once: when an answer is lost, only a person can log in again. */
export function loginAgain(detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.loginAgain',
    sentence: 'The login to Procore has ended, or its renewal was interrupted.',
    remedy: 'Log in again under Settings, Procore.',
    detail,
  };
}

export function codeRefused(detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.loginRefused',
    sentence: 'Procore did not confirm the login.',
    remedy:
      'Begin it again under Settings, Procore. If it fails again, check that the redirect address shown there is registered with the app in Procore’s Developer Portal.',
    detail,
  };
}

function oauthError(text: string): string {
  try {
    return oauthErrorSchema.parse(JSON.parse(text)).error;
  } catch {
    return '';
  }
}
