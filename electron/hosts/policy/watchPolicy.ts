import type { Clock } from '../../engine/ports/runtime.ts';
import { noPolicy, type Policy } from './policy.ts';
import type { ReadPolicy } from './policySource.ts';

/** Group Policy itself is refreshed every 90 to 120 minutes on a workstation. */
const everyMs = 60 * 60 * 1000;

/** The organisation's policy as last read. */
export type PolicyWatch = {
  readonly current: () => Policy;
  /** Reads it again now: at a person's wish, or when the computer has woken up. */
  readonly refresh: () => Promise<void>;
  readonly onChanged: (listener: () => void) => () => void;
  /** Begins to read it again every hour. */
  readonly start: (clock: Pick<Clock, 'after'>) => void;
  readonly stop: () => void;
};

/** Reads the policy once; afterwards it is known at any time without waiting. */
export async function openPolicy(read: ReadPolicy): Promise<PolicyWatch> {
  let policy = await read();
  let reading: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  const listeners = new Set<() => void>();
  const again = async () => {
    const next = await read();
    if (textOf(next) === textOf(policy)) return;
    policy = next;
    for (const listener of listeners) listener();
  };
  const refresh = () => {
    reading ??= again().finally(() => {
      reading = null;
    });
    return reading;
  };
  return {
    current: () => policy,
    refresh,
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: (clock) => {
      const arm = () => {
        cancel = clock.after(everyMs, () => {
          arm();
          void refresh();
        });
      };
      cancel?.();
      arm();
    },
    stop: () => cancel?.(),
  };
}

/** Where nothing is set centrally. */
export const withoutPolicy: PolicyWatch = {
  current: () => noPolicy,
  refresh: async () => undefined,
  onChanged: () => () => undefined,
  start: () => undefined,
  stop: () => undefined,
};

function textOf({ all, companies, problems }: Policy): string {
  return JSON.stringify([[...all], [...companies].map(([id, values]) => [id, [...values]]), problems]);
}
