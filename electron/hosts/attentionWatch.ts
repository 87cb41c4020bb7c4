import { type HostResponseOf, hostRequests } from '#shared/contract/companies.ts';
import type { Clock } from '../engine/ports/runtime.ts';
import type { Door } from './companies/door.ts';

/** How all companies stand, and what in them needs a person. */
export type Attention = HostResponseOf<'attention.list'>;

export type AttentionWatch = {
  /** Looks now, for whoever has reason to believe that something changed. */
  readonly refresh: () => void;
  readonly stop: () => void;
};

/** A run makes several changes in a row: they are looked at together. */
const settleMs = 300;
/** Silence is no event: it is found by looking. */
const everyMs = 60_000;

/**
 * Tells how things stand, at once and after every change. Over the same door as the screens, so that it makes no difference whether the
 * engines run in this process. `null`: nobody answered.
 */
export function watchAttention(
  door: Door,
  clock: Pick<Clock, 'after'>,
  tell: (attention: Attention | null) => void,
): AttentionWatch {
  let cancel: () => void = () => undefined;
  let looking = false;
  let again = false;
  let stopped = false;

  const look = async (): Promise<void> => {
    if (stopped) return;
    cancel();
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    const reply = await door.request(null, 'attention.list', {});
    looking = false;
    if (stopped) return;
    const parsed = reply.ok ? hostRequests['attention.list'].response.safeParse(reply.value) : null;
    tell(parsed?.success === true ? parsed.data : null);
    lookIn(again ? settleMs : everyMs);
    again = false;
  };
  const lookIn = (ms: number): void => {
    cancel();
    cancel = clock.after(ms, () => void look());
  };
  const stopHearing = door.onChanged(() => {
    if (looking) again = true;
    else lookIn(settleMs);
  });
  void look();
  return {
    refresh: () => void look(),
    stop: () => {
      stopped = true;
      cancel();
      stopHearing();
    },
  };
}
