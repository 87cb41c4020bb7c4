import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createProcoreAccount, type ProcoreClient } from '../../electron/clouds/procore/client.ts';
import type { Clock } from '../../electron/engine/ports/runtime.ts';
import { sandboxCredentials } from '../../electron/sandbox/procore/oauth.ts';
import { createRateLimiter, type Limits } from '../../electron/sandbox/procore/rateLimit.ts';

/** The numbers that Procore's documentation shows as examples. */
export const documentedLimits: Limits = { spike: 25, hourly: 3600 };

/** The large company behind Procore's limits, on a clock that jumps over whatever is waited for. */
export type LargeCompany = {
  readonly procore: ProcoreClient;
  readonly clock: Clock;
  /** Lets simulated time pass, as between two runs. */
  readonly passMinutes: (minutes: number) => void;
  readonly close: () => void;
};

/** In: what part of the full size, 1 for all of it. */
export async function startLargeCompany(part: number): Promise<LargeCompany> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'procoreServer.ts'), String(part)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await createInterface({ input: server.stdout })
    [Symbol.asyncIterator]()
    .next()
    .then(({ value }) => [value]);
  const { url, companyId } = z.object({ url: z.string(), companyId: z.string() }).parse(JSON.parse(String(line)));
  const time = createJumpingClock();
  const procore = createProcoreAccount({
    clock: time.clock,
    random: { fraction: () => 0.5, uuid: () => crypto.randomUUID() },
    environment: { loginBase: url, apiBase: url },
    companyId: () => companyId,
    credentials: () => sandboxCredentials,
    fetch: limited(time),
  });
  return { procore, clock: time.clock, passMinutes: time.passMinutes, close: () => void server.kill('SIGTERM') };
}

type Time = ReturnType<typeof createJumpingClock>;

/** Stands still while something is under way, and goes to the next timer when nothing is. */
function createJumpingClock() {
  let ms = Date.parse('2026-11-23T17:00:00.000Z');
  let underWay = 0;
  const timers = new Set<{ readonly dueMs: number; readonly callback: () => void }>();
  const jump = () => {
    if (underWay > 0) return;
    const [next] = [...timers].sort((a, b) => a.dueMs - b.dueMs);
    if (next === undefined) return;
    timers.delete(next);
    ms = Math.max(ms, next.dueMs);
    next.callback();
  };
  const clock: Clock = {
    now: () => new Date(ms).toISOString(),
    monotonicMs: () => ms,
    after: (delayMs, callback) => {
      const timer = { dueMs: ms + delayMs, callback };
      timers.add(timer);
      setImmediate(jump);
      return () => void timers.delete(timer);
    },
  };
  return {
    clock,
    passMinutes: (minutes: number) => {
      ms += minutes * 60_000;
    },
    during: async <T>(work: () => Promise<T>): Promise<T> => {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        setImmediate(jump);
      }
    },
  };
}

/** Counts calls as Procore does, by the clock that jumps. The login has limits of its own and is let through. */
function limited({ clock, during }: Time): typeof fetch {
  const limiter = createRateLimiter(clock, documentedLimits);
  return (address, init) =>
    during(async () => {
      if (String(address).includes('/oauth/')) return fetch(address, init);
      const { allowed, headers } = limiter.take();
      if (!allowed) return new Response('{"message":"Rate limit exceeded"}', { status: 429, headers });
      const answer = await fetch(address, init);
      const body = await answer.arrayBuffer();
      const told = new Headers(answer.headers);
      for (const [name, value] of Object.entries({ ...headers, Date: new Date(clock.now()).toUTCString() }))
        told.set(name, value);
      return new Response(body, { status: answer.status, headers: told });
    });
}
