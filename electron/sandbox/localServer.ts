import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type LocalServer = {
  /** Base address, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** Answers HTTP on 127.0.0.1; port 0 means any free one. Rejects when the port is taken. */
export async function startLocalServer(
  wanted: number,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
