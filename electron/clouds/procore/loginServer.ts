import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A page in the browser that Procore sends a person back to, on this machine only. */
export type LoginServer = { readonly port: number; readonly close: () => void };

/** What the person sees then. */
export type LoginPage = { readonly status: number; readonly sentence: string };

const callbackPath = '/callback';

/** Redirect addresses are compared exactly: this one is registered with the app, for each port. */
export function redirectAddress(port: number): string {
  return `http://localhost:${port}${callbackPath}`;
}

/** Listens on the first port that is free; null when none is. */
export async function startLoginServer(
  ports: readonly number[],
  answer: (query: URLSearchParams) => Promise<LoginPage>,
): Promise<LoginServer | null> {
  for (const port of ports) {
    const server = createServer((request, response) => {
      const query = queryOf(request);
      const page = query === null ? Promise.resolve({ status: 404, sentence: 'Nothing is here.' }) : answer(query);
      void page.then(({ status, sentence }) => {
        response.writeHead(status, headers);
        response.end(sentence);
      });
    });
    if (await listens(server, port)) {
      return {
        port,
        close: () => {
          server.close();
          server.closeIdleConnections();
        },
      };
    }
  }
  return null;
}

const headers = {
  'Content-Type': 'text/plain; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  // Nothing of the browser's may hold the port after the answer.
  Connection: 'close',
};

/** What Procore sends a person back with; null for every other request. Any page in the browser can ask here for anything. */
function queryOf({ method, url = '', headers: { host } }: IncomingMessage): URLSearchParams | null {
  const [path, query = ''] = url.split('?', 2);
  // Another name for this machine means that a page elsewhere asks.
  return method === 'GET' && path === callbackPath && isLocal(host) ? new URLSearchParams(query) : null;
}

function isLocal(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1):\d+$/.test(host ?? '');
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
}
