import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import type { SecureContext } from 'node:tls';
import { createGunzip } from 'node:zlib';
import type { OwnWay } from '#shared/domain/network/way.ts';
import type { Fetch } from '../../clouds/http.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import { connectTo } from './connect.ts';

/** Shorter than servers keep an idle connection, so that none is used just when the far end gives it up. */
const idleMs = 4_000;

/** What is used of `fetch`, for https under Node, on the one way that is given. Connections are kept for the next call. */
export function createNodeFetch(way: OwnWay, trust: SecureContext, clock: Clock): Fetch {
  const agent = new Agent({ keepAlive: true, timeout: idleMs });
  agent.createConnection = (options, connected) => {
    const target = { host: String(options.host), port: Number(options.port) };
    connectTo(target, way, trust, clock).then(
      (socket) => connected?.(null, socket),
      // The stream is not there when there is an error.
      (error) => connected?.(error, undefined as never),
    );
    return undefined;
  };
  return (address, { method, headers, signal, body }) =>
    new Promise((resolve, reject) => {
      const asked = request(address, {
        agent,
        method,
        signal,
        headers: {
          'User-Agent': 'Plumbline',
          'Accept-Encoding': 'gzip',
          ...headers,
          ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
        },
      });
      asked.once('error', reject);
      asked.once('response', (reply) => {
        try {
          resolve(responseOf(reply));
        } catch (error) {
          reply.destroy();
          reject(error);
        }
      });
      asked.end(body);
    });
}

const withoutBody = new Set([204, 205, 304]);

function responseOf(reply: IncomingMessage): Response {
  const status = reply.statusCode ?? 0;
  const headers = Object.entries(reply.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]],
  );
  if (withoutBody.has(status)) {
    reply.resume();
    return new Response(null, { status, headers });
  }
  const packed = /^(x-)?gzip$/i.test(reply.headers['content-encoding']?.trim() ?? '');
  const body = packed ? unpacked(reply) : reply;
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers });
}

/** What cannot be unpacked ends the reading with an error, as a broken connection does. */
function unpacked(reply: IncomingMessage): Readable {
  const plain = createGunzip();
  return reply.on('error', (error) => plain.destroy(error)).pipe(plain);
}
