import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../engine/ports/runtime.ts';
import { controlPrefix } from '../controlAccess.ts';
import { startLocalServer } from '../localServer.ts';
import { readBody } from '../requestBody.ts';
import { readStateFile, writeStateFile } from '../stateFile.ts';
import { companyRoutes } from './api/companyRoutes.ts';
import { corRoutes } from './api/corRoutes.ts';
import { customerRoutes } from './api/customerRoutes.ts';
import { type ApiContext, notFound, type Reply, type Route } from './api/exchange.ts';
import { projectRoutes } from './api/projectRoutes.ts';
import { tagRoutes } from './api/tagRoutes.ts';
import { type ClearstoryControl, createControl, type ReceivedRequest } from './control.ts';
import { answerControl } from './controlRoutes.ts';
import { createFaultSwitch } from './faults.ts';
import { seedState } from './seed/seedState.ts';
import { stateSchema } from './state.ts';
import { createStateStore } from './stateStore.ts';

/** What opens the sandbox unless the caller chooses otherwise. Not a secret: it listens on this machine only. */
export const sandboxCredentials = { keyId: 'sandbox-key', secret: 'sandbox-secret' } as const;

export type ClearstorySandboxOptions = {
  readonly clock: Clock;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly credentials?: { readonly keyId: string; readonly secret: string };
  /** Keeps the state in this file across restarts. Absent: every start tells the story from the beginning. */
  readonly stateFile?: string;
  /** Multiplies the story's CORs, for benchmarks. 1,000 makes more than 100,000. */
  readonly scale?: number;
  /** Opens `/__sandbox/…` to whoever sends it as `x-sandbox-token`. */
  readonly controlToken?: string;
};

export type ClearstorySandbox = {
  /** Base address of the Web API, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly control: ClearstoryControl;
  readonly close: () => Promise<void>;
};

const routes: readonly Route[] = [...companyRoutes, ...projectRoutes, ...customerRoutes, ...corRoutes, ...tagRoutes];
const keptRequests = 1000;

/** Starts a server on 127.0.0.1 that speaks Clearstory's Web API 1.9.0. Rejects when the port is taken. */
export async function startClearstorySandbox(options: ClearstorySandboxOptions): Promise<ClearstorySandbox> {
  const { clock, stateFile } = options;
  const kept = stateFile === undefined ? null : readStateFile(stateFile, stateSchema);
  const store = createStateStore(kept ?? seedState(options.scale ?? 1), (state) => {
    if (stateFile !== undefined) writeStateFile(stateFile, state);
  });
  const faults = createFaultSwitch();
  const context: ApiContext = { store, clock };
  const { keyId, secret } = options.credentials ?? sandboxCredentials;
  const authorization = `Basic ${Buffer.from(`${keyId}:${secret}`).toString('base64')}`;
  let received: readonly ReceivedRequest[] = [];
  const control = createControl(store, faults, clock, () => received);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const body = await readBody(request);
    if (options.controlToken !== undefined && url.pathname.startsWith(controlPrefix)) {
      const token = String(request.headers['x-sandbox-token'] ?? '');
      const sent = body.ok ? body.value : undefined;
      send(response, answerControl(control, options.controlToken, { method, path: url.pathname, token, body: sent }));
      return;
    }
    const { latencyMs, keyRevoked } = faults.current();
    if (latencyMs > 0) await new Promise<void>((resolve) => void clock.after(latencyMs, resolve));
    const open = request.headers.authorization === authorization && !keyRevoked;
    const refused = open ? faults.refuse() : null;
    if (refused?.retryAfterSeconds != null) response.setHeader('Retry-After', String(refused.retryAfterSeconds));
    const reply: Reply = !open
      ? { status: 401, body: { message: 'Unauthorized' } }
      : refused !== null
        ? { status: refused.status, body: { message: 'Try again later' } }
        : !body.ok
          ? { status: 400, body: { message: 'Bad Request' } }
          : route(method, url, body.value, context);
    const cut = reply.status < 400 && faults.drop(method);
    const entry = { at: clock.now(), method, path: url.pathname + url.search, status: reply.status, answered: !cut };
    received = [...received.slice(1 - keptRequests), { ...entry, body: body.ok ? body.value : null }];
    if (cut) request.socket.destroy();
    else send(response, reply);
    if (reply.status === 200 && url.pathname === '/cors') faults.afterPage(reply.body, store, clock.now());
  }

  const server = await startLocalServer(options.port ?? 0, (request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) send(response, { status: 500, body: { message: 'Internal Server Error' } });
    });
  });
  return { ...server, control };
}

function route(method: string, url: URL, body: unknown, context: ApiContext): Reply {
  for (const one of routes) {
    const match = one.method === method ? one.path.exec(url.pathname) : null;
    if (match !== null) {
      const parts = match.slice(1).map((part) => (part === undefined ? '' : decodeURIComponent(part)));
      return one.handle({ query: url.searchParams, body, parts }, context);
    }
  }
  return notFound;
}

function send(response: ServerResponse, reply: Reply): void {
  response.statusCode = reply.status;
  if (reply.body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(reply.body));
}
