import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { everyCor } from '#shared/domain/corLog.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import { createSystemClock } from '../../electron/hosts/clock.ts';
import { askAtHome } from '../../electron/hosts/homeSocket.ts';
import { type ClearstorySandbox, startClearstorySandbox } from '../../electron/sandbox/clearstory/server.ts';
import { createSampleFile } from '../bench/sampleFile.ts';
import { ask as askPage } from './ask.ts';
import type { Launch } from './driver.ts';

/** Asks one company. Throws the refusal. */
export type Ask = <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<ResponseOf<C>>;

/** A company with books over ODBC and a practice Clearstory, and what a person asks of it while it runs. */
export type Office = {
  /** What the application is started with. */
  readonly start: Required<Pick<Launch, 'words' | 'environment'>>;
  readonly company: string;
  /** Asks the running application what a command may ask, with or without a window. Throws the refusal. */
  readonly ask: Ask;
  /** Approves a change order of this title as its page would: it is in the queue then. Out: the id of its transfer. */
  readonly approve: (page: Page, title: string) => Promise<string>;
  /** The two halves of it: a draft that is ready, and its approval. */
  readonly draft: (page: Page, title: string) => Promise<string>;
  readonly push: (page: Page, id: string) => Promise<void>;
  /** How many change orders there are in Sage now, and how many there were at first. */
  readonly changeOrders: () => number;
  readonly standing: number;
  /** Takes the lock that every writer of Sage's database needs. Out: gives it back. */
  readonly holdBooks: () => () => void;
  readonly close: () => Promise<void>;
};

/** As patient as the slowest test: a writer waits so long for `holdBooks`. */
const lockMs = 120_000;

/** Short name of the office's company. */
const company = 'cascade';
/** The variable that holds the connection to its books. */
export const booksVariable = 'OFFICE_SAGE';

/** The configuration file of an office. `clearstory`: the address of its sandbox. */
export function officeConfig(clearstory: string, mode: 'handEntry' | 'direct'): string {
  return JSON.stringify({
    company: { id: company, name: 'Cascade Ridge Builders' },
    sage: { kind: 'odbc', dialect: 'sqlite', connection: { fromEnvironment: booksVariable } },
    clearstory: { baseUrl: clearstory },
    writing: { mode },
    timeZone: 'America/Los_Angeles',
    person: 'Dana Reyes',
  });
}

export async function openOffice(home: string, mode: 'handEntry' | 'direct'): Promise<Office> {
  const folder = join(dirname(home), 'office');
  mkdirSync(folder, { recursive: true });
  const sageFile = join(folder, 'books.db');
  await createSampleFile(sageFile, 1);
  const credentials = { keyId: 'desktop', secret: 'desktop-secret' };
  const sandbox = await startClearstorySandbox({ clock: createSystemClock(), credentials });
  const config = join(folder, 'config.json');
  writeFileSync(config, officeConfig(sandbox.url, mode));
  const ask: Ask = async (channel, payload) => {
    const reply = await askAtHome(home, { ask: 'engine', company, channel, payload });
    if (reply?.ok !== true) throw new Error(`${channel}: ${JSON.stringify(reply)}`);
    return reply.value as never;
  };
  const draft: Office['draft'] = async (page, title) => {
    const asked = byPage(page, company);
    await asked('sync.now', { side: 'all' });
    return draftOf(asked, sandbox, { title, amount: '1250.00' });
  };
  const changeOrders = () => {
    const database = new Database(sageFile, { readonly: true });
    const count = database.prepare('SELECT count(*) FROM prmchg').pluck().get();
    database.close();
    return Number(count);
  };
  const push: Office['push'] = (page, id) => pushDraft(byPage(page, company), id);
  return {
    start: {
      words: ['--config', config],
      environment: {
        [booksVariable]: `Driver=SQLite3;Database=${sageFile};Timeout=${lockMs};FKSupport=1;`,
        PLUMBLINE_CLEARSTORY_KEY_ID: credentials.keyId,
        PLUMBLINE_CLEARSTORY_SECRET: credentials.secret,
      },
    },
    company,
    ask,
    draft,
    push,
    approve: async (page, title) => {
      const id = await draft(page, title);
      await push(page, id);
      return id;
    },
    changeOrders,
    standing: changeOrders(),
    holdBooks: () => {
      const database = new Database(sageFile);
      database.exec('BEGIN IMMEDIATE');
      return () => {
        database.exec('ROLLBACK');
        database.close();
      };
    },
    close: sandbox.close,
  };
}

/** A COR approved in Clearstory, and a coded draft of it. The projects were read before. Out: the draft's id. */
export async function draftOf(
  ask: Ask,
  sandbox: Pick<ClearstorySandbox, 'control'>,
  { title, amount }: { readonly title: string; readonly amount: string },
): Promise<string> {
  const { rows } = await ask('projects.list', { tab: 'notMapped', search: '', offset: 0, limit: 200 });
  const projectId = rows.find(({ suggestion }) => suggestion?.job === '2402')?.project.id ?? '';
  await ask('projects.map', { projectId, job: '2402', defaults: standardDefaults });
  sandbox.control.addCor({
    projectId: Number(projectId),
    corNumber: '77',
    title,
    description: title,
    status: 'approved_co_issued',
    requestedAmount: amount,
  });
  await ask('sync.now', { side: 'clearstory' });
  const cors = await ask('cors.list', { ...everyCor, search: title });
  const corIds = cors.rows.map((cor) => cor.id);
  const { id } = await ask('drafts.open', { corIds, mode: 'push' });
  const { draft } = await ask('drafts.get', { id });
  const budget = draft.budget.map((line) => ({ ...line, costCode: '3300.000', costType: '4' }));
  await ask('drafts.save', { id, draft: { ...draft, budget } });
  return id;
}

/** Approves a draft as its page would. Throws what stands against it. */
export async function pushDraft(ask: Ask, id: string): Promise<void> {
  await ask('drafts.push', { id, planHash: await planned(ask, id) });
}

/** The hash of a draft's plan, which its approval names. Throws what stands against it. */
export async function planned(ask: Ask, id: string): Promise<string> {
  const { plan, refusals } = await ask('drafts.preview', { id });
  if (plan === null) throw new Error(refusals.map(({ sentence }) => sentence).join(' '));
  return plan.hash;
}

/** Asks a company as its page's screens do. */
export function byPage(page: Page, company: string): Ask {
  return (channel, request) => askPage(page, company, channel, request);
}
