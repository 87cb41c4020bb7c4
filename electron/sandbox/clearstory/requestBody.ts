import type { IncomingMessage } from 'node:http';

/** No body of the Web API is longer: supervisor notes may have 65,000 characters. A restored snapshot may be long. */
const maxBytes = 64 * 1024 * 1024;

export type ReadBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** The JSON body of a request; undefined when there is none, not ok when it is not JSON or too long. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += part.length;
    if (bytes > maxBytes) return { ok: false };
    chunks.push(part);
  }
  if (bytes === 0) return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false };
  }
}
