import { z } from 'zod';

/** 403, 404 and 409 stand for rights that were taken away and for writes that met. */
export const failingStatuses = [403, 404, 408, 409, 429, 500, 502, 503] as const;

/** What may go wrong on purpose. All of it is off at the start. */
export const faultsSchema = z.object({
  /** Every answer waits so long. */
  latencyMs: z.number().int().min(0),
  /** The next requests are refused instead of done. */
  failNext: z
    .object({
      status: z.union(failingStatuses.map((status) => z.literal(status))),
      count: z.number().int().min(1),
      /** Header Retry-After; null leaves it out. */
      retryAfterSeconds: z.number().int().min(0).nullable(),
      /** Only requests whose path contains this; absent: all. */
      path: z.string().optional(),
    })
    .nullable(),
  /** So many writes are done, and then the connection is cut before the answer. */
  dropWrites: z.number().int().min(0),
  /** The same for reads. */
  dropReads: z.number().int().min(0),
  /** The same for the login host: a refresh token is used up and the new one never arrives. */
  dropTokens: z.number().int().min(0),
  /** So many answers end in the middle of their body. */
  truncateBodies: z.number().int().min(0),
  /** So many lists lose their last row while they are paged: rows behind it move up by one. */
  driftPages: z.number().int().min(0),
  /** The credentials no longer open anything. */
  credentialsRevoked: z.boolean(),
  /** What the list of commitment change orders answers in a project with three tiers: not documented which. */
  threeTiers: z.enum(['refused', 'forbidden', 'empty']),
  /** Whether an immutable record gives its origin id back: not documented either. */
  clearOrigin: z.enum(['allowed', 'refused']),
});
export type Faults = z.infer<typeof faultsSchema>;

const noFaults: Faults = {
  latencyMs: 0,
  failNext: null,
  dropWrites: 0,
  dropReads: 0,
  dropTokens: 0,
  truncateBodies: 0,
  driftPages: 0,
  credentialsRevoked: false,
  threeTiers: 'refused',
  clearOrigin: 'allowed',
};

type Countdown = 'dropWrites' | 'dropReads' | 'dropTokens' | 'truncateBodies' | 'driftPages';

export type FaultSwitch = {
  readonly current: () => Faults;
  readonly set: (change: Partial<Faults>) => void;
  /** The status to refuse this request with, or null; counts down. */
  readonly refuse: (path: string) => { readonly status: number; readonly retryAfterSeconds: number | null } | null;
  /** Whether this fault happens now; counts down. */
  readonly happens: (fault: Countdown) => boolean;
};

export function createFaultSwitch(): FaultSwitch {
  let faults = noFaults;
  return {
    current: () => faults,
    set: (change) => {
      faults = { ...faults, ...change };
    },
    refuse: (path) => {
      const { failNext } = faults;
      if (failNext === null || !path.includes(failNext.path ?? '')) return null;
      faults = { ...faults, failNext: failNext.count > 1 ? { ...failNext, count: failNext.count - 1 } : null };
      return failNext;
    },
    happens: (fault) => {
      if (faults[fault] === 0) return false;
      faults = { ...faults, [fault]: faults[fault] - 1 };
      return true;
    },
  };
}
