import { z } from 'zod';
import { inside, ownScheme, serveScheme } from './addresses.ts';
import type { Params } from './devTools.ts';
import type { Surface } from './surface.ts';

export const pausedSchema = z.object({
  requestId: z.string(),
  frameId: z.string().optional(),
  resourceType: z.string(),
  request: z.object({ url: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) }),
});
type Paused = z.infer<typeof pausedSchema>;

type Handler = Parameters<Electron.Protocol['handle']>[1];
const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    for (const { scheme } of schemes) serveScheme(scheme);
  },
  handle: (scheme, handler) => void handlers.set(scheme, handler),
  unhandle: (scheme) => void handlers.delete(scheme),
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Surface<Electron.Protocol>;

/** Lets the application answer for its own scheme; everything else goes its way. */
export async function answerRequest(
  { requestId, request }: Paused,
  send: (method: string, params: Params) => Promise<Params>,
): Promise<void> {
  const address = inside(request.url);
  const scheme = ownScheme(address);
  const handler = scheme === null ? undefined : handlers.get(scheme);
  try {
    if (scheme === null) await send('Fetch.continueRequest', { requestId });
    // Chromium asks for an icon of http pages, Electron of no page.
    else if (handler === undefined || address.endsWith('/favicon.ico')) await fail('NameNotResolved');
    else {
      const asked = new Request(address, { method: request.method, headers: request.headers });
      const answer = await handler(asked as unknown as Parameters<Handler>[0]);
      const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
      const responseHeaders = [...answer.headers].map(([name, value]) => ({ name, value }));
      await send('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body });
    }
  } catch {
    // The page went away, or the handler threw: Electron shows the page a failed request.
    await fail('Failed').catch(() => undefined);
  }

  function fail(errorReason: string): Promise<Params> {
    return send('Fetch.failRequest', { requestId, errorReason });
  }
}
