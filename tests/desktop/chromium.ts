import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemChromium } from '../../resources/scripts/chromium.mjs';

/** One process for all frames of a page, so that the double sees them all; no traffic of its own; as root without its own sandbox. */
const words = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-popup-blocking',
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process,HttpsUpgrades,PaintHolding',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export type Chromium = { readonly endpoint: string; readonly close: () => Promise<void> };

/** Starts a Chromium for doubles to open their windows in. */
export async function startChromium(): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'plumbline-chromium-'));
  const browser = spawn(systemChromium(), [...words, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: what is on PATH may be a script that starts the browser and would be ended alone.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    browser.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /DevTools listening on (ws:\/\/\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`Chromium did not start: ${said}`)));
  });
  return {
    endpoint,
    close: async () => {
      if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
