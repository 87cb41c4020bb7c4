import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CompanyEvent, hostRequests } from '#shared/contract/companies.ts';
import { requests } from '#shared/contract/requests.ts';
import type { Clock } from '../../electron/engine/ports/runtime.ts';
import type { Door } from '../../electron/hosts/companies/door.ts';
import { createSystemRandom } from '../../electron/hosts/random.ts';
import { startWebHost, type WebHost } from '../../electron/web/webHost.ts';

export type Heard = { readonly company: string | null; readonly channel: string; readonly payload: unknown };

export type Rig = {
  readonly host: WebHost;
  readonly heard: readonly Heard[];
  readonly emit: (event: CompanyEvent) => void;
  /** Moves the clock; timers that come due fire. */
  readonly pass: (ms: number) => void;
  /** The key of the session with this cookie. */
  readonly keyOf: (cookie: string) => string;
  /** Opens a session and returns its cookie. */
  readonly logIn: () => Promise<string>;
  readonly call: (options: CallOptions) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

export type CallOptions = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
};

/** A web host over a far end that checks requests as the engine does and answers `app.info`; anything else is empty. */
export async function startRig(): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-web-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  const page =
    '<script type="module" nonce="PLUMBLINE_NONCE" src="./assets/a.js"></script><style nonce="PLUMBLINE_NONCE"></style>';
  writeFileSync(join(folder, 'renderer', 'index.html'), page);
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, 'renderer', 'notes.txt'), 'not part of a build');
  writeFileSync(join(folder, 'secret.json'), '{"secret":"outside"}');

  const heard: Heard[] = [];
  const listeners = new Set<(event: CompanyEvent) => void>();
  let now = 0;
  let timers: readonly { readonly due: number; readonly callback: () => void }[] = [];
  const clock: Clock = {
    now: () => new Date(now).toISOString(),
    monotonicMs: () => now,
    after: (delayMs, callback) => {
      const timer = { due: now + delayMs, callback };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  };
  const door: Door = {
    request: async (company, channel, payload) => {
      heard.push({ company, channel, payload });
      const table = company === null ? hostRequests : requests;
      const known = Object.entries(table).find(([name]) => name === channel)?.[1];
      if (known === undefined || !known.request.safeParse(payload).success) {
        const sentence = 'The request does not fit its channel.';
        return { ok: false, failure: { next: 'bug', code: 'contract.request', sentence } };
      }
      return { ok: true, value: channel === 'app.info' ? { version: '1' } : {} };
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const started = await startWebHost({
    door,
    rendererFolder: join(folder, 'renderer'),
    clock,
    random: createSystemRandom(),
    logger: silent,
  });
  if (!started.ok) throw new Error(started.failure.sentence);
  const host = started.value;
  const keys = new Map<string, string>();
  // As our page does: keeps the key that comes with a cookie, and sends it along.
  const call = async ({ headers = {}, ...options }: CallOptions) => {
    const key = keys.get(headers.cookie ?? '');
    const answer = await send(host.port, {
      ...options,
      headers: key === undefined ? headers : { 'x-plumbline-key': key, ...headers },
    });
    const [, given] = /#key=(.*)$/.exec(String(answer.headers.location)) ?? [];
    if (given !== undefined) keys.set(cookieOf(answer), given);
    return answer;
  };
  return {
    host,
    heard,
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    pass: (ms) => {
      now += ms;
      const due = timers.filter((timer) => timer.due <= now);
      timers = timers.filter((timer) => timer.due > now);
      for (const { callback } of due) callback();
    },
    logIn: async () => {
      return cookieOf(await call({ path: pathOf(host.newAddress()) }));
    },
    keyOf: (cookie) => keys.get(cookie) ?? '',
    call,
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

export function pathOf(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

/** Sends the path exactly as given: nothing is normalised on the way, unlike with fetch. */
function send(port: number, { method = 'GET', path, headers = {}, body }: CallOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
