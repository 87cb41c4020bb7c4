import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { type Attention, type Unheard, watchAttention } from '../../../electron/hosts/attentionWatch.ts';
import { createSystemClock } from '../../../electron/hosts/clock.ts';
import { askAtHome, askWho, socketPath } from '../../../electron/hosts/homeSocket.ts';
import { createRemoteDoor, type RemoteDoor } from '../../../electron/hosts/operators/remoteDoor.ts';
import { tokenFile } from '../../../electron/hosts/operators/token.ts';
import { absentWords, watchUnattended } from '../../../electron/hosts/unattended/watchUnattended.ts';
import { sqliteFiles } from '../../contracts/sageCompanyRig.ts';
import { historyQuery } from '../../contracts/storeRig.ts';
import { program } from '../../program.ts';

const books = sqliteFiles();
const headless = program('electron/headless.ts');
const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function newHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-unattended-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A process of its own, as the service starts it, with the sample company. */
async function startProcess(home: string, more: readonly string[] = []): Promise<ChildProcess> {
  const words = ['unattended', 'run', '--json', '--home', home, ...more];
  const child = spawn(process.execPath, [headless, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(() => child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

function attach(home: string): RemoteDoor {
  const door = createRemoteDoor({
    home,
    path: socketPath(home),
    person: 'ACME\\maria',
    clock: createSystemClock(),
    absent: async () => absentWords('stopped'),
  });
  cleanups.push(door.close);
  return door;
}

/** Says one line to the socket; out: what is said back until it is closed. */
function say(home: string, line: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(home), () => socket.write(`${line}\n`));
    let said = '';
    socket.on('data', (chunk) => {
      said += String(chunk);
    });
    socket.on('error', () => undefined).on('close', () => resolve(said));
  });
}

const status = (door: RemoteDoor) => door.request('sample', 'home.status', {});

describe('a Plumbline that cannot run unattended', () => {
  it('says why in its log, to which the event log of the service points', async () => {
    const home = newHome();
    writeFileSync(join(home, 'companies.json'), 'no JSON');
    const child = spawn(process.execPath, [headless, 'unattended', 'run', '--home', home], { stdio: 'ignore' });
    expect(await once(child, 'exit')).toEqual([1, null]);
    const log = readFileSync(join(home, 'logs', 'plumbline.log'), 'utf8');
    expect(log).toMatch(/error unattended\.notStarted \{"code":"[a-zA-Z.]+","sentence":"[^"]*companies\.json/);
  });
});

describe('a Plumbline that runs unattended', () => {
  it('serves the whole contract to an operator, tells of changes, and knows him by his name', async () => {
    const home = newHome();
    await startProcess(home);
    const door = attach(home);
    expect(door.who()).toBeNull();
    expect(await door.request('sample', 'app.info', {})).toMatchObject({ ok: true, value: { person: 'ACME\\maria' } });
    expect(door.who()).toMatchObject({ home, unattended: true });
    const heard = new Promise((resolve) => door.onChanged((event) => resolve(event)));
    const { value } = (await door.request('sample', 'settings.get', {})) as { value: { settings: object } };
    const settings = { ...value.settings, schedule: { pushMinutes: 7, pullMinutes: 30 } };
    const saved = await door.request('sample', 'settings.save', { settings });
    expect(saved).toMatchObject({ ok: true });
    expect(await heard).toMatchObject({ company: 'sample' });
    const history = JSON.stringify(await door.request('sample', 'history.list', historyQuery({ kinds: ['settings'] })));
    expect(history).toContain('"by":"ACME\\\\maria"');
    expect(history).toContain('as the operator’s own Plumbline says');
  });

  it('refuses an operator too what the configuration file sets, of a company and of the whole computer', async () => {
    const home = newHome();
    const config = join(newHome(), 'config.json');
    writeFileSync(config, JSON.stringify({ schedule: { pushMinutes: 7 }, network: { mode: 'none' } }));
    await startProcess(home, ['--config', config]);
    const door = attach(home);
    const read = async <T>(company: string | null, channel: string) =>
      ((await door.request(company, channel, {})) as { value: { settings: T } }).value.settings;
    const settings = await read<{ schedule: object }>('sample', 'settings.get');
    const network = await read<object>(null, 'network.get');
    const locked = (key: string) => ({
      ok: false,
      failure: { code: 'settings.locked', sentence: expect.stringContaining(`The configuration file sets ${key},`) },
    });
    const changed = { ...settings, schedule: { ...settings.schedule, pushMinutes: 8 } };
    expect(await door.request('sample', 'settings.save', { settings: changed })).toMatchObject(
      locked('schedule.pushMinutes'),
    );
    const other = { settings: { ...network, mode: 'system' }, password: null };
    expect(await door.request(null, 'network.save', other)).toMatchObject(locked('network.mode'));
    expect(await read('sample', 'settings.get')).toEqual(settings);
    expect(await read(null, 'network.get')).toEqual(network);
  });

  it('tells everybody who runs it, and nobody without the token anything else', async () => {
    const home = newHome();
    await startProcess(home);
    expect(JSON.parse(await say(home, '{"ask":"who"}'))).toMatchObject({ ok: true, value: { home, unattended: true } });
    for (const line of [
      '{"ask":"stop"}',
      '{"ask":"engine","company":"sample","channel":"home.status","payload":{}}',
      '{"ask":"engine","id":1,"company":"sample","channel":"home.status","payload":{}}',
      '{"ask":"address"}',
      'null',
      '{',
    ]) {
      expect(JSON.parse(await say(home, line))).toMatchObject({ ok: false, failure: { code: 'operators.only' } });
    }
    expect(await say(home, 'x'.repeat(10_000))).toBe('');
    writeFileSync(tokenFile(home), '0'.repeat(64));
    expect(await status(attach(home))).toMatchObject({ ok: false, failure: { code: 'operators.stranger' } });
    expect((await askWho(home))?.unattended).toBe(true);
  });

  it('says to a user who may not read the token that he is no operator, until he may', async () => {
    const home = newHome();
    // What stands there and cannot be read, for whichever user the tests run.
    mkdirSync(tokenFile(home));
    const door = attach(home);
    expect(await status(door)).toMatchObject({ ok: false, failure: { code: 'operators.only' } });
    rmdirSync(tokenFile(home));
    await startProcess(home);
    await expect.poll(() => status(door), { timeout: 20_000 }).toMatchObject({ ok: true });
  });

  it('keeps its token and its socket from everybody but owner and group, and makes a new token at each start', async () => {
    const home = newHome();
    const first = await startProcess(home);
    const token = readFileSync(tokenFile(home), 'utf8');
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(tokenFile(home)).mode & 0o777).toBe(0o640);
    expect(statSync(socketPath(home)).mode & 0o777).toBe(0o660);
    first.kill('SIGKILL');
    await once(first, 'close');
    await startProcess(home);
    expect(readFileSync(tokenFile(home), 'utf8')).not.toBe(token);
  });

  it('answers its operators again after it was started anew, without their doing', async () => {
    const home = newHome();
    const first = await startProcess(home);
    const door = attach(home);
    expect((await status(door)).ok).toBe(true);
    first.kill('SIGKILL');
    await once(first, 'close');
    await expect.poll(() => status(door), { timeout: 5_000 }).toMatchObject({ ok: false });
    await startProcess(home);
    await expect.poll(() => status(door), { timeout: 20_000 }).toMatchObject({ ok: true });
  });

  it('is missed in words by what watches for attention, which goes back by itself when it runs again', async () => {
    const home = newHome();
    const first = await startProcess(home);
    const told: (Attention | Unheard)[] = [];
    const watch = watchAttention(attach(home), createSystemClock(), (one) => told.push(one));
    cleanups.push(watch.stop);
    const patient = { timeout: 60_000 };
    await expect.poll(() => told.at(-1), patient).toMatchObject({ companies: [{ id: 'sample' }] });
    first.kill('SIGKILL');
    await once(first, 'close');
    await expect.poll(() => told.at(-1), patient).toMatchObject({ failure: { code: 'unattended.stopped' } });
    await startProcess(home);
    await expect.poll(() => told.at(-1), patient).toMatchObject({ companies: [{ id: 'sample' }] });
  }, 120_000);

  it('ends when an operator asks it to, with code 0, and leaves no token behind', async () => {
    const home = newHome();
    const child = await startProcess(home);
    const closed = once(child, 'close');
    expect(await askAtHome(home, { ask: 'stop' })).toEqual({ ok: true, value: {} });
    expect(await closed).toEqual([0, null]);
    expect(existsSync(tokenFile(home))).toBe(false);
    expect(await askWho(home)).toBeNull();
  });

  it('ends when the system asks it to', async () => {
    const home = newHome();
    const child = await startProcess(home);
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
  });
});

describe('two Plumblines of one computer', () => {
  /** One person's configuration file for these books. */
  function configOf(folder: string, id: string, database: string): string {
    const file = join(folder, 'plumbline.json');
    const sage = { kind: 'odbc', dialect: 'sqlite', connection: { database } };
    writeFileSync(
      file,
      JSON.stringify({ company: { id, name: 'Acme Builders' }, sage, clearstory: { sandbox: true } }),
    );
    return file;
  }

  it('never have the same books: the second one says who has them, and ends; after the first it may', async () => {
    const database = books.fresh();
    const [home, other] = [newHome(), newHome()];
    const first = await startProcess(home, ['--config', configOf(home, 'acme', database)]);
    const words = ['unattended', 'run', '--home', other, '--config', configOf(other, 'acme-too', database)];
    const second = spawn(process.execPath, [headless, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    cleanups.push(() => second.kill('SIGKILL'));
    let said = '';
    second.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    expect(await once(second, 'close')).toEqual([1, null]);
    expect(said).toContain('Plumbline is running on this computer unattended, as ');
    expect(said).toContain(`and has Acme Builders open (data in ${home})`);
    first.kill('SIGKILL');
    await once(first, 'close');
    await startProcess(other, ['--config', join(other, 'plumbline.json')]);
    // Three starts of a whole Plumbline.
  }, 90_000);
});

describe('who watches', () => {
  const clock = createSystemClock();
  const watch = (home: string, state: 'notInstalled' | 'stopped') =>
    watchUnattended({ environment: {}, clock, home, serviceState: async () => state });

  it('has nothing to watch where no service is installed and none runs', async () => {
    expect(await watch(newHome(), 'notInstalled')).toBeNull();
  });

  it('is told that the service is stopped and how to start it, and is connected as soon as it runs', async () => {
    const home = newHome();
    const door = await watch(home, 'stopped');
    if (door === null) throw new Error('not watched');
    cleanups.push(door.close);
    expect(await status(door)).toMatchObject({
      ok: false,
      failure: { code: 'unattended.stopped', remedy: expect.stringContaining('plumbline unattended start') },
    });
    await startProcess(home);
    await expect.poll(() => status(door), { timeout: 20_000 }).toMatchObject({ ok: true });
  });

  it('tells a program in the service’s place nothing: it cannot prove that it knows the token', async () => {
    const home = newHome();
    writeFileSync(tokenFile(home), 'a'.repeat(64));
    const heard: string[] = [];
    const squatter = createServer((socket) => {
      socket.on('error', () => undefined).on('data', (chunk) => heard.push(String(chunk)));
      socket.write(`${JSON.stringify({ nonce: 'b'.repeat(64), proof: 'c'.repeat(64) })}\n`);
    });
    squatter.listen(socketPath(home));
    await once(squatter, 'listening');
    cleanups.push(() => squatter.close());
    const door = attach(home);
    expect(await door.request(null, 'companies.add', { password: 'secret-of-sage' })).toMatchObject({
      ok: false,
      failure: { code: 'operators.stranger' },
    });
    expect(heard.join('')).not.toMatch(/secret-of-sage|a{64}|proof/);
  });
});
