import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { failureSchema } from '#shared/domain/failureSchema.ts';
import type { Reply } from '../engine/engineTypes.ts';
import { systemCode } from './wholeFile.ts';

/**
 * How a command reaches the Plumbline that already runs on the same home folder: a socket that only the same user can open (in the
 * home folder, which is private; on Windows a pipe, which other users cannot write to). One line of JSON each way.
 */

/** What commands ask a running Plumbline; nothing else goes through this socket. */
const commandChannels = [
  'home.status',
  'sync.now',
  'diagnostics.run',
  'companies.list',
  'attention.list',
  'certification.get',
  'certification.example',
  'certification.begin',
  'certification.compare',
  'certification.accept',
  'certification.proceed',
  'certification.abandon',
] as const;

const questionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('address') }),
  z.object({
    ask: z.literal('engine'),
    /** Null: asked of the installation. */
    company: z.string().nullable(),
    channel: z.enum(commandChannels),
    payload: z.unknown(),
  }),
]);
export type Question = z.infer<typeof questionSchema>;

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

export type HomeSocket = { readonly close: () => Promise<void> };

/** Listens for commands. Null when it cannot: they will then say that Plumbline is running, and no more. */
export async function listenAtHome(
  home: string,
  answer: (question: Question) => Promise<Reply>,
): Promise<HomeSocket | null> {
  const path = socketPath(home);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    onFirstLine(socket, (line) => {
      answerLine(line, answer).then(
        (reply) => socket.end(`${JSON.stringify(reply)}\n`),
        () => socket.destroy(),
      );
    });
  });
  // Whoever starts holds the lock of the store already, so that a socket in the way is one that a crash left behind.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  if (!(await listening(server, path))) return null;
  // A given home folder may be open to others, the temporary folder is, and a umask may let a whole group in.
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Asks the Plumbline that runs on this home folder; null when none does. Waits as long as the answer takes, such as a whole sync. */
export function askAtHome(
  home: string,
  question:
    | { readonly ask: 'address' }
    | { readonly ask: 'engine'; readonly company: string | null; readonly channel: string; readonly payload: unknown },
): Promise<Reply | null> {
  const path = socketPath(home);
  if (!isMine(path)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('error', () => resolve(null)).on('close', () => resolve(null));
    socket.on('connect', () => socket.write(`${JSON.stringify(question)}\n`));
    onFirstLine(socket, (line) => {
      const reply = replySchema.safeParse(parse(line));
      resolve(reply.success ? reply.data : null);
      socket.end();
    });
  });
}

/** Node's line reader passes on its socket's errors, and nobody hearing them would end the process: the socket's own listeners do. */
function onFirstLine(socket: Socket, take: (line: string) => void): void {
  createInterface({ input: socket })
    .on('error', () => undefined)
    .once('line', take);
}

async function answerLine(line: string, answer: (question: Question) => Promise<Reply>): Promise<Reply> {
  const question = questionSchema.safeParse(parse(line));
  if (question.success) return answer(question.data);
  const sentence = 'The running Plumbline does not know this command; it may be of another version.';
  return { ok: false, failure: { next: 'needsPerson', code: 'home.question', sentence } };
}

function listening(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(path, () => resolve(true));
  });
}

/** Unix systems allow about 100 bytes for the path of a socket; a deeper home folder has its socket in the temporary folder. */
function socketPath(home: string): string {
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\plumbline-${hash}`;
  const path = join(home, 'plumbline.sock');
  return Buffer.byteLength(path) <= 100 ? path : join(tmpdir(), `plumbline-${hash}.sock`);
}

/** Somebody else's socket in the temporary folder is not asked. */
function isMine(path: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    return lstatSync(path).uid === process.getuid?.();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return false;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
