import { createServer, type Socket } from 'node:net';

/**
 * A server that speaks just enough of SQL Server's protocol (MS-TDS, open specification) to hear out a login and refuse it, so that a
 * real driver reports a real refusal. It cannot let anybody in.
 */
export type RefusingServer = {
  readonly port: number;
  /** What the last login said about itself. */
  readonly lastLogin: () => { readonly application: string; readonly database: string; readonly user: string } | null;
  readonly close: () => Promise<void>;
};

/** One error as the server sends it: its number, severity class and words. */
export type TdsError = { readonly number: number; readonly severity: number; readonly words: string };

const packet = { login: 0x10, answer: 0x04, prelogin: 0x12 } as const;

/** Listens on a free port of this computer. `errors`: sent after every login, in this order. */
export async function startRefusingServer(errors: readonly TdsError[]): Promise<RefusingServer> {
  let last: ReturnType<RefusingServer['lastLogin']> = null;
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      while (received.length >= 8 && received.length >= received.readUInt16BE(2)) {
        const length = received.readUInt16BE(2);
        const kind = received.readUInt8(0);
        const body = received.subarray(8, length);
        received = received.subarray(length);
        if (kind === packet.prelogin) send(socket, preloginAnswer());
        if (kind !== packet.login) continue;
        last = readLogin(body);
        send(socket, Buffer.concat([...errors.map(errorToken), doneToken()]));
        socket.end();
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: address.port,
    lastLogin: () => last,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function send(socket: Socket, body: Buffer): void {
  const head = Buffer.from([packet.answer, 1, 0, 0, 0, 0, 1, 0]);
  head.writeUInt16BE(body.length + 8, 2);
  socket.write(Buffer.concat([head, body]));
}

/** Options: version (offset 11, 6 bytes) and encryption (offset 17, 1 byte: not supported). */
function preloginAnswer(): Buffer {
  return Buffer.from([0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff, 15, 0, 0x07, 0xd0, 0, 0, 2]);
}

/** Names stand in a LOGIN7 message as UTF-16, where the table at its front says. */
function readLogin(body: Buffer): { application: string; database: string; user: string } {
  const text = (at: number) => {
    const start = body.readUInt16LE(at);
    return body.subarray(start, start + body.readUInt16LE(at + 2) * 2).toString('utf16le');
  };
  return { user: text(40), application: text(48), database: text(68) };
}

function errorToken({ number, severity, words }: TdsError): Buffer {
  const name = 'OFFICE\\SAGE100CON';
  const fixed = Buffer.alloc(8);
  fixed.writeInt32LE(number, 0);
  fixed.writeUInt8(1, 4);
  fixed.writeUInt8(severity, 5);
  fixed.writeUInt16LE(words.length, 6);
  const body = Buffer.concat([
    fixed,
    Buffer.from(words, 'utf16le'),
    Buffer.from([name.length]),
    Buffer.from(name, 'utf16le'),
    Buffer.from([0, 1, 0, 0, 0]),
  ]);
  const head = Buffer.from([0xaa, 0, 0]);
  head.writeUInt16LE(body.length, 1);
  return Buffer.concat([head, body]);
}

function doneToken(): Buffer {
  return Buffer.from([0xfd, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
}
