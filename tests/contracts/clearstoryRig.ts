import { afterEach } from 'vitest';
import { createClearstoryAccount } from '../../electron/clouds/clearstory/client.ts';
import type { ClearstoryAccount } from '../../electron/engine/ports/cloudAccount.ts';
import type { Clock } from '../../electron/engine/ports/runtime.ts';
import {
  type ClearstorySandbox,
  type ClearstorySandboxOptions,
  sandboxCredentials,
  startClearstorySandbox,
} from '../../electron/sandbox/clearstory/server.ts';

/** The client's time limit: timers this long or longer wait for `advance`, shorter ones (retry pauses) pass at once. */
const clientLimitMs = 30_000;

export type TestClock = Clock & {
  /** Lengths of the pauses that passed by themselves, in order. */
  readonly pauses: number[];
  /** How many timers wait for `advance`. */
  readonly held: () => number;
  readonly advance: (ms: number) => void;
};

export function createTestClock(start = '2026-11-23T09:00:00.000Z', heldFromMs = clientLimitMs): TestClock {
  let ms = Date.parse(start);
  const held = new Set<{ readonly dueMs: number; readonly callback: () => void }>();
  const pauses: number[] = [];
  return {
    now: () => new Date(ms).toISOString(),
    monotonicMs: () => ms,
    after: (delayMs, callback) => {
      if (delayMs < heldFromMs) {
        pauses.push(delayMs);
        ms += delayMs;
        const immediate = setImmediate(callback);
        return () => clearImmediate(immediate);
      }
      const timer = { dueMs: ms + delayMs, callback };
      held.add(timer);
      return () => void held.delete(timer);
    },
    pauses,
    held: () => held.size,
    advance: (step) => {
      ms += step;
      for (const timer of [...held].filter((one) => one.dueMs <= ms)) {
        held.delete(timer);
        timer.callback();
      }
    },
  };
}

export type Rig = {
  readonly sandbox: ClearstorySandbox;
  readonly account: ClearstoryAccount;
  readonly clock: TestClock;
};

const opened: ClearstorySandbox[] = [];
afterEach(async () => {
  for (const sandbox of opened.splice(0)) await sandbox.close();
});

/** A sandbox of its own and a client of it, closed after the test. */
export async function startRig(
  options: Partial<ClearstorySandboxOptions> = {},
  key: { readonly keyId: string; readonly secret: string } | null = sandboxCredentials,
): Promise<Rig> {
  const clock = createTestClock();
  const sandbox = await startClearstorySandbox({ clock, ...options });
  opened.push(sandbox);
  const account = createClearstoryAccount({
    fetch,
    baseUrl: sandbox.url,
    credentials: () => key,
    clock,
    random: { fraction: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' },
  });
  return { sandbox, account, clock };
}

/** Gives a pending call its turns, advancing the clock by the time limit whenever somebody waits that long. */
export async function settleByTimeouts<T>(clock: TestClock, call: Promise<T>, expectedHeld: number): Promise<T> {
  let settled = false;
  const done = call.finally(() => {
    settled = true;
  });
  while (!settled) {
    if (clock.held() >= expectedHeld) clock.advance(clientLimitMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
}

/** The value of a success; anything else fails the test with the sentence. */
export function value<T>(
  result: { ok: true; value: T } | { ok: false; failure: { code: string; sentence: string } },
): T {
  if (result.ok) return result.value;
  throw new Error(`${result.failure.code}: ${result.failure.sentence}`);
}

/** The failure of a result that should be one. */
export function failureOf<F>(result: { readonly ok: true } | { readonly ok: false; readonly failure: F }): F {
  if (result.ok) throw new Error('Expected a failure');
  return result.failure;
}

/** Ids of all projects, mapped or not. */
export async function projectIds(account: ClearstoryAccount): Promise<string[]> {
  return value(await account.projects()).map((project) => project.id);
}
