import type { Socket } from 'node:net';

/** What came first on a connection: one line of JSON, nothing in time, nobody there, or something that is no such line. */
export type First =
  | { readonly kind: 'line'; readonly value: unknown }
  | { readonly kind: 'gone' | 'silent' | 'garbled' };

/**
 * Calls back for every line, without its end; the connection is closed when one is longer than `longest` bytes. Nothing is kept of a
 * line beyond that: whoever is at the other end may be anybody.
 */
export function onLines(socket: Socket, longest: () => number, take: (line: string) => void): void {
  let parts: Buffer[] = [];
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      if (length + end > longest()) return void socket.destroy();
      const line = Buffer.concat([...parts, rest.subarray(0, end)]).toString('utf8');
      parts = [];
      length = 0;
      rest = rest.subarray(end + 1);
      take(line);
      if (socket.destroyed) return;
    }
    if (length + rest.length > longest()) return void socket.destroy();
    if (rest.length > 0) parts.push(rest);
    length += rest.length;
  });
}

/** The first line that the other end says by itself. The caller closes the connection. */
export function firstLine(socket: Socket, longest: number, withinMs: number): Promise<First> {
  return new Promise((resolve) => {
    let connected = false;
    const timer = setTimeout(() => resolve({ kind: 'silent' }), withinMs);
    const settle = (first: First) => {
      clearTimeout(timer);
      resolve(first);
    };
    socket.once('connect', () => {
      connected = true;
    });
    socket.once('error', () => settle({ kind: connected ? 'silent' : 'gone' }));
    socket.once('close', () => settle({ kind: connected ? 'garbled' : 'gone' }));
    onLines(
      socket,
      () => longest,
      (line) => {
        const value = parsed(line);
        settle(value === undefined ? { kind: 'garbled' } : { kind: 'line', value });
      },
    );
  });
}

/** Undefined: no JSON. */
export function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
