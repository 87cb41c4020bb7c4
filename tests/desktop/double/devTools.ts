import { z } from 'zod';

/** What Chromium says by itself; `session`: of which page, undefined for the browser. */
export type Said = { readonly method: string; readonly params: Params; readonly session: string | undefined };
export type Params = Readonly<Record<string, unknown>>;
export type Send = (method: string, params?: Params, session?: string) => Promise<Params>;
export type DevTools = { readonly send: Send; readonly onSaid: (listener: (said: Said) => void) => void };

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

type Waiting = { readonly done: (result: Params) => void; readonly failed: (error: Error) => void };

/** Speaks the DevTools protocol with a running Chromium. What was made over this connection ends with it, as windows end with Electron. */
export async function connectDevTools(endpoint: string): Promise<DevTools> {
  const socket = new WebSocket(endpoint);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`No Chromium listens on ${endpoint}.`));
  });
  const waiting = new Map<number, Waiting & { readonly method: string }>();
  const listeners: ((said: Said) => void)[] = [];
  let last = 0;
  socket.onmessage = ({ data }) => {
    const { id, method, params = {}, result = {}, error, sessionId } = messageSchema.parse(JSON.parse(String(data)));
    if (id === undefined) {
      for (const listener of listeners) listener({ method: method ?? '', params, session: sessionId });
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.done(result);
    else asked?.failed(new Error(`${asked.method}: ${error.message}`));
  };
  // Without its browser the double is an Electron without windows: it ends, as Electron would.
  socket.onclose = () => process.exit(70);
  return {
    send: (method, params = {}, session) =>
      new Promise((done, failed) => {
        last += 1;
        waiting.set(last, { done, failed, method });
        socket.send(JSON.stringify({ id: last, method, params, sessionId: session }));
      }),
    onSaid: (listener) => void listeners.push(listener),
  };
}
