import type { IncomingMessage, ServerResponse } from 'node:http';
import { maxMessageBytes } from '#shared/contract/channel.ts';
import { requests } from '#shared/contract/requests.ts';
import type { Engine } from '../engine/engineTypes.ts';
import { sendJson, sendRefusal } from './answers.ts';
import type { WebRefusal } from './requestGuard.ts';

/** A sender still sending would never read the refusal: this much is read and thrown away first. */
const mostDrainedBytes = 4 * 1024 * 1024;

const unknownChannel: WebRefusal = {
  status: 404,
  code: 'web.unknownChannel',
  sentence: 'Plumbline knows no such request. If this page is old, reload it.',
};
const notJson: WebRefusal = { status: 400, code: 'web.notJson', sentence: 'The request is not correct JSON.' };
const tooLarge: WebRefusal = {
  status: 413,
  code: 'web.tooLarge',
  sentence: 'The request is larger than the 256 kB that Plumbline takes.',
};
const answerTooLarge: WebRefusal = {
  status: 500,
  code: 'web.answerTooLarge',
  sentence: 'The answer is larger than a screen may receive at once. Narrow the search or the filter.',
};

type Refused = { readonly refusal: WebRefusal };

/** Answers `POST /rpc/<channel>`: the caller is known to be our page; here channel, form and size are checked. */
export async function answerRpc(
  engine: Engine,
  channel: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = await readRequest(channel, request);
  if ('refusal' in read) {
    // Whatever was not read of it must not be taken for the next request.
    response.setHeader('Connection', 'close');
    sendRefusal(response, read.refusal);
    return;
  }
  const answer = JSON.stringify(await engine.request(channel, read.payload));
  if (Buffer.byteLength(answer) > maxMessageBytes) sendRefusal(response, answerTooLarge);
  else sendJson(response, 200, answer);
}

async function readRequest(
  channel: string,
  request: IncomingMessage,
): Promise<Refused | { readonly payload: unknown }> {
  if (!Object.hasOwn(requests, channel)) return { refusal: unknownChannel };
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { refusal: notJson };
  const body = await readBody(request);
  if (body === null) return { refusal: tooLarge };
  try {
    return { payload: JSON.parse(body) };
  } catch {
    return { refusal: notJson };
  }
}

/** Null: too large. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostDrainedBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += buffer.length;
    if (bytes > mostDrainedBytes) break;
    if (bytes <= maxMessageBytes) chunks.push(buffer);
  }
  return bytes > maxMessageBytes ? null : Buffer.concat(chunks).toString('utf8');
}
