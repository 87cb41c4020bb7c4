import { z } from 'zod';
import type { StateStore } from './stateStore.ts';

/** What may go wrong on purpose. All of it is off at the start. */
export const faultsSchema = z.object({
  /** Every reply waits so long. */
  latencyMs: z.number().int().min(0),
  /** The next requests are refused instead of done. */
  failNext: z
    .object({
      status: z.union([z.literal(429), z.literal(500), z.literal(503)]),
      count: z.number().int().min(1),
      /** Header Retry-After; null leaves it out. */
      retryAfterSeconds: z.number().int().min(0).nullable(),
    })
    .nullable(),
  /** So many writes are done, and then the connection is cut before the reply. */
  dropWrites: z.number().int().min(0),
  /** The same for reads. */
  dropReads: z.number().int().min(0),
  /** After so many pages of CORs, the first one on the page is changed, so that all rows behind it move up by one. */
  shiftPages: z.number().int().min(0),
  /** The key no longer opens anything. */
  keyRevoked: z.boolean(),
});
export type Faults = z.infer<typeof faultsSchema>;

const noFaults: Faults = {
  latencyMs: 0,
  failNext: null,
  dropWrites: 0,
  dropReads: 0,
  shiftPages: 0,
  keyRevoked: false,
};

export type FaultSwitch = {
  readonly current: () => Faults;
  readonly set: (change: Partial<Faults>) => void;
  /** The status to refuse this request with, or null; counts down. */
  readonly refuse: () => { readonly status: number; readonly retryAfterSeconds: number | null } | null;
  /** Whether this answered request loses its connection; counts down. */
  readonly drop: (method: string) => boolean;
  /** Moves a row after a page of CORs was served; counts down. */
  readonly afterPage: (body: unknown, store: StateStore, now: string) => void;
};

export function createFaultSwitch(): FaultSwitch {
  let faults = noFaults;
  return {
    current: () => faults,
    set: (change) => {
      faults = { ...faults, ...change };
    },
    refuse: () => {
      const { failNext } = faults;
      if (failNext === null) return null;
      faults = { ...faults, failNext: failNext.count > 1 ? { ...failNext, count: failNext.count - 1 } : null };
      return failNext;
    },
    drop: (method) => {
      const kind = method === 'GET' ? 'dropReads' : 'dropWrites';
      if (faults[kind] === 0) return false;
      faults = { ...faults, [kind]: faults[kind] - 1 };
      return true;
    },
    afterPage: (body, store, now) => {
      if (faults.shiftPages === 0) return;
      const page = pageSchema.safeParse(body);
      const first = store.cor(String(page.data?.records[0]?.id));
      if (first === undefined) return;
      faults = { ...faults, shiftPages: faults.shiftPages - 1 };
      store.putCor({ ...first, updatedAt: store.stamp(now) });
    },
  };
}

const pageSchema = z.object({ records: z.array(z.object({ id: z.number() })) });
