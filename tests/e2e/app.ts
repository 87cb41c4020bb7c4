import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Page } from '@playwright/test';
import { createSystemClock } from '../../electron/hosts/clock.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { markerStatements } from '../../electron/sage/marker.ts';
import {
  type ClearstorySandbox,
  sandboxCredentials,
  startClearstorySandbox,
} from '../../electron/sandbox/clearstory/server.ts';
import { createSampleCompany } from '../../electron/sandbox/sampleCompany/createSampleCompany.ts';

/**
 * The built application as a user has it: the browser host in a process of its own, the sample company over real ODBC, and the
 * Clearstory sandbox over real HTTP. Each test has its own data folder.
 */
export type App = {
  readonly page: Page;
  readonly sandbox: ClearstorySandbox;
  readonly go: (hash: string) => Promise<void>;
  /** Ends the process, as a crash would, starts it again on the same data and opens the same page. */
  readonly restart: () => Promise<void>;
  /** Runs SQL in the sample company, as somebody else working in Sage would. */
  readonly inSage: (sql: string, ...parameters: (string | null)[]) => Promise<readonly Record<string, unknown>[]>;
};

export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
    const sageFile = join(folder, 'sample.db');
    await createSample(sageFile);
    const sandbox = await startClearstorySandbox({ clock: createSystemClock() });
    const configFile = join(folder, 'config.json');
    writeFileSync(configFile, JSON.stringify(configFor(sageFile, sandbox.url)));
    let host = await startHost(folder, configFile);
    await page.goto(host.url);
    await expect(page.getByRole('navigation')).toBeVisible();
    await use({
      page,
      sandbox,
      go: async (hash) => {
        await page.evaluate((target) => {
          location.hash = target;
        }, hash);
      },
      restart: async () => {
        await end(host.process);
        host = await startHost(folder, configFile);
        const place = new URL(page.url()).hash;
        await page.goto(host.url);
        await page.evaluate((target) => {
          location.hash = target;
        }, place);
      },
      inSage: async (sql, ...parameters) => {
        const connection = await openSqlite({ file: sageFile });
        const rows = await connection.query(sql, parameters);
        await connection.close();
        return rows;
      },
    });
    await end(host.process);
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect };

function configFor(sageFile: string, clearstory: string) {
  return {
    company: { id: 'cascade', name: 'Cascade Ridge Builders' },
    sage: { kind: 'odbc', dialect: 'sqlite', connection: { database: sageFile } },
    clearstory: { baseUrl: clearstory },
    timeZone: 'America/Los_Angeles',
  };
}

async function createSample(file: string): Promise<void> {
  const connection = await openSqlite({ file, create: true });
  const created = await createSampleCompany(connection, 'sqlite', {});
  if (!created.ok) throw new Error(created.failure.sentence);
  for (const statement of markerStatements(createSqliteDialect())) await connection.query(statement);
  await connection.close();
}

type Host = { readonly url: string; readonly process: ChildProcess };

async function startHost(folder: string, configFile: string): Promise<Host> {
  const started = spawn(
    process.execPath,
    ['dist/headless/headless.js', 'serve', '--json', '--home', join(folder, 'home'), '--config', configFile],
    {
      env: {
        ...process.env,
        PLUMBLINE_CLEARSTORY_KEY_ID: sandboxCredentials.keyId,
        PLUMBLINE_CLEARSTORY_SECRET: sandboxCredentials.secret,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const words: string[] = [];
  started.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  for await (const line of createInterface({ input: started.stdout })) {
    if (line.startsWith('{')) {
      const { url } = JSON.parse(line) as { url: string };
      return { url, process: started };
    }
  }
  throw new Error(`The browser host did not start: ${words.join('')}`);
}

async function end(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return;
  const ended = new Promise((resolve) => started.once('exit', resolve));
  started.kill('SIGKILL');
  await ended;
}
