import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { companyIdOf } from '#shared/domain/company.ts';
import { createSystemClock } from '../../electron/hosts/clock.ts';
import { startClearstorySandbox } from '../../electron/sandbox/clearstory/server.ts';
import { createSampleFile } from '../bench/sampleFile.ts';
import { ask, askHost } from './ask.ts';
import { expect, test } from './desktop.ts';
import { byPage, draftOf, pushDraft } from './office.ts';

/*
 * Canaries: secrets and an amount that are nowhere else. A day of work with everything that can go wrong, and afterwards none of them is
 * in any file, log or package for support, nor in anything that main told the page.
 */
const company = 'cascade';
const credentials = { keyId: 'canary-keyid-5f1c9a', secret: 'canary-secret-77d2e0' };
const secrets = {
  keyId: credentials.keyId,
  secret: credentials.secret,
  basic: Buffer.from(`${credentials.keyId}:${credentials.secret}`).toString('base64'),
  wrongSecret: 'canary-wrong-19ab44',
  sqlPassword: 'canary-password-c0ffee;x',
  odbcPassword: 'canary-odbc-3d9b71',
};
/** In the store and before a person's eyes it belongs; in a log or a package it does not. */
const amount = '73914.62';
const title = 'Canary change';

test('no secret gets into a file, a log, a package for support or to the page', async ({ folders, launch }) => {
  // Two starts and a whole day between them.
  test.slow();
  const folder = dirname(folders.home);
  mkdirSync(folder, { recursive: true });
  const sageFile = join(folder, 'books', 'sample.db');
  mkdirSync(dirname(sageFile));
  await createSampleFile(sageFile, 1);
  const sandbox = await startClearstorySandbox({ clock: createSystemClock(), credentials });
  const configFile = join(folder, 'books', 'config.json');
  writeFileSync(configFile, JSON.stringify(configFor(sandbox.url)));
  const start = () =>
    launch({
      words: ['--config', configFile],
      environment: {
        CANARY_SAGE: `Driver=SQLite3;Database=${sageFile};Timeout=1000;FKSupport=1;PWD=${secrets.odbcPassword}`,
      },
    });
  const frames: string[] = [];

  let desktop = await start();
  let page = await desktop.page();
  await isOpen(page);
  // A wrong key, and a password for a server that nobody can reach.
  await ask(page, company, 'settings.setClearstoryKey', { keyId: credentials.keyId, secret: secrets.wrongSecret });
  await ask(page, company, 'settings.test', { side: 'clearstory' });
  await expect(ask(page, company, 'sync.now', { side: 'all' })).rejects.toThrow('keyRefused');
  const tried = await askHost(page, 'companies.test', {
    id: null,
    connection: unreachable,
    password: secrets.sqlPassword,
  });
  expect(tried.steps.length).toBeGreaterThan(0);
  const sage = { kind: 'odbc', dialect: 'mssql', connection: unreachable } as const;
  const entered = { id: companyIdOf('second'), name: 'Second', sage, password: secrets.sqlPassword, takeUp: false };
  await askHost(page, 'companies.add', entered);
  // The right key, and a change order of the canary amount into Sage.
  await ask(page, company, 'settings.setClearstoryKey', credentials);
  await ask(page, company, 'sync.now', { side: 'all' });
  const asked = byPage(page, company);
  await pushDraft(asked, await draftOf(asked, sandbox, { title, amount }));
  await expect.poll(() => readFileSync(sageFile).includes(title)).toBe(true);
  frames.push(...(await desktop.inMain(() => [...witness.told])));

  await desktop.kill();
  desktop = await start();
  page = await desktop.page();
  await isOpen(page);
  await ask(page, company, 'diagnostics.run', {});
  await ask(page, company, 'settings.get', {});
  await askHost(page, 'companies.list', {});
  const zip = join(folder, 'books', 'support.zip');
  writeFileSync(zip, await supportPackage(page));
  frames.push(...(await desktop.inMain(() => [...witness.told])));
  await desktop.kill();
  await sandbox.close();

  expect(frames.length).toBeGreaterThan(10);
  const texts = new Map<string, Buffer>([
    ...filesBelow(folders.home)
      .concat(filesBelow(folders.userData))
      .map((file) => [file, readFileSync(file)] as const),
    ['support package', Buffer.from(execFileSync('python3', ['-c', unpackAll, zip]))],
    ['standard error', Buffer.from(desktop.said())],
    ['what main told the page', Buffer.from(frames.join('\n'))],
  ]);
  expect([...texts.keys()].filter((name) => name.endsWith('.log')).length).toBeGreaterThan(0);
  expect([...texts.keys()].filter((name) => name.endsWith('secrets.bin'))).toHaveLength(1);
  const hits = [...texts].flatMap(([name, bytes]) =>
    Object.entries(secrets).flatMap(([which, secret]) => (holds(bytes, secret) ? [`${which} in ${name}`] : [])),
  );
  expect(hits).toEqual([]);
  const quiet = [...texts].filter(([name]) => name.endsWith('.log') || name === 'support package');
  const amounts = quiet.filter(([, bytes]) => [amount, '73,914.62', '7391462'].some((text) => bytes.includes(text)));
  expect(amounts.map(([name]) => name)).toEqual([]);
});

const unpackAll =
  'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist(): sys.stdout.buffer.write(n.encode() + z.read(n))';

function holds(bytes: Buffer, secret: string): boolean {
  const forms = [
    Buffer.from(secret),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
  ];
  return forms.some((form) => bytes.includes(form));
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Nobody listens there. */
const unreachable = {
  driver: 'automatic',
  server: '127.0.0.1,9',
  database: 'Cascade',
  user: 'plumbline',
  encrypt: 'yes',
  trustServerCertificate: false,
} as const;

function configFor(clearstory: string) {
  return {
    company: { id: company, name: 'Cascade Ridge Builders' },
    sage: { kind: 'odbc', dialect: 'sqlite', connection: { fromEnvironment: 'CANARY_SAGE' } },
    clearstory: { baseUrl: clearstory },
    timeZone: 'America/Los_Angeles',
    person: 'Dana Reyes',
  };
}

async function isOpen(page: Page): Promise<void> {
  await expect(async () => {
    const { companies } = await askHost(page, 'companies.list', {});
    expect(companies.find(({ id }) => id === company)?.state).toBe('open');
  }).toPass();
}

async function supportPackage(page: Page): Promise<Buffer> {
  const { id } = await askHost(page, 'support.prepare', {});
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const part: { base64: string; next: number | null } = await askHost(page, 'support.part', { id, offset });
    pieces.push(Buffer.from(part.base64, 'base64'));
    offset = part.next;
  }
  return Buffer.concat(pieces);
}
