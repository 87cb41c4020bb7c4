import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AlarmSettings } from '#shared/domain/alarms/settings.ts';
import { standardAlarms } from '#shared/domain/alarms/settings.ts';
import { companyIdOf } from '#shared/domain/company.ts';
import { createAlarms } from '../../electron/hosts/alarms/alarms.ts';
import type { Attention } from '../../electron/hosts/attentionWatch.ts';
import { createSystemClock } from '../../electron/hosts/clock.ts';

type Heard = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** Whoever listens at the customer's. `status` of every answer. */
async function listener(status: number) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      heard.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=secret-token` };
}

/** A mail server in its own words (RFC 5321), that takes the login `jane` with `mail-password` only. */
async function mailServer() {
  const lines: string[] = [];
  const server = createTcp((socket) => {
    let inData = false;
    const say = (text: string) => socket.write(`${text}\r\n`);
    say('220 mail.acme.example ESMTP');
    let rest = '';
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString()).split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        if (inData) {
          if (line === '.') {
            inData = false;
            say('250 taken');
          }
        } else if (/^EHLO/i.test(line)) say('250-mail.acme.example\r\n250 AUTH PLAIN');
        else if (/^AUTH PLAIN/i.test(line)) {
          const given = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString();
          say(given === '\0jane\0mail-password' ? '235 welcome' : '535 no, jane');
        } else if (/^DATA/i.test(line)) {
          inData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) say('221 bye');
        else say(/^(MAIL|RCPT|RSET|NOOP)/i.test(line) ? '250 ok' : '502 not known here');
      }
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { lines, port: (server.address() as AddressInfo).port };
}

function rig(settings: Partial<AlarmSettings>, secrets: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-alarms-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const system = createSystemClock();
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 10, 30, 8) + minute * 60_000).toISOString();
  const events: string[] = [];
  const logged: string[] = [];
  const log = (event: string, facts?: object) => void logged.push(`${event} ${JSON.stringify(facts ?? {})}`);
  const open = () =>
    createAlarms({
      settings: () => ({ ...standardAlarms, ...settings }),
      secret: (name) => secrets[name] ?? null,
      fetch,
      clock: { ...system, now },
      logger: { debug: log, info: log, warn: log, error: log },
      memoryFile: join(folder, 'alarms.json'),
      version: '0.1.0',
      tellSystem: ({ kind }) => void events.push(kind),
    });
  return {
    open,
    events,
    logged,
    folder,
    now,
    wait: (minutes: number) => {
      minute += minutes;
    },
  };
}

const acme = companyIdOf('acme');
const item = (now: string): Attention['companies'][number]['items'][number] => ({
  id: 'silent:sage',
  company: acme,
  companyName: 'Acme Builders',
  tone: 'noContact',
  sentence: 'Sage has not answered.',
  goTo: '#/home',
  since: now,
});
const standing = (now: string, silent: boolean): Attention => ({
  now,
  companies: [
    {
      id: acme,
      name: 'Acme Builders',
      state: 'open',
      status: null,
      writing: false,
      timeZone: null,
      items: silent ? [item('2026-11-30T08:00:00.000Z')] : [],
    },
  ],
});

describe('the alarms', () => {
  it('send one signed message when a side has been silent too long, and one when it is heard again, also over a restart', async () => {
    const { heard, url } = await listener(204);
    const { open, now, wait, events } = rig({ webhook: { url } }, { 'alarms.webhookKey': 'a-long-key' });
    const first = open();
    await first.look(standing(now(), true));
    expect(heard).toEqual([]);
    wait(60);
    await first.look(standing(now(), true));
    await open().look(standing(now(), true));
    wait(1);
    await open().look(standing(now(), false));
    expect(heard.map(({ body }) => JSON.parse(body).kind)).toEqual(['raised', 'over']);
    const [message] = heard;
    const timestamp = String(message?.headers['x-plumbline-timestamp']);
    const signature = createHmac('sha256', 'a-long-key').update(`${timestamp}.${message?.body}`).digest('hex');
    expect(message?.headers['x-plumbline-signature']).toBe(`sha256=${signature}`);
    expect(events).toEqual(['noContact', 'contactAgain']);
  });

  it('log and show what could not be sent, by the host alone, and go on', async () => {
    const { url } = await listener(500);
    const { open, now, wait, logged } = rig({ webhook: { url } });
    const alarms = open();
    wait(90);
    await alarms.look(standing(now(), true));
    expect(alarms.last().webhook?.failure).toMatchObject({
      code: 'alarms.refused',
      sentence: expect.stringContaining('HTTP 500'),
    });
    expect(
      await rig({ webhook: { url: 'http://127.0.0.1:1/x?token=secret-token' } })
        .open()
        .test('webhook'),
    ).toMatchObject({
      failure: { code: 'alarms.unreachable' },
    });
    expect(logged.join('\n')).toContain('alarms.notSent');
    expect(logged.join('\n')).not.toContain('secret-token');
  });

  it('call the heartbeat after a run, and nothing where none is set', async () => {
    const { heard, url } = await listener(200);
    await rig({ heartbeat: { url } }).open().beat();
    await rig({}).open().beat();
    expect(heard).toMatchObject([{ method: 'GET', body: '' }]);
  });

  it('go as e-mail through the office’s mail server, with its login', async () => {
    const { lines, port } = await mailServer();
    const email = {
      server: '127.0.0.1',
      port,
      security: 'none',
      user: 'jane',
      from: 'plumbline@acme.example',
      to: ['it@acme.example', 'ann@acme.example'],
    } as const;
    const { open, now, wait } = rig({ email }, { 'alarms.mailPassword': 'mail-password' });
    const alarms = open();
    wait(61);
    await alarms.look(standing(now(), true));
    expect(alarms.last().email?.failure).toBeNull();
    expect(lines).toContain('RCPT TO:<ann@acme.example>');
    expect(lines.find((line) => line.startsWith('Subject:'))).toContain('Acme Builders');
  });

  it('say that the mail server refused the login, without repeating what it said, and send nothing unencrypted where that was asked for', async () => {
    const { lines, port } = await mailServer();
    const email = {
      server: '127.0.0.1',
      port,
      security: 'none',
      user: 'jane',
      from: 'p@acme.example',
      to: ['it@acme.example'],
    } as const;
    expect(await rig({ email }, { 'alarms.mailPassword': 'wrong' }).open().test('email')).toMatchObject({
      failure: {
        code: 'alarms.mailLogin',
        sentence: `127.0.0.1:${port} did not accept the user or the password (535).`,
      },
    });
    const safe = { ...email, user: '', security: 'starttls' } as const;
    expect(await rig({ email: safe }).open().test('email')).toMatchObject({ failure: { code: 'alarms.mailNotSafe' } });
    expect(lines).not.toContain('DATA');
  });

  it('keep what was said where only the owner reads', async () => {
    const { open, now, folder } = rig({});
    await open().look(standing(now(), true));
    expect(JSON.parse(readFileSync(join(folder, 'alarms.json'), 'utf8')).noticed).toHaveLength(1);
  });
});
