import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { takeMachineLock } from '../../electron/hosts/machine/machineLock.ts';
import type { Who } from '../../electron/hosts/machine/who.ts';
import { program } from '../program.ts';

const child = program('tests/integration/lockChild.ts');
const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const me: Who = { user: 'ACME\\sam', since: '2026-11-23T18:00:00.000Z', home: '/data/of/sam', unattended: false };
const newBooks = () => `books ${randomUUID()}`;
const take = (books: string, who = me) => takeMachineLock(books, 'Acme Builders', who);

async function startChild(
  books: string,
  user: string,
): Promise<{ readonly process: ChildProcessWithoutNullStreams; readonly said: string }> {
  const process = spawn(globalThis.process.execPath, [child, books, user]);
  cleanups.push(() => process.kill('SIGKILL'));
  const [said] = (await once(createInterface({ input: process.stdout }), 'line')) as [string];
  return { process, said };
}

describe('the lock of a company’s books on this computer', () => {
  it('is one process’s only: the next one is told who has it, since when and where', async () => {
    const books = newBooks();
    expect((await startChild(books, 'ACME\\maria')).said).toBe('taken');
    const { said } = await startChild(books, 'ACME\\sam');
    expect(said).toMatch(
      /^company\.runsElsewhere Plumbline is running on this computer for ACME\\maria since .*\d:12.[AP]M, and has Acme Builders open \(data in \/data\/of\/maria\)\.$/u,
    );
  });

  it('is free as soon as its process is killed', async () => {
    const books = newBooks();
    const { process } = await startChild(books, 'ACME\\maria');
    expect((await take(books)).ok).toBe(false);
    process.kill('SIGKILL');
    await once(process, 'close');
    const taken = await take(books);
    expect(taken.ok).toBe(true);
    if (taken.ok) await taken.value.release();
  });

  it('is free after it was given back, and does not touch other books', async () => {
    const [books, others] = [newBooks(), newBooks()];
    const first = await take(books);
    const second = await take(others);
    if (!first.ok || !second.ok) throw new Error('not taken');
    await first.value.release();
    const again = await take(books);
    if (!again.ok) throw new Error(again.failure.sentence);
    await again.value.release();
    await second.value.release();
  });

  it('says that a Plumbline runs unattended', async () => {
    const books = newBooks();
    const taken = await take(books, { ...me, user: 'NT SERVICE\\Plumbline', unattended: true });
    if (taken.ok) cleanups.push(taken.value.release);
    expect(await take(books)).toMatchObject({
      failure: {
        sentence: expect.stringContaining('running on this computer unattended, as NT SERVICE\\Plumbline, since'),
      },
    });
  });

  it.runIf(process.platform === 'linux').each([
    ['says nothing', ''],
    ['says what no Plumbline says', 'go away\n'],
    ['never ends its line', 'x'.repeat(10_000)],
  ])('does not hang, and opens nothing, where a program in its place %s', async (_, words) => {
    const books = newBooks();
    const hash = createHash('sha256').update(books).digest('hex').slice(0, 32);
    const squatter = createServer((socket) => {
      socket.on('error', () => socket.destroy()).resume();
      socket.write(words);
    });
    squatter.listen(`\0plumbline-books-${hash}`);
    await once(squatter, 'listening');
    cleanups.push(() => squatter.close());
    expect(await take(books)).toMatchObject({ ok: false, failure: { code: 'company.lockSilent' } });
  });
});
