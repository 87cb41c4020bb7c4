import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { type Connection, type ConnectionOptions, connect } from '../../electron/clouds/procore/connection.ts';
import { createTestClock, type TestClock } from './clearstoryRig.ts';

/** One request as it arrived. */
export type Arrived = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type Answer = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** JSON unless it is text. */
  readonly body?: unknown;
  /** The connection breaks: before an answer, or in the middle of one. */
  readonly broken?: 'before' | 'within';
};

/** `null`: not found. */
export type Answering = (request: Arrived) => Answer | null;

export type ProcoreRig = {
  readonly url: string;
  readonly clock: TestClock;
  readonly arrived: Arrived[];
  /** What arrived without the requests for tokens. */
  readonly calls: () => readonly Arrived[];
  readonly connection: Connection;
  readonly options: ConnectionOptions;
};

export const credentials = { clientId: 'client-1', clientSecret: 'canary-secret' };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A far end of a test's own, with tokens named `token-1`, `token-2` … */
export async function startFarEnd(answer: Answering, changed: Partial<ConnectionOptions> = {}): Promise<ProcoreRig> {
  const clock = createTestClock();
  const arrived: Arrived[] = [];
  let tokens = 0;
  const url = await serve((request, response) => {
    arrived.push(request);
    const own = answer(request);
    if (own === null && request.path === '/oauth/token') tokens += 1;
    const token = { access_token: `token-${tokens}`, token_type: 'bearer', expires_in: 5400 };
    send(response, clock, own ?? (request.path === '/oauth/token' ? { body: token } : { status: 404, body: {} }));
  });
  const options = {
    fetch,
    clock,
    random: { fraction: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' },
    environment: { loginBase: url, apiBase: url },
    companyId: () => '1001',
    credentials: () => credentials,
    ...changed,
  };
  const calls = () => arrived.filter(({ path }) => path !== '/oauth/token');
  return { url, clock, arrived, calls, options, connection: connect(options) };
}

async function serve(handle: (request: Arrived, response: ServerResponse) => void): Promise<string> {
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => void parts.push(part));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
      const body = Buffer.concat(parts).toString('utf8');
      const { method = '', headers } = incoming;
      handle({ method, path: url.pathname, query: url.searchParams, headers, body }, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function send(response: ServerResponse, clock: TestClock, answer: Answer): void {
  if (answer.broken === 'before') {
    response.destroy();
    return;
  }
  const text =
    typeof answer.body === 'string' ? answer.body : answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.writeHead(answer.status ?? 200, {
    'Content-Type': 'application/json',
    Date: new Date(clock.now()).toUTCString(),
    'x-request-id': 'req-77',
    ...answer.headers,
  });
  if (answer.broken === 'within') {
    response.write(text.slice(0, Math.ceil(text.length / 2)));
    setImmediate(() => response.destroy());
  } else response.end(text);
}
