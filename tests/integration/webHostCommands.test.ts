import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from '../../electron/cli/cli.ts';
import { verbs } from '../../electron/cli/verbs.ts';
import { noPolicy } from '../../electron/hosts/policy/policy.ts';
import { program } from '../program.ts';

/** The sources as they are: no test needs a build. */
const workerFile = program('electron/worker.ts');

let folder: string;
let home: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
  home = join(folder, 'home');
  mkdirSync(join(folder, 'dist', 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'renderer', 'index.html'), '<p>Plumbline</p>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** One command as a process would run it. `onOut` hears every write to standard output. */
async function plumbline(
  words: readonly string[],
  around: {
    readonly environment?: Readonly<Record<string, string>>;
    readonly interrupted?: Promise<void>;
    readonly onOut?: (text: string) => void;
  } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCommandLine(
    {
      words,
      environment: around.environment ?? {},
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
      app: { folder, version: '0.1.0', workerFile },
    },
    verbs,
  );
  return { code, out, err };
}

/** Exactly one JSON object, and nothing else, on standard output. */
function json({ out }: Ran): unknown {
  expect(out.trim().split('\n')).toHaveLength(1);
  return JSON.parse(out);
}

describe('a command that cannot be understood', () => {
  it.each([
    [['frobnicate'], 'There is no verb “frobnicate”'],
    [['sync'], 'After “sync” comes push, pull, all.'],
    [['sync', 'sideways'], 'After “sync” comes push, pull, all, not “sideways”.'],
    [['--json', 'status'], 'The verb comes first, before --json'],
    [['status', '--hoem', 'x'], '“status” has no option --hoem; it has --company, --home, --config, --json, --help.'],
    [['status', '-j'], '“status” has no option -j'],
    [['status', '--home'], '--home needs a value: --home DIR.'],
    [['status', '--home', '--json'], '--home needs a value'],
    [['status', '--json=yes'], '--json takes no value.'],
    [['status', 'now'], '“now” is one word too many'],
    [['serve', '--port', '99999'], '--port is 99999; it must be a whole number from 1 to 65535.'],
    [['sample-company', 'create'], '--odbc is missing'],
    [
      ['sample-company', 'create', '--odbc', 'x', '--dialect', 'oracle'],
      '--dialect is oracle; it must be mssql or sqlite.',
    ],
  ])('%j is refused by name', async (words, sentence) => {
    const ran = await plumbline(words);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(sentence);
  });
});

describe('help', () => {
  it.each(verbs.map(({ name }) => name))(
    '%s --help says what it does, its options and its exit codes',
    async (name) => {
      const { code, out } = await plumbline([...name.split(' '), '--help']);
      expect(code).toBe(0);
      for (const words of [`plumbline ${name}:`, '--home DIR', 'Exit codes', 'schedule.pullMinutes']) {
        expect(out).toContain(words);
      }
    },
  );

  it('is what an empty command line answers with', async () => {
    const { code, out } = await plumbline([]);
    expect(code).toBe(0);
    for (const { name } of verbs) expect(out).toContain(`  ${name} `);
  });
});

describe('status of a folder that no Plumbline has run on', () => {
  it('is nothing that a watch could take for good news, and makes nothing there', async () => {
    const other = join(folder, 'mistyped');
    const ran = await plumbline(['status', '--json', '--home', other]);
    expect(ran.code).toBe(1);
    expect(json(ran)).toMatchObject({ ok: false, failure: { code: 'home.unused' } });
    expect(ran.err).toContain(other);
    expect(existsSync(other)).toBe(false);
  });
});

describe('on a fresh home folder', () => {
  it('pulls from the sample company and the practice clouds', async () => {
    const ran = await plumbline(['sync', 'pull', '--json', '--home', home]);
    expect(ran.code).toBe(0);
    expect(json(ran)).toMatchObject({
      ok: true,
      runs: [
        { side: 'sage', outcome: 'ok' },
        { side: 'clearstory', outcome: 'ok' },
        { side: 'procore', outcome: 'ok' },
      ],
      failures: [],
    });
    const status = await plumbline(['status', '--json', '--home', home]);
    expect(json(status)).toMatchObject({ ok: true, running: false, badges: { queue: 0 } });
  });

  it('passes its self-checks', async () => {
    const ran = await plumbline(['doctor', '--home', home]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('Nothing is wrong.');
    expect(ran.out).toMatch(/1 {2}ok {4}Plumbline runs: Plumbline 0\.1\.0 on Node/);
  });

  it('does the main job once and prints one object', async () => {
    const ran = await plumbline(['demo', '--cloud', 'clearstory', '--once', '--json', '--home', home]);
    expect(ran.code).toBe(0);
    const pushed = { job: expect.any(String), changeOrder: expect.any(String), state: 'done', differences: 0 };
    expect(json(ran)).toEqual({
      pulled: { jobs: 26, costCodes: expect.any(Number), changeOrders: expect.any(Number), cors: expect.any(Number) },
      imported: 1,
      mapped: 1,
      pushed: [2, 2, 4].map((lines) => ({ ...pushed, cor: expect.any(String), lines, total: expect.any(String) })),
      elapsedMs: expect.any(Number),
    });
  });

  it('plays the whole story of Procore once, and finds both sides equal to the cent', {
    timeout: 120_000,
  }, async () => {
    const ran = await plumbline(['demo', '--cloud', 'procore', '--once', '--json', '--home', home]);
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('Read again, and added up')]);
    const lines = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const kinds = new Map(lines.slice(0, -1).map(({ kind, ...rest }) => [kind, rest]));
    expect([...kinds.keys()]).toEqual([
      'project',
      'costCodes',
      'vendor',
      'budget',
      'commitment',
      'commitmentChange',
      'invoice',
    ]);
    for (const { done, differences } of kinds.values()) expect([done > 2, differences]).toEqual([true, 0]);
    expect(kinds.get('invoice')).toMatchObject({ failed: 1 });
    const { reconciliation } = lines.at(-1);
    expect(reconciliation.difference).toBe('0.00');
    expect(reconciliation.differences).toEqual([]);
    expect(reconciliation.sums.map(({ measure }: { measure: string }) => measure)).toEqual([
      'budget',
      'original',
      'changes',
      'invoiced',
      'retainage',
    ]);
    for (const rows of [reconciliation.sums, reconciliation.jobs, reconciliation.codes, reconciliation.vendors])
      for (const row of rows) expect([row.procore, row.difference]).toEqual([row.sage, '0.00']);
  });

  it('says which clouds the demo has', async () => {
    const ran = await plumbline(['demo', '--cloud', 'autodesk', '--once', '--home', home]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('--cloud is clearstory or procore, not “autodesk”.');
  });
});

describe('while Plumbline is served', () => {
  it('answers other commands on the same home folder, until it is ended', async () => {
    let end = () => {};
    const interrupted = new Promise<void>((resolve) => {
      end = resolve;
    });
    let serving: Promise<Ran> | undefined;
    const first = await new Promise<string>((resolve) => {
      serving = plumbline(['serve', '--json', '--home', home], { interrupted, onOut: resolve });
    });
    const address = z.object({ ok: z.literal(true), url: z.string(), port: z.number(), home: z.literal(home) });
    const one = address.parse(JSON.parse(first));

    expect(json(await plumbline(['status', '--json', '--home', home]))).toMatchObject({ running: true });
    const out = join(folder, 'support.zip');
    const packed = json(await plumbline(['support-package', '--out', out, '--json', '--home', home]));
    expect(packed).toMatchObject({ ok: true, file: out, bytes: statSync(out).size });
    expect(json(await plumbline(['sync', 'pull', '--json', '--home', home]))).toMatchObject({ ok: true });
    const again = await plumbline(['serve', '--json', '--home', home]);
    const two = address.parse(json(again));
    expect(two.port).toBe(one.port);
    expect(two.url).not.toBe(one.url);
    for (const { url } of [one, two]) expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    const demo = await plumbline(['demo', '--once', '--home', home]);
    expect(demo).toMatchObject({ code: 1, out: '' });
    expect(demo.err).toContain('Plumbline is running on this computer for ');

    end();
    expect((await serving)?.code).toBe(0);
    expect(json(await plumbline(['status', '--json', '--home', home]))).toMatchObject({ running: false });
  });

  it('says when the port is taken', async () => {
    let end = () => {};
    const interrupted = new Promise<void>((resolve) => {
      end = resolve;
    });
    let serving: Promise<Ran> | undefined;
    const first = await new Promise<string>((resolve) => {
      serving = plumbline(['serve', '--json', '--home', home], { interrupted, onOut: resolve });
    });
    const { port } = z.object({ port: z.number() }).parse(JSON.parse(first));
    const ran = await plumbline(['serve', '--port', String(port), '--home', join(folder, 'other')]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`Port ${port} on this computer cannot be used (EADDRINUSE).`);
    end();
    await serving;
  });
});

describe('a configured company', () => {
  const odbcFile = () => join(folder, 'books.db');
  const create = () =>
    plumbline([
      'sample-company',
      'create',
      '--odbc',
      `Driver=SQLite3;Database=${odbcFile()}`,
      '--dialect',
      'sqlite',
      '--json',
    ]);
  function configure(config: object): string {
    const file = join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(config));
    return file;
  }
  const overOdbc = () => ({
    company: { id: 'books', name: 'Books over ODBC' },
    sage: { kind: 'odbc', dialect: 'sqlite', connection: { database: odbcFile() } },
  });

  it('is read over ODBC, with the settings of the file', async () => {
    expect(json(await create())).toMatchObject({ ok: true, rowsByTable: { actrec: 26 } });
    const config = configure({ ...overOdbc(), clearstory: { sandbox: true }, schedule: { pullMinutes: 7 } });
    const ran = await plumbline(['sync', 'all', '--json', '--home', home, '--config', config]);
    expect(ran.code).toBe(0);
    const checks = await plumbline(['doctor', '--home', home, '--config', config]);
    expect(checks.out).toContain('Sage: ODBC driver found: The driver is “SQLite3”.');
    expect(checks.out).toMatch(/Sage: company opened \(\d+ ms\): Company Books over ODBC is open\./);
  });

  it('is tested by its connection string alone, with nothing configured', async () => {
    await create();
    const text = `Driver=SQLite3;Database=${odbcFile()};FKSupport=1`;
    const ran = await plumbline(['doctor', '--odbc', text, '--dialect', 'sqlite', '--json', '--home', home]);
    expect(ran.code).toBe(0);
    expect(json(ran)).toMatchObject({
      ok: true,
      steps: [{ step: 'driver' }, { step: 'company' }, { step: 'tables' }, { step: 'read' }],
    });
    const lost = await plumbline(['doctor', '--odbc', 'Driver={No such driver};Server=office;UID=u;PWD=hunter2']);
    expect(lost.code).toBe(1);
    expect(lost.out).toMatch(/FAIL {2}ODBC driver found.*There is no driver “No such driver”/);
    expect(lost.out).not.toContain('hunter2');
    const harmful = await plumbline(['doctor', '--odbc', 'Driver=x;SaveFile=/tmp/x;PWD=hunter2']);
    expect(harmful.code).toBe(1);
    expect(harmful.err).toContain('SaveFile may not stand in the connection string');
    expect((await plumbline(['doctor', '--dialect', 'mssql', '--home', home])).code).toBe(2);
  });

  it('is never created over one that is there', async () => {
    await create();
    const again = await create();
    expect(again.code).toBe(1);
    expect(again.err).toContain('the database is not empty');
  });

  it('exits with 3 when Clearstory does not answer, and names it', async () => {
    await create();
    const config = configure({ ...overOdbc(), clearstory: { baseUrl: 'http://127.0.0.1:1' } });
    const environment = { PLUMBLINE_CLEARSTORY_KEY_ID: 'k', PLUMBLINE_CLEARSTORY_SECRET: 's' };
    const ran = await plumbline(['sync', 'pull', '--json', '--home', home, '--config', config], { environment });
    expect(ran.code).toBe(3);
    expect(json(ran)).toMatchObject({ ok: false, runs: [{ side: 'sage', outcome: 'ok' }, { side: 'clearstory' }] });
    expect(ran.err).toContain('127.0.0.1:1');
  });

  it('exits with 1 while there is no Clearstory key', async () => {
    await create();
    const config = configure({ ...overOdbc(), clearstory: { baseUrl: 'http://127.0.0.1:1' } });
    expect((await plumbline(['sync', 'pull', '--home', home, '--config', config])).code).toBe(1);
  });

  it('is refused with the key, the value and the allowed form', async () => {
    const config = configure({ sage: { kind: 'odbc', dialect: 'sqlite', connection: { database: 'x' } } });
    const ran = await plumbline(['status', '--home', home, '--config', config]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('company is missing; it must be { "id": …, "name": … }.');
  });

  it('is refused with a secrets file that others can read', async () => {
    const secretsFile = join(folder, 's.json');
    writeFileSync(secretsFile, '{}');
    chmodSync(secretsFile, 0o644);
    const ran = await plumbline(['doctor', '--home', home, '--config', configure({ secretsFile })]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`chmod 600 ${secretsFile}`);
  });

  it('is left alone by the demo when it is real', async () => {
    const config = configure({ clearstory: { baseUrl: 'https://web-api.clearstory.build' } });
    const ran = await plumbline(['demo', '--once', '--home', home, '--config', config]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('sample company and the practice Clearstory and Procore only');
  });
});
