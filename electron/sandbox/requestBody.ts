import type { IncomingMessage } from 'node:http';

/** A restored snapshot may be long; what a service itself accepts is smaller and checked where it matters. */
const maxBytes = 64 * 1024 * 1024;

export type ReadBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** The text of a request; null when it is longer than so many bytes. */
export async function readText(request: IncomingMessage, most = maxBytes): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes <= most) chunks.push(part);
  }
  // Read to the end in any case: an answer before that would be lost with the connection.
  return bytes > most ? null : Buffer.concat(chunks).toString('utf8');
}

/** The JSON body of a request; undefined when there is none, not ok when it is not JSON or too long. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const text = await readText(request);
  if (text === null) return { ok: false };
  if (text === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
