import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Clock, Logger, Random } from '../engine/ports/runtime.ts';
import type { Door } from '../hosts/companies/door.ts';
import { pageHeaders, withNonce } from '../hosts/pageSecurity.ts';
import { newToken } from '../hosts/random.ts';
import { readRendererFiles } from '../hosts/rendererFiles.ts';
import { sendRefusal, sendRefusalPage } from './answers.ts';
import { type Asked, readAsked } from './asked.ts';
import { createEventStreams } from './eventStream.ts';
import { broken, noSession, notHere, refuseHost, refuseRequest, tooManyPages, usedToken } from './requestGuard.ts';
import { answerRpc } from './rpc.ts';
import { createSessions, sessionCookie } from './sessions.ts';

export type WebHostOptions = {
  readonly door: Door;
  /** Folder of the built screens. */
  readonly rendererFolder: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
};

export type WebHost = {
  /** Opens one session in one browser, within five minutes. */
  readonly url: string;
  readonly port: number;
  /** Another such address, for another browser or after five minutes. */
  readonly newAddress: () => string;
  readonly close: () => Promise<void>;
};

/** Serves the screens and the contract on 127.0.0.1 only. Fails in words when the port is taken or the screens are not built. */
export async function startWebHost(options: WebHostOptions): Promise<Result<WebHost>> {
  const { door, clock, random, logger } = options;
  const built = readRendererFiles(options.rendererFolder);
  if (!built.ok) return built;
  const { page, files } = built.value;
  const sessions = createSessions(clock, random);
  const streams = createEventStreams(door, clock);
  let port = options.port ?? 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = readAsked(request, port, sessions);
    const refused = refuseHost(asked.host, port) ?? refuseRequest(asked);
    if (refused !== null) sendRefusal(response, refused);
    else if (asked.path.startsWith('/rpc/')) await answerRpc(door, asked.path.slice('/rpc/'.length), request, response);
    else if (asked.path === '/events') openEvents(response);
    else if (asked.path === '/') answerPage(response, asked);
    else answerFile(response, asked);
  }

  function openEvents(response: ServerResponse): void {
    if (!streams.add(response)) sendRefusal(response, tooManyPages);
  }

  function answerFile(response: ServerResponse, { path, method }: Asked): void {
    const file = files.get(path);
    if (file === undefined) {
      sendRefusal(response, notHere);
      return;
    }
    response.writeHead(200, file.headers);
    response.end(method === 'HEAD' ? undefined : file.body);
  }

  function answerPage(response: ServerResponse, { token, sessionOpen }: Asked): void {
    const nonce = newToken(random);
    const session = token === null ? null : sessions.redeem(token);
    if (session === null && !sessionOpen) {
      sendRefusalPage(response, nonce, token === null ? noSession : usedToken);
    } else if (token !== null) {
      // Whoever is in already only followed an old address: no harm in showing the page.
      const cookie = session === null ? {} : { 'Set-Cookie': sessionCookie(port, session.cookie) };
      response.writeHead(303, {
        ...pageHeaders(nonce),
        ...cookie,
        Location: session === null ? '/' : `/#key=${session.key}`,
      });
      response.end();
    } else {
      response.writeHead(200, pageHeaders(nonce));
      response.end(withNonce(page, nonce));
    }
  }

  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error('web.bug', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      if (response.headersSent) response.destroy();
      else sendRefusal(response, broken);
    });
  });
  const listening = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => resolve(null));
  });
  if (listening !== null) {
    streams.close();
    return fail({
      next: 'needsPerson',
      code: 'web.portTaken',
      sentence: `Port ${port} on this computer cannot be used (${listening.code ?? listening.message}).`,
      remedy: 'Choose another one with --port, or leave it out to take any free one.',
    });
  }
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : port;
  const newAddress = () => `http://127.0.0.1:${port}/?token=${sessions.offer()}`;
  return succeed({
    url: newAddress(),
    port,
    newAddress,
    close: () =>
      new Promise((resolve) => {
        streams.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
