import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../engine/ports/runtime.ts';
import { controlPrefix } from '../controlAccess.ts';
import { startLocalServer } from '../localServer.ts';
import { readText } from '../requestBody.ts';
import { readStateFile, writeStateFile } from '../stateFile.ts';
import { message, type Reply } from './api/answers.ts';
import { type Call, type Fields, isFields } from './api/call.ts';
import { match, routed } from './api/router.ts';
import { parseForEcho, parseWithNumbersAsText } from './api/wire.ts';
import { createControl, type ProcoreControl } from './control.ts';
import { answerControl } from './controlRoutes.ts';
import { createFaultSwitch } from './faults.ts';
import { readForm, send } from './http.ts';
import { createMemory } from './memory.ts';
import { createLogin, sandboxCredentials } from './oauth.ts';
import { createRateLimiter, type Limits, usualLimits } from './rateLimit.ts';
import { stateSchema } from './records/tables.ts';
import { createRequestLog } from './requestLog.ts';
import { type Seed, seedState } from './seed/seedState.ts';

export type ProcoreSandboxOptions = {
  readonly clock: Clock;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly credentials?: { readonly clientId: string; readonly clientSecret: string };
  readonly limits?: Partial<Limits>;
  /** What the company looks like at the start; `midProject` unless said. */
  readonly seed?: Seed;
  /** Keeps the state in this file across restarts. Absent: every start begins with the seed. */
  readonly stateFile?: string;
  /** Opens `/__sandbox/…` to whoever sends it as `x-sandbox-token`. */
  readonly controlToken?: string;
  /** A longer request is refused with 413. */
  readonly maxBodyBytes?: number;
};

export type ProcoreSandbox = {
  /** Base address of both the login host and the API host, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly companyId: string;
  readonly control: ProcoreControl;
  readonly close: () => Promise<void>;
};

const usualMaxBytes = 8 * 1024 * 1024;

/** Starts a server on 127.0.0.1 that speaks Procore's REST API and its login. Rejects when the port is taken. */
export async function startProcoreSandbox(options: ProcoreSandboxOptions): Promise<ProcoreSandbox> {
  const { clock, stateFile } = options;
  const kept = stateFile === undefined ? null : readStateFile(stateFile, stateSchema);
  const memory = createMemory(kept ?? seedState(options.seed ?? 'midProject'));
  const faults = createFaultSwitch();
  const log = createRequestLog();
  const limiter = createRateLimiter(clock, { ...usualLimits, ...options.limits });
  const login = createLogin(
    clock,
    options.credentials ?? sandboxCredentials,
    () => faults.current().credentialsRevoked,
  );
  const control = createControl({ memory, faults, clock, limiter, login, log });
  let written = memory.version();

  const keep = () => {
    if (stateFile === undefined || written === memory.version()) return;
    written = memory.version();
    writeStateFile(stateFile, memory.snapshot());
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Clients measure time limits against it.
    response.setHeader('Date', new Date(clock.now()).toUTCString());
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', base);
    const header = (name: string) => (typeof request.headers[name] === 'string' ? request.headers[name] : null);
    if (options.controlToken !== undefined && url.pathname.startsWith(controlPrefix)) {
      const text = await readText(request);
      const given = { method, path: url.pathname, token: header('x-sandbox-token') ?? '', body: parsed(text ?? '') };
      send(response, answerControl(control, options.controlToken, given));
      return keep();
    }
    const text = await readText(request, options.maxBodyBytes ?? usualMaxBytes);
    const { latencyMs } = faults.current();
    if (latencyMs > 0) await new Promise<void>((resolve) => void clock.after(latencyMs, resolve));
    const bearer = (header('authorization') ?? '').replace(/^Bearer /, '');
    const at = { at: clock.now(), method, path: url.pathname + url.search };

    if (url.pathname.startsWith('/oauth/')) {
      const form = await readForm(header('content-type') ?? '', text ?? '');
      const reply = login.answer(method, url, form, bearer) ?? message(404, 'Not Found');
      const cut = reply.status < 400 && faults.happens('dropTokens');
      log.add({ ...at, route: `${method} ${url.pathname}`, status: reply.status, answered: !cut, body: null });
      if (cut) request.socket.destroy();
      else send(response, reply);
      return;
    }

    const matched = match(method, url.pathname);
    const { allowed, headers } = limiter.take();
    const refused = faults.refuse(url.pathname);
    const body = text === null ? undefined : parsed(text);
    const reply = ((): Reply => {
      if (refused !== null) return message(refused.status, 'Try again later', retryAfter(refused.retryAfterSeconds));
      if (!allowed) return message(429, 'Rate limit exceeded');
      const token = login.check(bearer);
      if (!token.ok) return token.reply;
      if (text === null) return message(413, 'The request body is too large');
      if (body === undefined || matched === null)
        return message(body === undefined ? 400 : 404, body === undefined ? 'Bad Request' : 'Not Found');
      const call: Call = {
        url,
        query: url.searchParams,
        body: isFields(body) ? body : {},
        echo: echoOf(text),
        part: (name) => matched.parts.get(name) ?? '',
        memory,
        now: clock.now(),
        base,
        threeTiers: faults.current().threeTiers,
        clearOrigin: faults.current().clearOrigin,
      };
      return routed(call, matched, header('procore-company-id'), token.kind);
    })();
    keep();
    const cut = reply.status < 400 && faults.happens(method === 'GET' ? 'dropReads' : 'dropWrites');
    const route = `${method} ${matched?.route.path ?? url.pathname}`;
    log.add({ ...at, route, status: reply.status, answered: !cut, body: body ?? null });
    if (cut) request.socket.destroy();
    else send(response, { ...reply, headers: { ...headers, ...reply.headers } }, faults.happens('truncateBodies'));
    if (method === 'GET' && reply.headers?.Link?.includes('rel="next"') === true && faults.happens('driftPages'))
      control.drift(url.pathname);
  }

  let base = '';
  const server = await startLocalServer(options.port ?? 0, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.fail(error);
      if (!response.headersSent) send(response, message(500, 'Internal Server Error'));
    });
  });
  base = server.url;
  return { ...server, companyId: memory.company().id, control };
}

const retryAfter = (seconds: number | null) => (seconds === null ? {} : { 'Retry-After': String(seconds) });

/** Undefined when it is not JSON. */
function parsed(text: string): unknown {
  if (text === '') return {};
  try {
    return parseWithNumbersAsText(text);
  } catch {
    return undefined;
  }
}

function echoOf(text: string): Fields {
  const echo = text === '' ? {} : parseForEcho(text);
  return isFields(echo) ? echo : {};
}
