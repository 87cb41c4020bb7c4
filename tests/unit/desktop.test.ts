import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostRequests } from '#shared/contract/companies.ts';
import { requests } from '#shared/contract/requests.ts';
import { companyIdOf } from '#shared/domain/company.ts';
import { answerPageRequest, appOrigin } from '../../electron/desktop/appPage.ts';
import { answerBridge, changedChannel, requestChannel } from '../../electron/desktop/bridge.ts';
import { type Keystore, openDesktopSecrets } from '../../electron/desktop/secrets.ts';
import { mayDownload, mayNavigate, refuseSender, windowPreferences } from '../../electron/desktop/windowRules.ts';
import { readRendererFiles } from '../../electron/hosts/rendererFiles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-desktop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ourPage = { origin: appOrigin, parent: null };

describe('the window', () => {
  it('is sandboxed, isolated and without Node', () => {
    expect(windowPreferences('/preload.cjs')).toMatchObject({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
    });
  });

  it('never leaves its page', () => {
    expect(mayNavigate()).toBe(false);
  });

  it('saves only what its own page made', () => {
    expect(mayDownload('blob:app://plumbline/0f8a')).toBe(true);
    for (const address of ['https://evil.example/a.exe', 'blob:https://evil.example/1', 'app://plumbline/index.html']) {
      expect(mayDownload(address)).toBe(false);
    }
  });
});

describe('messages over the bridge', () => {
  const strangers = [
    ['a page of another origin', { origin: 'https://evil.example', parent: null }],
    ['an opaque origin', { origin: 'null', parent: null }],
    ['an origin that only begins like ours', { origin: `${appOrigin}.evil.example`, parent: null }],
    ['a file', { origin: 'file://', parent: null }],
    ['a frame inside our page', { origin: appOrigin, parent: {} }],
    ['a frame that has gone', null],
  ] as const;
  const channels = [...Object.keys(requests), ...Object.keys(hostRequests)];

  it.each(strangers)('are refused from %s on every channel, before the engine is asked', async (_name, frame) => {
    expect(refuseSender(frame)).toMatch(/^[A-Z].*\.$/);
    for (const channel of channels) {
      const reply = await answerBridge(() => Promise.reject(new Error('asked')), frame, 'acme', channel, {});
      expect(reply).toMatchObject({ ok: false, failure: { code: 'bridge.sender' } });
    }
  });

  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  it.each([
    ['1 MB of junk', 'x'.repeat(1024 * 1024)],
    ['a cycle', cyclic],
    ['a big integer', 10n],
    ['nothing', undefined],
  ])('are refused when they carry %s', async (_name, payload) => {
    const reply = await answerBridge(() => Promise.reject(new Error('asked')), ourPage, 'acme', 'app.info', payload);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'bridge.tooLarge' } });
  });

  it('are refused without the name of a channel', async () => {
    const reply = await answerBridge(() => Promise.reject(new Error('asked')), ourPage, 'acme', 7, {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'bridge.channel' } });
  });

  it('are refused when what should name a company does not', async () => {
    const reply = await answerBridge(() => Promise.reject(new Error('asked')), ourPage, { id: 'acme' }, 'app.info', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'bridge.company' } });
  });

  it('reach the engine from our own page, and its answer comes back', async () => {
    const request = async (company: string | null, channel: string, payload: unknown) => ({
      ok: true as const,
      value: { company, channel, payload },
    });
    const door = async () => ({ request });
    expect(await answerBridge(door, ourPage, 'acme', 'home.status', {})).toEqual({
      ok: true,
      value: { company: 'acme', channel: 'home.status', payload: {} },
    });
    expect(await answerBridge(door, ourPage, null, 'companies.list', {})).toMatchObject({ value: { company: null } });
  });

  it('are never answered with more than 256 kB', async () => {
    const request = async () => ({ ok: true as const, value: 'x'.repeat(256 * 1024) });
    const reply = await answerBridge(async () => ({ request }), ourPage, 'acme', 'home.status', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'bridge.answerTooLarge' } });
  });

  it('use the channel names that the preload repeats', () => {
    const preload = readFileSync(new URL('../../electron/preload.ts', import.meta.url), 'utf8');
    expect(preload).toContain(`'${requestChannel}'`);
    expect(preload).toContain(`'${changedChannel}'`);
    expect(preload.match(/^import .*$/gm)).toEqual(["import { contextBridge, ipcRenderer } from 'electron';"]);
  });
});

describe('the page under app://', () => {
  function built() {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<script nonce="PLUMBLINE_NONCE" src="./assets/a.js"></script>');
    writeFileSync(join(folder, 'assets', 'a.js'), '1');
    const read = readRendererFiles(folder);
    if (!read.ok) throw new Error(read.failure.sentence);
    return read.value;
  }

  it('carries the nonce and the policy', () => {
    const { status, headers, body } = answerPageRequest(built(), 'GET', 'app://plumbline/', 'n1');
    expect([status, body]).toEqual([200, '<script nonce="n1" src="./assets/a.js"></script>']);
    expect(headers['Content-Security-Policy']).toContain("script-src 'self' 'nonce-n1'");
  });

  it.each([
    ['GET', 'app://plumbline/assets/a.js', 200],
    ['GET', 'app://plumbline/../package.json', 404],
    ['GET', 'app://plumbline/assets/%2e%2e/%2e%2e/package.json', 404],
    ['GET', 'app://other/', 403],
    ['GET', 'file:///etc/passwd', 403],
    ['POST', 'app://plumbline/', 405],
    ['GET', 'no address', 403],
  ])('%s %s is answered with %i', (method, address, status) => {
    expect(answerPageRequest(built(), method, address, 'n').status).toBe(status);
  });

  it('says how to build the screens when they are not there', () => {
    const read = readRendererFiles(join(folder, 'none'));
    expect(!read.ok && read.failure.remedy).toBe('Build them: npm run build');
  });
});

describe('secrets on the desktop', () => {
  /** The far end: reverses the text, as no keystore should. */
  const keystore = (available: boolean, backend: 'basic_text' | 'gnome_libsecret' = 'gnome_libsecret'): Keystore => ({
    isEncryptionAvailable: () => available,
    encryptString: (text) => Buffer.from([...text].reverse().join('')),
    decryptString: (bytes) => [...bytes.toString()].reverse().join(''),
    getSelectedStorageBackend: () => backend,
  });
  const open = (store: Keystore) => {
    const opened = openDesktopSecrets(store, join(folder, 'secrets.bin'), {});
    if (!opened.ok) throw new Error(opened.failure.sentence);
    return opened.value.of(companyIdOf('acme'), true);
  };

  it('are kept encrypted', () => {
    expect(open(keystore(true)).write('sage.password', 'canary')).toEqual({ ok: true });
    expect(readFileSync(join(folder, 'secrets.bin'), 'utf8')).not.toContain('canary');
    expect(open(keystore(true)).read('sage.password')).toBe('canary');
  });

  it.each([
    ['no keystore', keystore(false)],
    ['a keystore that only pretends', keystore(true, 'basic_text')],
  ])('are refused, not written in plain text, with %s', (_name, store) => {
    const written = open(store).write('sage.password', 'canary');
    expect(!written.ok && written.sentence).toContain('no safe place');
    expect(() => readFileSync(join(folder, 'secrets.bin'))).toThrow();
  });

  it('say so when another user made them', () => {
    writeFileSync(join(folder, 'secrets.bin'), 'not ours');
    const opened = openDesktopSecrets(keystore(true), join(folder, 'secrets.bin'), {});
    expect(!opened.ok && opened.failure.sentence).toContain('made by another user or on another computer');
  });
});
