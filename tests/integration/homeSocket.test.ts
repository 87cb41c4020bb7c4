import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HomeSocket, listenAtHome } from '../../electron/hosts/homeSocket.ts';

const home = mkdtempSync(join(tmpdir(), 'plumbline-socket-'));
const asked: unknown[] = [];
let socket: HomeSocket | null = null;

beforeAll(async () => {
  socket = await listenAtHome(home, async (question) => {
    asked.push(question);
    return { ok: true, value: {} };
  });
});
afterAll(async () => {
  await socket?.close();
  rmSync(home, { recursive: true });
});

function say(line: string): Promise<unknown> {
  return new Promise((resolve) => {
    const client = connect(join(home, 'plumbline.sock'), () => client.write(`${line}\n`));
    createInterface({ input: client }).once('line', (answer) => resolve(JSON.parse(answer)));
  });
}

describe('the socket of a running Plumbline', () => {
  it.skipIf(process.platform === 'win32')('opens for its owner only, whatever folder it lies in', () => {
    expect(statSync(join(home, 'plumbline.sock')).mode & 0o777).toBe(0o600);
  });

  it.each([
    'certificates.import',
    'certificates.revoke',
    'settings.save',
    'companies.add',
    'companies.test',
    'transfers.approve',
    '__proto__',
  ])('takes %s from nobody: commands have a short list of their own', async (channel) => {
    const question = JSON.stringify({ ask: 'engine', company: 'sample', channel, payload: {} });
    expect(await say(question)).toMatchObject({ ok: false, failure: { code: 'home.question' } });
    expect(asked).toEqual([]);
  });

  it('answers what is no question at all with a refusal', async () => {
    for (const line of ['', '{', 'null', '[]', '{"ask":"secrets"}']) {
      expect(await say(line)).toMatchObject({ ok: false, failure: { code: 'home.question' } });
    }
  });
});
