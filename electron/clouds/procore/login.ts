import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { HttpTools } from '../http.ts';
import { type ProcoreEnvironment, readEnvironment } from './environment.ts';
import { keyMissing } from './failures.ts';
import { keepNext, type LoginStore } from './keptLogin.ts';
import { codeRefused } from './loginFailures.ts';
import { type LoginPage, redirectAddress, startLoginServer } from './loginServer.ts';
import { type ClientSecret, requestToken } from './tokenRequest.ts';

export type LoginOptions = HttpTools & {
  readonly environment: ProcoreEnvironment;
  readonly credentials: () => ClientSecret | null;
  readonly store: LoginStore;
};

export type LoginAttempt = {
  /** The page of Procore to open in the person's browser. */
  readonly address: string;
  /** Ends when the person logged in or gave up; then nothing listens any more. */
  readonly finished: Promise<Result<null>>;
  readonly cancel: () => void;
};

/** Any free one of these; each is registered with the app as `http://localhost:53682/callback` and so on. */
export const loginPorts = [53_682, 53_683, 53_684] as const;

/** Procore's codes live for ten minutes, and so does the wait for one. */
const waitMs = 10 * 60_000;

/**
 * Lets a person log in with the browser. The answer is taken only with the state of this very attempt; its code is exchanged once, and
 * what renews the login is kept before anything is done with it.
 */
export async function beginLogin(
  options: LoginOptions,
  ports: readonly number[] = loginPorts,
): Promise<Result<LoginAttempt>> {
  const environment = readEnvironment(options.environment);
  if (!environment.ok) return environment;
  const secret = options.credentials();
  if (secret === null) return fail(keyMissing);
  const state = options.random.uuid();
  let finish: (result: Result<null>) => void = () => {};
  const finished = new Promise<Result<null>>((resolve) => {
    finish = resolve;
  });

  async function exchange(code: string): Promise<Result<null>> {
    if (!environment.ok || secret === null) throw new Error('Checked before');
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectAddress(port) } as const;
    const reply = await requestToken(options, environment.value, secret, grant);
    if (reply.kind !== 'token') return fail(reply.kind === 'unknown' ? codeRefused('code lost') : reply.failure);
    const kept = keepNext(options.store, reply.token);
    return kept.ok ? succeed(null) : kept;
  }

  let taken = false;
  async function answer(query: URLSearchParams): Promise<LoginPage> {
    const code = query.get('code') ?? '';
    if (query.get('state') !== state || taken)
      return { status: 400, sentence: 'This is not the login that was begun.' };
    taken = true;
    const result = code === '' ? fail(codeRefused('no code')) : await exchange(code);
    end(result);
    return result.ok
      ? { status: 200, sentence: 'You are logged in. This window can be closed; Plumbline goes on by itself.' }
      : { status: 400, sentence: `${result.failure.sentence} ${result.failure.remedy ?? ''}`.trim() };
  }

  const server = await startLoginServer(ports, answer);
  if (server === null) return fail(portsTaken(ports));
  const { port } = server;
  const cancelWait = options.clock.after(waitMs, () => end(fail(notFinished)));
  function end(result: Result<null>): void {
    taken = true;
    cancelWait();
    server?.close();
    finish(result);
  }
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: secret.clientId.trim(),
    redirect_uri: redirectAddress(port),
    state,
  });
  return succeed({
    address: `${environment.value.loginBase}/oauth/authorize?${query}`,
    finished,
    cancel: () => end(fail(notFinished)),
  });
}

const notFinished: Failure = {
  next: 'needsPerson',
  code: 'procore.loginEnded',
  sentence: 'The login to Procore was not finished.',
  remedy: 'Begin it again under Settings, Procore.',
};

function portsTaken(ports: readonly number[]): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.loginPort',
    sentence: `Procore cannot answer the login: other programs use the ports ${ports.join(', ')} of this computer.`,
    remedy: 'Close what uses one of them, and begin the login again.',
  };
}
