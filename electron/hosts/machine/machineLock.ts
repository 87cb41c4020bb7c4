import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { systemCode } from '../wholeFile.ts';
import { firstLine } from './lines.ts';
import { type Who, whoInWords, whoSchema } from './who.ts';

/**
 * One Plumbline to each company's books on this computer, whoever runs it: whoever listens under the name of the books has them. The
 * system gives the name to one process only and frees it when that process ends, however it ends. Whoever connects is told who it is,
 * and is never read from. One lock for each company's books, not one for the computer: two people with different companies do not hinder
 * each other, and nothing that two people set up differently can have the same books twice.
 */
export type MachineLock = { readonly release: () => Promise<void> };

/** Long enough for a computer that is starting up; whoever says nothing for so long will not. */
const answerWithinMs = 2_000;
const longestAnswer = 2_000;

/** `books`: what names the books, the same for everybody on this computer. `company`: its name, for the refusal. */
export async function takeMachineLock(books: string, company: string, who: Who): Promise<Result<MachineLock>> {
  const path = lockPath(books);
  // Whoever held it may end between the refusal and the question: then it is there to be taken.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const taken = await listen(path, who);
    if (!('code' in taken)) return succeed(taken);
    if (taken.code !== 'EADDRINUSE') return fail(cannotLock(company, taken.code));
    const holder = await askWho(path);
    if (holder === 'silent') return fail(silent(company));
    if (holder !== 'gone') return fail(runsElsewhere(company, holder, who.since));
    if (isFile(path)) rmSync(path, { force: true });
  }
  return fail(silent(company));
}

/** Readable for everybody (Windows would let other users only in to write otherwise); nobody but the listener can take the name. */
async function listen(path: string, who: Who): Promise<MachineLock | { readonly code: string }> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    socket.setTimeout(answerWithinMs, () => socket.destroy());
    socket.end(`${JSON.stringify(who)}\n`);
    socket.resume();
  });
  const code = await new Promise<string | null>((resolve) => {
    server.once('error', (error) => resolve(systemCode(error) ?? 'unknown error'));
    server.listen({ path, readableAll: process.platform === 'win32' }, () => resolve(null));
  });
  if (code !== null) return { code };
  // Nothing but the lock would keep a command from ending.
  server.unref();
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function askWho(path: string): Promise<Who | 'gone' | 'silent'> {
  const socket = connect(path);
  const line = await firstLine(socket, longestAnswer, answerWithinMs);
  socket.destroy();
  if (line.kind === 'gone') return 'gone';
  if (line.kind !== 'line') return 'silent';
  const who = whoSchema.safeParse(line.value);
  return who.success ? who.data : 'silent';
}

/** Linux: a name that is no file, so that nothing is left behind. Elsewhere (macOS) a file that a crash may leave. */
function lockPath(books: string): string {
  const name = `plumbline-books-${createHash('sha256').update(books).digest('hex').slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : `/tmp/${name}.sock`;
}

function isFile(path: string): boolean {
  return path.startsWith('/');
}

function runsElsewhere(company: string, holder: Who, now: string): Failure {
  return {
    next: 'needsPerson',
    code: 'company.runsElsewhere',
    sentence: `Plumbline is running on this computer ${whoInWords(holder, now)}, and has ${company} open (data in ${holder.home}).`,
    remedy: holder.unattended
      ? 'Start Plumbline without --home and --config to watch it, or have IT stop it: plumbline unattended stop.'
      : 'Two must not work on one company: use that one, or have it closed there and open the company again.',
  };
}

function silent(company: string): Failure {
  return {
    next: 'needsPerson',
    code: 'company.lockSilent',
    sentence: `Another program on this computer holds the lock of ${company} and does not say who it is, so that the company was not opened.`,
    remedy:
      'It may be a Plumbline that hangs: end it, or start the computer again. If it stays, have IT look which program it is.',
  };
}

function cannotLock(company: string, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'company.noLock',
    sentence: `The lock that keeps a second Plumbline on this computer away from ${company} cannot be set (${code}), so that the company was not opened.`,
    remedy: 'Start the computer again; if it stays, send the message to support.',
  };
}
