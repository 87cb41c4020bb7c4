import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../electron/cli/cli.ts';
import { verbs } from '../../../electron/cli/verbs.ts';
import { noPolicy } from '../../../electron/hosts/policy/policy.ts';
import { program } from '../../program.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

/** A computer: the folder of its service, and a user who has nothing yet. */
function newComputer() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-asked-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const [service, user] = [join(folder, 'service'), join(folder, 'user')];
  const run = async (...words: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommandLine(
      {
        words: [...words, '--json'],
        environment: { XDG_DATA_HOME: user },
        write: (text) => out.push(text),
        writeError: (text) => err.push(text),
        question: async () => null,
        interrupted: new Promise(() => undefined),
        readPolicy: async () => noPolicy,
        app: { folder, version: '0.1.0', workerFile: program('electron/worker.ts') },
        unattendedHome: service,
      },
      verbs,
    );
    return { code, said: err.join(''), answer: JSON.parse(out.join('')) as object };
  };
  return { folder, service, own: join(user, 'plumbline'), run };
}

async function startService(home: string): Promise<ChildProcess> {
  const words = ['unattended', 'run', '--json', '--home', home];
  const child = spawn(process.execPath, [program('electron/headless.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

describe('a command without --home', () => {
  it('asks the computer’s unattended Plumbline where the user has none of his own, and says so', async () => {
    const { folder, service, own, run } = newComputer();
    await startService(service);
    const asked = { whose: 'unattended', home: service };
    const status = await run('status');
    expect(status.answer).toMatchObject({ ok: true, running: true, asked });
    expect(status.said).toContain(`Asked: the unattended Plumbline of this computer (${service}).`);
    const file = join(folder, 'support.zip');
    for (const words of [
      ['sync', 'push'],
      ['doctor'],
      ['backup', 'now'],
      ['backup', 'list'],
      ['support-package', '--out', file],
    ]) {
      expect((await run(...words)).answer, words.join(' ')).toMatchObject({ asked });
    }
    expect(existsSync(file)).toBe(true);
    expect(existsSync(own)).toBe(false);
  });

  it('leaves the data of an unattended Plumbline that does not run alone, and says how it is started', async () => {
    const { service, own, run } = newComputer();
    const child = await startService(service);
    child.kill('SIGTERM');
    await once(child, 'close');
    const status = await run('status');
    expect(status.code).toBe(1);
    expect(status.answer).toMatchObject({ ok: false, failure: { code: 'unattended.stopped' } });
    expect(status.said).toContain('plumbline unattended start');
    expect(existsSync(own)).toBe(false);
  });

  it('asks the user’s own where he has one, although there is an unattended one', async () => {
    const { service, own, run } = newComputer();
    expect((await run('status')).answer).toMatchObject({ asked: { whose: 'own', home: own }, running: false });
    await startService(service);
    const status = await run('status');
    expect(status.answer).toMatchObject({ ok: true, asked: { whose: 'own', home: own }, running: false });
    expect(status.said).toContain('Asked: your own Plumbline');
    const named = await run('status', '--home', service);
    expect(named.answer).toMatchObject({ asked: { whose: 'named', home: service }, running: true });
    expect(named.said).not.toContain('Asked:');
  });
});

describe('a command whose words nobody reads any more', () => {
  it('comes to its end all the same', async () => {
    const { folder } = newComputer();
    const words = ['sync', 'pull', '--home', join(folder, 'home')];
    const child = spawn(process.execPath, [program('electron/headless.ts'), ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (text) => {
      complaint += String(text);
    });
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(complaint).toBe('');
  });
});

describe('the command line under a Node that is too old', () => {
  it('says in one sentence what it needs, and is read by it that far', async () => {
    const entry = program('electron/headless.ts');
    // Nothing but what every Node with modules knows: the rest comes only after the look at the version.
    expect(readFileSync(entry, 'utf8')).not.toMatch(/^\s*import\b(?!\()/m);
    const older = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`;
    const child = spawn(process.execPath, ['--import', older, entry, 'status'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = await once(child, 'close');
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^Plumbline needs Node 24 or newer; this is 20\.20\.2\..*\n$/),
    ]);
  });
});
