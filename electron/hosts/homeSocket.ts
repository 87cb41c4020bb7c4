import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { fail } from '#shared/domain/failure.ts';
import type { Reply } from '../engine/engineTypes.ts';
import { firstLine, parsed } from './machine/lines.ts';
import { type Who, whoSchema } from './machine/who.ts';
import { gone, type LinkQuestion, openOperatorLink, otherKind } from './operators/operatorLink.ts';
import { type OperatorsDesk, operatorsOnly, serveOperator } from './operators/serveOperator.ts';
import { readToken } from './operators/token.ts';
import { longestUnproved, replySchema } from './operators/wire.ts';
import { personHere } from './person.ts';
import { systemCode } from './wholeFile.ts';

/**
 * How a command reaches the Plumbline that already runs on the same home folder: a socket that only the same user can open (in the
 * home folder, which is private; on Windows a pipe, which other users cannot write to). One line of JSON each way. That of an unattended
 * Plumbline takes whoever proves to be an operator, see operators/serveOperator.ts.
 */

/** What commands ask a running Plumbline; nothing else goes through this socket. */
const commandChannels = [
  'home.status',
  'home.health',
  'home.attention',
  'sync.now',
  'diagnostics.run',
  'companies.list',
  'support.prepare',
  'support.part',
  'backups.now',
  'backups.list',
  'backups.preview',
  'backups.restore',
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

/** Operators and their commands; more is somebody who means ill. */
const mostConnections = 64;

export type HomeSocket = { readonly close: () => Promise<void> };

/** Listens for commands. Null when it cannot: they will then say that Plumbline is running, and no more. */
export async function listenAtHome(
  home: string,
  answer: ((question: Question) => Promise<Reply>) | null,
  operators: OperatorsDesk | null = null,
): Promise<HomeSocket | null> {
  const path = socketPath(home);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    if (operators !== null) return serveOperator(socket, operators);
    if (answer === null) return void socket.destroy();
    onFirstLine(socket, (line) => {
      answerLine(line, answer).then(
        (reply) => socket.end(`${JSON.stringify(reply)}\n`),
        () => socket.destroy(),
      );
    });
  });
  // Whoever starts holds the lock of the store already, so that a socket in the way is one that a crash left behind.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  server.maxConnections = mostConnections;
  if (!(await listening(server, path, operators !== null))) return null;
  // A given home folder may be open to others, the temporary folder is, and a umask may let a whole group in.
  if (process.platform !== 'win32') chmodSync(path, operators === null ? 0o600 : 0o660);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The last answer leaves first.
        for (const socket of open) socket.destroySoon();
      }),
  };
}

/** Asks the Plumbline that runs on this home folder; null when none does. Waits as long as the answer takes, such as a whole sync. */
export async function askAtHome(home: string, question: LinkQuestion): Promise<Reply | null> {
  const path = socketPath(home);
  if (!isOfHome(path, home)) return null;
  const read = readToken(home);
  if (read === 'refused') return (await askWho(home)) === null ? null : fail(operatorsOnly);
  if (read !== 'none') {
    const reply = await askAsOperator(path, read.token, question);
    if (reply !== 'otherwise') return reply;
  }
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('error', () => resolve(null)).on('close', () => resolve(null));
    socket.on('connect', () => socket.write(`${JSON.stringify(question)}\n`));
    onFirstLine(socket, (line) => {
      const reply = replySchema.safeParse(parsed(line));
      resolve(reply.success ? reply.data : null);
      socket.end();
    });
  });
}

/** Who runs unattended on this home folder; null: nobody, or nobody who says so in time. Asked by anybody. */
export async function askWho(home: string): Promise<Who | null> {
  const path = socketPath(home);
  if (!isOfHome(path, home)) return null;
  const socket = connect(path);
  socket.once('connect', () => socket.write(`${JSON.stringify({ ask: 'who' })}\n`));
  const first = await firstLine(socket, longestUnproved, 2_000);
  socket.destroy();
  const reply = replySchema.safeParse(first.kind === 'line' ? first.value : null);
  const who = whoSchema.safeParse(reply.success && reply.data.ok ? reply.data.value : null);
  return who.success ? who.data : null;
}

/** `otherwise`: whoever runs here now asks for no proof; the token is of an earlier, unattended one. */
async function askAsOperator(path: string, token: string, question: LinkQuestion): Promise<Reply | null | 'otherwise'> {
  const nobody = () => undefined;
  const opened = await openOperatorLink(path, token, personHere(), { onEvent: nobody, onClose: nobody });
  if (!opened.ok) {
    if (opened.failure.code === gone.code) return null;
    return opened.failure.code === otherKind.code ? 'otherwise' : opened;
  }
  const reply = await opened.value.ask(question);
  opened.value.close();
  return reply.ok || reply.failure.code !== gone.code ? reply : null;
}

/** Node's line reader passes on its socket's errors, and nobody hearing them would end the process: the socket's own listeners do. */
function onFirstLine(socket: Socket, take: (line: string) => void): void {
  createInterface({ input: socket })
    .on('error', () => undefined)
    .once('line', take);
}

async function answerLine(line: string, answer: (question: Question) => Promise<Reply>): Promise<Reply> {
  const question = questionSchema.safeParse(parsed(line));
  if (question.success) return answer(question.data);
  return fail(otherKind);
}

/** `forAll`: whoever proves to be an operator may be another user; Windows keeps other users out of a pipe unless it is said. */
function listening(server: Server, path: string, forAll: boolean): Promise<boolean> {
  const open = process.platform === 'win32' && forAll;
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ path, readableAll: open, writableAll: open }, () => resolve(true));
  });
}

/** Unix systems allow about 100 bytes for the path of a socket; a deeper home folder has its socket in the temporary folder. */
export function socketPath(home: string): string {
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\plumbline-${hash}`;
  const path = join(home, 'plumbline.sock');
  return Buffer.byteLength(path) <= 100 ? path : join(tmpdir(), `plumbline-${hash}.sock`);
}

/** Somebody else's socket in the temporary folder is not asked: it belongs to this user, or to whoever owns the home folder. */
function isOfHome(path: string, home: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    const { uid } = lstatSync(path);
    return uid === process.getuid?.() || uid === lstatSync(home).uid;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return false;
  }
}
