import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openOperatorLink } from '../../../electron/hosts/operators/operatorLink.ts';
import { createSeal } from '../../../electron/hosts/operators/seal.ts';
import { serveOperator } from '../../../electron/hosts/operators/serveOperator.ts';
import { createSystemRandom } from '../../../electron/hosts/random.ts';

const token = 'a'.repeat(64);
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listening(folder: string, name: string, server: Server): Promise<string> {
  const path = join(folder, name);
  await new Promise<void>((resolve) => server.listen(path, resolve));
  cleanups.push(() => server.close());
  return path;
}

/** The service, and a program that took a place between it and the operators: it passes everything on, and reads and says what it likes. */
async function withSomebodyBetween() {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-between-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const asked: unknown[] = [];
  const who = { user: 'NT SERVICE\\Plumbline', since: '2026-01-05T08:00:00.000Z', home: folder, unattended: true };
  const desk = {
    token,
    who,
    random: createSystemRandom(),
    stop: async () => ({ ok: true, value: {} }) as const,
    door: {
      request: async (_company: string | null, channel: string, payload: unknown) => {
        asked.push({ channel, payload });
        return { ok: true, value: { answer: 'Ironwood owes 41,250.00' } } as const;
      },
      onChanged: () => () => undefined,
    },
  };
  const service = await listening(
    folder,
    'service.sock',
    createServer((socket) => serveOperator(socket, desk)),
  );
  let heard = '';
  const ways: { toService: (line: string) => void; toOperator: (line: string) => void; last: () => string }[] = [];
  const between = await listening(
    folder,
    'between.sock',
    createServer((near) => {
      const far = connect(service);
      let last = '';
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        from.on('error', () => undefined).on('close', () => to.destroy());
        from.on('data', (chunk) => {
          heard += String(chunk);
          if (from === near) last = String(chunk);
          to.write(chunk);
        });
      }
      ways.push({
        toService: (line) => far.write(`${line}\n`),
        toOperator: (line) => near.write(`${line}\n`),
        last: () => last,
      });
    }),
  );
  let closed: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const told: unknown[] = [];
  const link = await openOperatorLink(between, token, 'maria', {
    onEvent: (event) => told.push(event),
    onClose: closed,
  });
  if (!link.ok) throw new Error(link.failure.sentence);
  cleanups.push(link.value.close);
  return { link: link.value, asked, told, ended, heard: () => heard, way: ways[0] };
}

const question = {
  ask: 'engine',
  company: 'acme',
  channel: 'settings.save',
  payload: { password: 'S3cret-4711' },
} as const;

describe('a program between an operator and the unattended Plumbline', () => {
  it('passes on what it cannot read', async () => {
    const { link, asked, heard } = await withSomebodyBetween();
    expect(await link.ask(question)).toMatchObject({ ok: true, value: { answer: 'Ironwood owes 41,250.00' } });
    expect(asked).toHaveLength(1);
    expect(heard()).not.toMatch(/S3cret|settings\.save|Ironwood/);
  });

  it('cannot ask in the operator’s name: neither with words of its own, nor by saying his again', async () => {
    const first = await withSomebodyBetween();
    first.way?.toService(JSON.stringify({ ...question, id: 99 }));
    await first.ended;
    expect(first.asked).toEqual([]);
    const second = await withSomebodyBetween();
    await second.link.ask(question);
    second.way?.toService(second.way.last().trim());
    await second.ended;
    expect(second.asked).toHaveLength(1);
  });

  it('cannot tell the operator anything in the service’s name', async () => {
    const { told, ended, way } = await withSomebodyBetween();
    way?.toOperator(JSON.stringify({ event: { company: null, topics: ['home'], transfer: null } }));
    await ended;
    expect(told).toEqual([]);
  });

  it('cannot have its own words shown as a refusal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-between-'));
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
    const failure = { next: 'needsPerson', code: 'operators.only', sentence: 'Call 555-0100 and say your password.' };
    const stranger = createServer((socket) => socket.end(`${JSON.stringify({ ok: false, failure })}\n`));
    const path = await listening(folder, 'stranger.sock', stranger);
    const nobody = () => undefined;
    const opened = await openOperatorLink(path, token, 'maria', { onEvent: nobody, onClose: nobody });
    expect(opened).toMatchObject({ ok: false, failure: { code: 'operators.only' } });
    expect(JSON.stringify(opened)).not.toContain('555-0100');
  });
});

describe('closed lines', () => {
  const nonces = { operator: '1'.repeat(64), service: '2'.repeat(64) };

  it('are opened by the other side only, in their order, once, unchanged', () => {
    const [operator, service] = [createSeal(token, 'operator', nonces), createSeal(token, 'service', nonces)];
    const [one, two] = [operator.close({ n: 1 }), operator.close({ n: 2 })];
    expect(operator.open(one)).toBeUndefined();
    expect(service.open(two)).toBeUndefined();
    expect(service.open(`${one.slice(0, -4)}AAAA`)).toBeUndefined();
    expect(service.open(one)).toEqual({ n: 1 });
    expect(service.open(one)).toBeUndefined();
    expect(service.open(two)).toEqual({ n: 2 });
    expect(createSeal('b'.repeat(64), 'service', nonces).open(one)).toBeUndefined();
    expect(createSeal(token, 'service', { ...nonces, operator: '3'.repeat(64) }).open(one)).toBeUndefined();
  });
});
