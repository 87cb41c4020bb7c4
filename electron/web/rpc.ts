import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostRequests } from '#shared/contract/companies.ts';
import { maxMessageBytes } from '#shared/contract/messageSize.ts';
import { requests } from '#shared/contract/requests.ts';
import type { Door } from '../hosts/companies/door.ts';
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

type Asked = { readonly company: string | null; readonly channel: string };
type Refused = { readonly refusal: WebRefusal };

/**
 * Answers `POST /rpc/<company>/<channel>`, and `POST /rpc/<channel>` for what is asked of the installation. The caller is known to be our
 * page; here channel, form and size are checked.
 */
export async function answerRpc(
  door: Door,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = await readRequest(address, request);
  if ('refusal' in read) {
    // Whatever was not read of it must not be taken for the next request.
    response.setHeader('Connection', 'close');
    sendRefusal(response, read.refusal);
    return;
  }
  const answer = JSON.stringify(await door.request(read.company, read.channel, read.payload));
  if (Buffer.byteLength(answer) > maxMessageBytes) sendRefusal(response, answerTooLarge);
  else sendJson(response, 200, answer);
}

/** What stands behind `/rpc/`; null: no request of the contract. Whether there is such a company is not known here. */
function readAddress(address: string): Asked | null {
  const [first = '', second, ...more] = address.split('/');
  if (second === undefined) return Object.hasOwn(hostRequests, first) ? { company: null, channel: first } : null;
  const known = first !== '' && more.length === 0 && Object.hasOwn(requests, second);
  return known ? { company: first, channel: second } : null;
}

async function readRequest(
  address: string,
  request: IncomingMessage,
): Promise<Refused | (Asked & { readonly payload: unknown })> {
  const asked = readAddress(address);
  if (asked === null) return { refusal: unknownChannel };
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { refusal: notJson };
  const body = await readBody(request);
  if (body === null) return { refusal: tooLarge };
  try {
    return { ...asked, payload: JSON.parse(body) };
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
