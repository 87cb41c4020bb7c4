import { createHash } from 'node:crypto';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { Reply } from './api/answers.ts';
import { unauthorized } from './api/answers.ts';
import { me } from './routes/company.ts';

/** What opens the sandbox unless the caller chooses otherwise. Not a secret: it listens on this machine only. */
export const sandboxCredentials = { clientId: 'sandbox-client', clientSecret: 'sandbox-client-secret' } as const;

/** Matched exactly, as Procore does: no other port, no slash at the end. */
export const registeredRedirects = [
  'http://localhost',
  'http://localhost:53682/callback',
  'http://localhost:53683/callback',
  'http://localhost:53684/callback',
  'urn:ietf:wg:oauth:2.0:oob',
] as const;

const accessSeconds = 5400;
const codeSeconds = 600;

type Token = { readonly kind: 'service' | 'user'; readonly createdMs: number; readonly refresh: string | null };
type Code = { readonly redirect: string; readonly createdMs: number };

export type Login = {
  readonly answer: (method: string, url: URL, form: ReadonlyMap<string, string>, bearer: string) => Reply | null;
  /** Whose token it is, or why it opens nothing. */
  readonly check: (
    bearer: string,
  ) => { readonly ok: true; readonly kind: 'service' | 'user' } | { readonly ok: false; readonly reply: Reply };
  /** Every token ends at once, as when an admin disconnects the app. */
  readonly endAll: () => void;
};

const refusedGrant = (error: string, description: string): Reply => ({
  status: 401,
  body: { error, error_description: description },
});
const invalidGrant = (
  text = 'The provided authorization grant is invalid, expired, revoked, or was issued to another client.',
) => refusedGrant('invalid_grant', text);

/** The login host: OAuth 2.0 as Procore documents it. Tokens live as long as the server. */
export function createLogin(
  clock: Clock,
  credentials: { readonly clientId: string; readonly clientSecret: string },
  revoked: () => boolean,
): Login {
  const tokens = new Map<string, Token>();
  const refreshers = new Map<string, string>();
  const codes = new Map<string, Code>();
  let issued = 0;

  const nowMs = () => Date.parse(clock.now());
  const secretText = (kind: string) => {
    issued += 1;
    return createHash('sha256').update(`${kind} ${issued}`).digest('base64url');
  };
  const issue = (kind: Token['kind']): Reply => {
    const refresh = kind === 'user' ? secretText('refresh') : null;
    // Documented tokens look like this; nothing may be read into them.
    const access = `eyJhbGciOiJFUzUxMiJ9.${secretText('body')}.${secretText('signature')}`;
    tokens.set(access, { kind, createdMs: nowMs(), refresh });
    if (refresh !== null) refreshers.set(refresh, access);
    const made = {
      access_token: access,
      token_type: 'bearer',
      expires_in: accessSeconds,
      created_at: Math.floor(nowMs() / 1000),
    };
    return { status: 200, body: refresh === null ? made : { ...made, refresh_token: refresh } };
  };
  const alive = (access: string): Token | null => {
    const token = tokens.get(access);
    return token !== undefined && nowMs() < token.createdMs + accessSeconds * 1000 && !revoked() ? token : null;
  };

  function authorize(query: URLSearchParams): Reply {
    const redirect = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== credentials.clientId)
      return refusedGrant('invalid_client', 'Client authentication failed.');
    if (!registeredRedirects.some((one) => one === redirect))
      return refusedGrant(
        'invalid_redirect_uri',
        'The requested redirect uri is malformed or does not match client redirect URI.',
      );
    if (query.get('response_type') !== 'code')
      return refusedGrant('unsupported_response_type', 'The authorization server does not support this response type.');
    const code = secretText('code');
    codes.set(code, { redirect, createdMs: nowMs() });
    if (redirect.startsWith('urn:')) return { status: 200, body: { code } };
    const target = new URL(redirect);
    target.searchParams.set('code', code);
    const state = query.get('state');
    if (state !== null) target.searchParams.set('state', state);
    return { status: 302, headers: { Location: target.href } };
  }

  function token(form: ReadonlyMap<string, string>): Reply {
    const known =
      form.get('client_id') === credentials.clientId && form.get('client_secret') === credentials.clientSecret;
    if (!known || revoked())
      return refusedGrant(
        'invalid_client',
        'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
      );
    switch (form.get('grant_type')) {
      case 'client_credentials':
        return issue('service');
      case 'authorization_code': {
        const code = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        const fits =
          code?.redirect === form.get('redirect_uri') && nowMs() < (code?.createdMs ?? 0) + codeSeconds * 1000;
        return fits ? issue('user') : invalidGrant();
      }
      case 'refresh_token': {
        // Single use: a second one of the same token finds nothing.
        const refresh = form.get('refresh_token') ?? '';
        const access = refreshers.get(refresh);
        if (access === undefined) return invalidGrant('The refresh token is invalid');
        refreshers.delete(refresh);
        tokens.delete(access);
        return issue('user');
      }
      default:
        return refusedGrant(
          'unsupported_grant_type',
          'The authorization grant type is not supported by the authorization server.',
        );
    }
  }

  function revoke(form: ReadonlyMap<string, string>): Reply {
    const sent = form.get('token') ?? '';
    const access = refreshers.get(sent) ?? sent;
    const refresh = tokens.get(access)?.refresh;
    tokens.delete(access);
    if (refresh != null) refreshers.delete(refresh);
    return { status: 200, body: {} };
  }

  function info(bearer: string): Reply {
    const found = alive(bearer);
    if (found === null)
      return { status: 401, body: { error: 'invalid_token', error_description: 'The access token is invalid' } };
    const left = accessSeconds - Math.floor((nowMs() - found.createdMs) / 1000);
    return {
      status: 200,
      body: {
        resource_owner_id: Number(me.id),
        scopes: [],
        expires_in_seconds: left,
        application: { uid: credentials.clientId },
        created_at: Math.floor(found.createdMs / 1000),
      },
    };
  }

  return {
    answer: (method, url, form, bearer) => {
      switch (`${method} ${url.pathname}`) {
        case 'GET /oauth/authorize':
          return authorize(url.searchParams);
        case 'POST /oauth/token':
          return token(form);
        case 'GET /oauth/token/info':
          return info(bearer);
        case 'POST /oauth/revoke':
          return revoke(form);
        default:
          return null;
      }
    },
    check: (bearer) => {
      const found = alive(bearer);
      return found === null ? { ok: false, reply: unauthorized() } : { ok: true, kind: found.kind };
    },
    endAll: () => {
      tokens.clear();
      refreshers.clear();
    },
  };
}
