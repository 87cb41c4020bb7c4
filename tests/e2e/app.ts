import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { createSystemClock } from '../../electron/hosts/clock.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { markerStatements } from '../../electron/sage/markers/table.ts';
import { type ClearstorySandbox, startClearstorySandbox } from '../../electron/sandbox/clearstory/server.ts';
import { sandboxCredentials as procoreCredentials } from '../../electron/sandbox/procore/oauth.ts';
import { type ProcoreSandbox, startProcoreSandbox } from '../../electron/sandbox/procore/server.ts';
import { createSampleCompany } from '../../electron/sandbox/sampleCompany/createSampleCompany.ts';
import { freeTdsAsDriver18 } from '../integration/freeTds.ts';
import { endHost, startHost } from './host.ts';

/**
 * The built application as a user has it: the browser host in a process of its own, the sample company over real ODBC, and the
 * Clearstory sandbox over real HTTP. Each test has its own data folder.
 */
export type App = {
  readonly page: Page;
  /** Short name of the company that is asked. */
  readonly company: string;
  readonly sandbox: ClearstorySandbox;
  /** The one-time address that the page was opened with. */
  readonly address: () => string;
  readonly go: (hash: string) => Promise<void>;
  /** Ends the process, as a crash would. */
  readonly crash: () => Promise<void>;
  /** Starts it on the same data and opens the page where it was. */
  readonly start: () => Promise<void>;
  /** Runs SQL in the sample company, as somebody else working in Sage would. */
  readonly inSage: Query;
  /** Somebody else begins to save in Sage, and holds everybody up until they end. */
  readonly saveInSage: () => Promise<{ readonly query: Query; readonly end: () => Promise<void> }>;
  /** The company's database is not to be had until the returned function puts it back. */
  readonly takeSageAway: () => () => void;
};

type Query = (sql: string, ...parameters: (string | null)[]) => Promise<readonly Record<string, unknown>[]>;

type Options = {
  /** Whether Clearstory's key is in the environment; else a person has to enter it. */
  keyGiven: boolean;
  /** FreeTDS stands in for Microsoft's driver 18. */
  freeTds: boolean;
  /** What the organisation's policy sets; null: there is none. */
  policy: object | null;
  /** The company uses the Procore sandbox too. */
  withProcore: boolean;
};

export const test = base.extend<Options & { app: App; procore: ProcoreSandbox | null }, { sampleCompany: string }>({
  keyGiven: [true, { option: true }],
  freeTds: [false, { option: true }],
  policy: [null, { option: true }],
  withProcore: [false, { option: true }],

  sampleCompany: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright says that nothing is needed
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'plumbline-sample-'));
      const file = join(folder, 'sample.db');
      await createSample(file);
      await use(file);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  procore: async ({ withProcore }, use) => {
    const sandbox = withProcore ? await startProcoreSandbox({ clock: createSystemClock() }) : null;
    await use(sandbox);
    expect(sandbox?.control.failures() ?? [], 'faults of the Procore sandbox').toEqual([]);
    await sandbox?.close();
  },

  app: async ({ page, sampleCompany, keyGiven, freeTds, policy, procore }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-e2e-'));
    const sageFile = join(folder, 'sample.db');
    copyFileSync(sampleCompany, sageFile);
    const sandbox = await startClearstorySandbox({ clock: createSystemClock() });
    const configFile = join(folder, 'config.json');
    writeFileSync(configFile, JSON.stringify(configFor(sandbox.url, procore)));
    const complaints = listen(page);
    const environment = { ...procoreKey, ...(freeTds ? freeTdsAsDriver18(folder) : null) };
    const policyFile = policy === null ? null : join(folder, 'policy.json');
    if (policyFile !== null) writeFileSync(policyFile, JSON.stringify(policy), { mode: 0o644 });
    const home = join(folder, 'home');
    const launch = () => startHost({ home, configFile, sageFile, keyGiven, policyFile, environment });
    const go = (hash: string) =>
      page.evaluate((target) => {
        location.hash = target;
      }, hash);
    let host = await launch();
    await page.goto(host.url);
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();

    await use({
      page,
      company,
      sandbox,
      go,
      address: () => host.url,
      crash: () => endHost(host.process),
      start: async () => {
        host = await launch();
        const place = new URL(page.url()).hash;
        await page.goto(host.url);
        await go(place);
      },
      inSage: async (sql, ...parameters) => {
        const connection = await openSqlite({ file: sageFile });
        const rows = await connection.query(sql, parameters);
        await connection.close();
        return rows;
      },
      saveInSage: async () => {
        const connection = await openSqlite({ file: sageFile });
        await connection.begin();
        return {
          query: (sql, ...parameters) => connection.query(sql, parameters),
          end: async () => {
            await connection.commit();
            await connection.close();
          },
        };
      },
      takeSageAway: () => {
        renameSync(sageFile, `${sageFile}.away`);
        // A folder in its place, so that no driver makes an empty company there.
        mkdirSync(sageFile);
        return () => {
          rmdirSync(sageFile);
          renameSync(`${sageFile}.away`, sageFile);
        };
      },
    });

    await endHost(host.process);
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
    expect(complaints, 'errors in the browser’s console').toEqual([]);
  },
});

/** The company of the configuration file. */
const company = 'cascade';

export { expect };

const procoreKey = {
  PLUMBLINE_PROCORE_CLIENT_ID: procoreCredentials.clientId,
  PLUMBLINE_PROCORE_SECRET: procoreCredentials.clientSecret,
};

function configFor(clearstory: string, procore: ProcoreSandbox | null) {
  const { url = '', companyId = '' } = procore ?? {};
  return {
    ...(procore === null ? {} : { procore: { companyId, loginBase: url, apiBase: url } }),
    company: { id: company, name: 'Cascade Ridge Builders' },
    sage: { kind: 'odbc', dialect: 'sqlite', connection: { fromEnvironment: 'PLUMBLINE_E2E_SAGE' } },
    clearstory: { baseUrl: clearstory },
    timeZone: 'America/Los_Angeles',
    person: 'Dana Reyes',
  };
}

/** Errors, uncaught exceptions and violations of the content security policy. That a host which was ended does not answer is none. */
function listen(page: Page): readonly string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

async function createSample(file: string): Promise<void> {
  const connection = await openSqlite({ file, create: true });
  const created = await createSampleCompany(connection, 'sqlite', {});
  if (!created.ok) throw new Error(created.failure.sentence);
  for (const statement of markerStatements(createSqliteDialect())) await connection.query(statement);
  await connection.close();
}
