import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../electron/cli/cli.ts';
import { verbs } from '../../../electron/cli/verbs.ts';
import type { Home } from '../../../electron/hosts/homeFolder.ts';
import { noPolicy } from '../../../electron/hosts/policy/policy.ts';
import { openSqlite } from '../../../electron/sage/connection/sqlite.ts';
import { program } from '../../program.ts';
import { acme, booksFile, borealis, newHome, twoCompanies } from './rig.ts';

async function configured() {
  const home = newHome();
  const file = join(home.folder, '..', 'config.json');
  writeFileSync(file, JSON.stringify(await twoCompanies(home)));
  return { home, run: (...words: string[]) => run(home, [...words, '--config', file]) };
}

async function run(
  home: Home,
  words: readonly string[],
  around: { interrupted?: Promise<void>; onOut?: (text: string) => void } = {},
) {
  let out = '';
  let err = '';
  const code = await runCommandLine(
    {
      words: [...words, '--home', home.folder],
      environment: {},
      write: (text) => {
        out += text;
        around.onOut?.(text);
      },
      writeError: (text) => {
        err += text;
      },
      question: async () => null,
      interrupted: around.interrupted ?? new Promise(() => undefined),
      readPolicy: async () => noPolicy,
      app: {
        folder: join(home.folder, '..'),
        version: '0.1.0',
        workerFile: program('electron/worker.ts'),
      },
    },
    verbs,
  );
  return { code, out, err, json: () => JSON.parse(out) as unknown };
}

describe('a command on several companies', () => {
  it('is done for one after the other, and its data is a list', async () => {
    const { run } = await configured();
    const synced = await run('sync', 'pull', '--json');
    expect(synced.code).toBe(0);
    const done = { ok: true, runs: [{ outcome: 'ok' }, { outcome: 'ok' }], failures: [] };
    expect(synced.json()).toMatchObject({
      ok: true,
      companies: [
        { company: 'acme', name: 'Acme Builders', ...done },
        { company: 'borealis', name: 'Borealis Homes', ...done },
      ],
    });
    const said = await run('status');
    expect(said.out).toContain('Acme Builders (acme)\n');
    expect(said.out).toContain('\nBorealis Homes (borealis)\n');
  });

  it('names in its status what needs a person', async () => {
    const { home, run } = await configured();
    writeFileSync(join(home.folder, 'backups'), 'a file where the folder should be');
    expect((await run('backup', 'now', '--company', 'acme')).code).toBe(1);
    const said = await run('status', '--company', 'acme');
    expect([said.code, said.out]).toEqual([1, expect.stringContaining("- Plumbline's data could not be backed up to")]);
  });

  it('tells of the one into which writing has stopped by itself, and that it needs a person', async () => {
    const { home, run } = await configured();
    const books = await openSqlite({ file: booksFile(home, borealis) });
    await books.query('ALTER TABLE prmchg RENAME COLUMN entdte TO entered_on', []);
    await books.close();
    expect((await run('sync', 'pull')).code).toBe(0);
    const other = await run('status', '--company', 'acme');
    expect([other.code, other.out]).toEqual([0, expect.not.stringContaining('entdte')]);
    const stopped = await run('status', '--company', 'borealis');
    expect([stopped.code, stopped.out]).toEqual([1, expect.stringContaining('entdte')]);
    expect((await run('status', '--json')).code).toBe(1);
  });

  it('is done for the one that is named, and its data is as for a single company', async () => {
    const { run } = await configured();
    const status = await run('status', '--company', 'borealis', '--json');
    expect(status.json()).toMatchObject({ ok: true, running: false, badges: { queue: 0 } });
    expect(status.json()).not.toHaveProperty('companies');
  });

  it('ends with the worst of its exit codes, and tells of all', async () => {
    const { home, run } = await configured();
    rmSync(booksFile(home, acme));
    mkdirSync(booksFile(home, acme));
    const synced = await run('sync', 'pull', '--json');
    expect(synced.code).toBe(1);
    expect(synced.json()).toMatchObject({ ok: false, companies: [{ ok: false }, { ok: true }] });
    writeFileSync(home.storeFile(acme), 'no database '.repeat(100));
    for (const suffix of ['-wal', '-shm']) rmSync(`${home.storeFile(acme)}${suffix}`, { force: true });
    const again = await run('status', '--json');
    expect(again.code).toBe(1);
    expect(again.json()).toMatchObject({
      companies: [{ ok: false, failure: { code: expect.stringMatching(/^store\./) } }, { ok: true }],
    });
  });

  it.each([
    ['nobody', 'It knows acme, borealis.'],
    ['Acme Builders', '--company is Acme Builders; it must be a company'],
  ])('is refused for %j, which is no company here', async (name, words) => {
    const { run } = await configured();
    const refused = await run('status', '--company', name);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(words);
  });

  it('is answered by the Plumbline that runs, of one company or all', async () => {
    const { home, run: command } = await configured();
    mkdirSync(join(home.folder, '..', 'dist', 'renderer'), { recursive: true });
    writeFileSync(join(home.folder, '..', 'dist', 'renderer', 'index.html'), '<p>Plumbline</p>');
    let end = () => {};
    const interrupted = new Promise<void>((resolve) => {
      end = resolve;
    });
    let serving: ReturnType<typeof run> | undefined;
    const config = join(home.folder, '..', 'config.json');
    await new Promise<string>((resolve) => {
      serving = run(home, ['serve', '--json', '--config', config], { interrupted, onOut: resolve });
    });
    const both = await command('status', '--json');
    expect(both.json()).toMatchObject({
      companies: [
        { company: 'acme', running: true },
        { company: 'borealis', running: true },
      ],
    });
    const one = await command('status', '--company', 'acme', '--json');
    expect(one.json()).toMatchObject({ running: true });
    const other = await command('status', '--company', 'nobody');
    expect(other.err).toContain('It knows acme, borealis.');
    end();
    expect((await serving)?.code).toBe(0);
  });
});
