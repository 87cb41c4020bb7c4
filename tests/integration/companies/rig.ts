import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HostChannel, HostRequestOf, HostResponseOf } from '#shared/contract/companies.ts';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { type CompanyId, companyIdOf } from '#shared/domain/company.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Reply, SyncReport } from '../../../electron/engine/engineTypes.ts';
import type { Store } from '../../../electron/engine/ports/store.ts';
import { type Companies, openCompanies } from '../../../electron/hosts/companies/companies.ts';
import type { CompaniesOptions } from '../../../electron/hosts/companies/companiesOptions.ts';
import { createDoor, type Door } from '../../../electron/hosts/companies/door.ts';
import type { Config } from '../../../electron/hosts/config.ts';
import { parseConfig } from '../../../electron/hosts/configFile.ts';
import { type Home, openHome } from '../../../electron/hosts/homeFolder.ts';
import { nodeWorker } from '../../../electron/hosts/nodeWorker.ts';
import { openSecretsFile } from '../../../electron/hosts/secretsFile.ts';
import { openSqlite } from '../../../electron/sage/connection/sqlite.ts';
import { createWithMarkers } from '../../../electron/sandbox/sampleCompany/createWithMarkers.ts';
import { program } from '../../program.ts';

/** What a person does in one company, through the door that the screens use. */
export type OneCompany = {
  readonly ask: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<ResponseOf<C>>;
  readonly refused: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<Failure>;
  readonly sync: (...sides: ('sage' | 'clearstory' | 'push')[]) => Promise<readonly SyncReport[]>;
  readonly store: () => Store;
};

export type Installed = {
  readonly companies: Companies;
  readonly door: Door;
  readonly of: (id: CompanyId) => OneCompany;
  readonly host: <C extends HostChannel>(channel: C, request: HostRequestOf<C>) => Promise<HostResponseOf<C>>;
  readonly hostRefused: <C extends HostChannel>(channel: C, request: HostRequestOf<C>) => Promise<Failure>;
  readonly home: Home;
};

export const [acme, borealis] = [companyIdOf('acme'), companyIdOf('borealis')];

export function newHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-companies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = openHome(join(folder, 'home'));
  if (!home.ok) throw new Error(home.failure.sentence);
  return home.value;
}

export const booksFile = (home: Home, id: CompanyId) => join(home.folder, '..', `${id}.db`);

/** Two companies over ODBC with the same jobs, numbers and CORs, each with a practice Clearstory of its own. */
export async function twoCompanies(home: Home): Promise<Config> {
  for (const id of [acme, borealis]) await createBooks(booksFile(home, id));
  return configOf({
    person: 'Dana Reyes',
    companies: [acme, borealis].map((id) => ({
      id,
      name: id === acme ? 'Acme Builders' : 'Borealis Homes',
      sage: { kind: 'odbc', dialect: 'sqlite', connection: { database: booksFile(home, id) } },
      clearstory: { sandbox: true },
    })),
  });
}

export function configOf(value: object): Config {
  const parsed = parseConfig(JSON.stringify(value), 'The test');
  if (!parsed.ok) throw new Error(parsed.failure.sentence);
  return parsed.value;
}

async function createBooks(file: string): Promise<void> {
  const connection = await openSqlite({ file, create: true });
  const created = await createWithMarkers(connection, 'sqlite', {});
  await connection.close();
  if (!created.ok) throw new Error(created.failure.sentence);
}

/** Opens them as the hosts do; closed when the test is over. */
export async function install(
  home: Home,
  config: Config,
  more: Partial<CompaniesOptions> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Installed> {
  const secrets = openSecretsFile(home.secretsFile, environment);
  if (!secrets.ok) throw new Error(secrets.failure.sentence);
  const opened = await openCompanies({
    kind: 'browser',
    version: '0.1.0',
    home,
    config,
    environment: {},
    secrets: secrets.value,
    secretsPlace: home.secretsFile,
    launchWorker: nodeWorker(program('electron/worker.ts'), process.env),
    only: null,
    ...more,
  });
  if (!opened.ok) throw new Error(`${opened.failure.sentence} (${opened.failure.code})`);
  const companies = opened.value;
  // A run under way ends first.
  onTestFinished(companies.stop, 60_000);
  const door = createDoor({ companies, secrets: secrets.value, home });
  return {
    companies,
    door,
    home,
    of: (id) => oneOf(companies, door, id),
    host: async (channel, request) => value(await door.request(null, channel, request), channel) as never,
    hostRefused: async (channel, request) => failure(await door.request(null, channel, request), channel),
  };
}

function oneOf(companies: Companies, door: Door, id: CompanyId): OneCompany {
  const composed = () => {
    const place = companies.placeOf(id);
    if (place.state !== 'open') throw new Error(`${id} is not open`);
    return place.composed;
  };
  return {
    ask: async (channel, request) => value(await door.request(id, channel, request), channel) as never,
    refused: async (channel, request) => failure(await door.request(id, channel, request), channel),
    sync: (...sides) => composed().engine.sync(sides),
    store: () => composed().store,
  };
}

function value(reply: Reply, channel: string): unknown {
  if (reply.ok) return reply.value;
  throw new Error(`${channel}: ${reply.failure.sentence} (${reply.failure.code})`);
}

function failure(reply: Reply, channel: string): Failure {
  if (reply.ok) throw new Error(`${channel} was expected to be refused`);
  return reply.failure;
}

/** Runs SQL in a company's books, as somebody in Sage would. */
export async function inBooks(home: Home, id: CompanyId, sql: string): Promise<readonly Record<string, unknown>[]> {
  const connection = await openSqlite({ file: booksFile(home, id) });
  const rows = await connection.query(sql, []);
  await connection.close();
  return rows;
}
