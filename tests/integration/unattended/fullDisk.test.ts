import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { everyCor } from '#shared/domain/corLog.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { createSystemClock } from '../../../electron/hosts/clock.ts';
import { askAtHome, askWho } from '../../../electron/hosts/homeSocket.ts';
import { openSqlite } from '../../../electron/sage/connection/sqlite.ts';
import { sandboxCredentials, startClearstorySandbox } from '../../../electron/sandbox/clearstory/server.ts';
import { connectionTo, createSampleFile } from '../../bench/sampleFile.ts';
import { booksVariable, draftOf, officeConfig, planned } from '../../desktop/office.ts';
import { program } from '../../program.ts';
import { openSmallDisk, type SmallDisk, whyNoSmallDisk } from '../smallDisk.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const patient = { timeout: 60_000 };
const company = 'cascade';
/** Of 20 kB each: several times the room that SQLite has set aside in its log. */
const news = 300;
/** Change orders that job 2402 has from the beginning. */
const samples = 8;

/** A Plumbline whose data has a small disk of its own; Sage and Clearstory are elsewhere. */
type Office = {
  readonly disk: SmallDisk;
  readonly start: () => Started;
  /** Asks the Plumbline that runs. */
  readonly asked: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<Answer<C>>;
  /** The same, where it must not be refused. */
  readonly ask: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<ResponseOf<C>>;
  /** The same until it answers. */
  readonly running: () => Promise<Started & { readonly end: () => Promise<unknown> }>;
  /** A change order that is ready to be approved: what its approval asks. */
  readonly approved: () => Promise<RequestOf<'drafts.push'>>;
  /** Clearstory has more news than there was ever room for. */
  readonly manyCors: () => Promise<void>;
  /** How many change orders its job has in Sage besides those of the sample. */
  readonly written: () => Promise<number>;
  /** Takes the lock that every writer of Sage's database needs. Out: gives it back. */
  readonly holdBooks: () => () => void;
};
type Answer<C extends ChannelName> = { readonly value?: ResponseOf<C>; readonly failure?: Failure };
type Started = { readonly child: ChildProcess; readonly ended: Promise<unknown[]>; readonly said: () => string };

async function newOffice(): Promise<Office> {
  const disk = await openSmallDisk(24);
  cleanups.push(disk.close);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-beside-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const sageFile = join(folder, 'books.db');
  await createSampleFile(sageFile, 1);
  const sandbox = await startClearstorySandbox({ clock: createSystemClock() });
  cleanups.push(sandbox.close);
  const config = join(folder, 'config.json');
  writeFileSync(config, officeConfig(sandbox.url, 'direct'));
  const env = {
    ...process.env,
    [booksVariable]: connectionTo(sageFile),
    PLUMBLINE_CLEARSTORY_KEY_ID: sandboxCredentials.keyId,
    PLUMBLINE_CLEARSTORY_SECRET: sandboxCredentials.secret,
  };
  const asked: Office['asked'] = async (channel, payload) => {
    const reply = await askAtHome(disk.outside, { ask: 'engine', company, channel, payload });
    if (reply === null) throw new Error(`${channel}: nobody answers`);
    return (reply.ok ? { value: reply.value } : { failure: reply.failure }) as never;
  };
  const ask: Office['ask'] = async (channel, request) => {
    const { value, failure } = await asked(channel, request);
    if (value === undefined) throw new Error(`${channel}: ${JSON.stringify(failure)}`);
    return value;
  };
  const start: Office['start'] = () => {
    const words = [program('electron/headless.ts'), 'unattended', 'run', '--home', disk.folder, '--config', config];
    const child = spawn(...disk.around(process.execPath, words), { env, stdio: ['ignore', 'ignore', 'pipe'] });
    cleanups.push(() => child.kill('SIGKILL'));
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    return { child, ended: once(child, 'close'), said: () => said };
  };
  return {
    disk,
    asked,
    ask,
    start,
    running: async () => {
      const started = start();
      await expect.poll(() => askWho(disk.outside), patient).toMatchObject({ unattended: true });
      const end = () => {
        started.child.kill('SIGKILL');
        return started.ended;
      };
      return { ...started, end };
    },
    approved: async () => {
      await ask('sync.now', { side: 'all' });
      const id = await draftOf(ask, sandbox, { title: 'Anchor bolts', amount: '1250.00' });
      return { id, planHash: await planned(ask, id) };
    },
    manyCors: async () => {
      const { rows } = await ask('projects.list', { tab: 'mapped', search: '', offset: 0, limit: 1 });
      const projectId = Number(rows[0]?.project.id);
      for (let n = 0; n < news; n += 1)
        sandbox.control.addCor({
          projectId,
          corNumber: `N${n}`,
          title: `News ${n}`,
          description: 'x'.repeat(20_000),
          status: 'approved_co_issued',
          requestedAmount: '10.00',
        });
    },
    written: async () => {
      const connection = await openSqlite({ file: sageFile });
      const rows = await connection.query('SELECT recnum FROM prmchg WHERE jobnum = 2402', []);
      await connection.close();
      return rows.length - samples;
    },
    holdBooks: () => {
      const database = new Database(sageFile);
      database.exec('BEGIN IMMEDIATE');
      return () => {
        database.exec('ROLLBACK');
        database.close();
      };
    },
  };
}

const why = whyNoSmallDisk();
if (why !== null) process.stderr.write(`A full disk is not tried: ${why}.\n`);

const noRoom = /^There is no room left on the disk.*\nMake room on that disk, then start Plumbline again\./m;

describe.skipIf(why !== null)('a full disk', { timeout: 120_000 }, () => {
  it('is why Plumbline does not start, in words, the first time and later; once there is room it starts', async () => {
    const { disk, start, running, ask } = await newOffice();
    disk.fill();
    const first = start();
    expect(await first.ended).toEqual([1, null]);
    expect(first.said()).toMatch(noRoom);
    disk.makeRoom();
    const second = await running();
    await ask('sync.now', { side: 'all' });
    const read = await ask('home.status', {});
    expect(read.badges.projects).toBeGreaterThan(0);
    await second.end();
    disk.fill();
    const third = start();
    expect(await third.ended).toEqual([1, null]);
    expect(third.said()).toMatch(noRoom);
    disk.makeRoom();
    await running();
    expect(await ask('home.status', {})).toMatchObject({ badges: { projects: read.badges.projects } });
  });

  it('met while Plumbline runs needs a person and takes nothing in; when there is room, all of it is taken in and nothing is lost', async () => {
    const { disk, running, asked, ask, approved, manyCors, written } = await newOffice();
    const { child } = await running();
    const draft = await approved();
    disk.fill();
    await manyCors();
    const full = { code: 'store.diskFull', next: 'needsPerson' };
    expect(await asked('sync.now', { side: 'clearstory' })).toMatchObject({ failure: full });
    expect(await ask('home.status', {})).toMatchObject({
      tone: 'needsYou',
      sentence: expect.stringMatching(/^There is no room left on the disk .* Plumbline goes on by itself/),
    });
    // Clearstory has answered: what it said could not be kept.
    expect((await ask('home.attention', {})).items.map(({ id, goTo }) => [id, goTo])).toEqual([['diskFull', '#/home']]);
    // As little as this may still fit into what SQLite has set aside in its log: either it is kept whole, or it is refused.
    const { failure: refused } = await asked('drafts.push', draft);
    if (refused !== undefined) expect(refused).toMatchObject(full);
    expect(child.exitCode).toBeNull();

    disk.makeRoom();
    await ask('sync.now', { side: 'all' });
    expect((await ask('home.status', {})).tone).not.toBe('needsYou');
    expect((await ask('home.attention', {})).items.map(({ id }) => id)).not.toContain('diskFull');
    expect(await ask('cors.list', { ...everyCor, search: 'News' })).toMatchObject({ total: news });
    if (refused !== undefined) await ask('drafts.push', draft);
    await expect.poll(async () => (await ask('queue.get', draft)).transfer.state.name, patient).toBe('done');
    expect(await written()).toBe(1);
  });

  it.each(['goes on', 'is ended hard and started again'])(
    'while a record is written into Sage lets it be written once and found again, when Plumbline %s',
    async (how) => {
      const { disk, running, ask, approved, holdBooks, written } = await newOffice();
      const { end } = await running();
      const draft = await approved();
      const stateNow = async () => (await ask('queue.get', { id: draft.id })).transfer.state.name;
      const letGo = holdBooks();
      await ask('drafts.push', draft);
      await expect.poll(stateNow, patient).toBe('applying');
      disk.fill();
      letGo();
      await expect.poll(written, patient).toBe(1);
      if (how !== 'goes on') await end();
      disk.makeRoom();
      if (how !== 'goes on') await running();
      await ask('sync.now', { side: 'all' });
      await expect.poll(stateNow, patient).toBe('done');
      expect(await written()).toBe(1);
    },
  );
});
