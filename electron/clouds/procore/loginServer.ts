import { createServer, type Server } from 'node:http';

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
      const url = new URL(request.url ?? '/', redirectAddress(port));
      // Another name for this machine means that a page elsewhere asks.
      const ours = request.method === 'GET' && url.pathname === callbackPath && isLocal(request.headers.host);
      const page = ours ? answer(url.searchParams) : Promise.resolve({ status: 404, sentence: 'Nothing is here.' });
      void page.then(({ status, sentence }) => {
        // Nothing of the browser's may hold the port after the answer.
        const kind = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' };
        response.writeHead(status, kind);
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

function isLocal(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1):\d+$/.test(host ?? '');
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
}
