import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Reply } from './api/answers.ts';

/** The fields of a login request: form, multipart or JSON. */
export async function readForm(contentType: string, text: string): Promise<ReadonlyMap<string, string>> {
  if (text === '') return new Map();
  if (contentType.includes('json')) {
    const sent: unknown = JSON.parse(text);
    return new Map(Object.entries(sent ?? {}).map(([name, value]) => [name, String(value)]));
  }
  const form = await new Response(text, { headers: { 'Content-Type': contentType } }).formData();
  return new Map([...form].map(([name, value]) => [name, String(value)]));
}

/** Writes an answer; `truncated` announces the whole body and ends in the middle of it. */
export function send(response: ServerResponse, reply: Reply, truncated = false): void {
  response.statusCode = reply.status;
  response.setHeader('X-Request-Id', randomUUID());
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.body === undefined) {
    response.end();
    return;
  }
  const body = Buffer.from(JSON.stringify(reply.body), 'utf8');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  if (!truncated) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}
