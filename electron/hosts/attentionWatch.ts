import { type HostResponseOf, hostRequests } from '#shared/contract/companies.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { Clock } from '../engine/ports/runtime.ts';
import type { Door } from './companies/door.ts';

/** How all companies stand, and what in them needs a person. */
export type Attention = HostResponseOf<'attention.list'>;

/** Nobody told how things stand, and why not. */
export type Unheard = { readonly failure: Failure };

export type AttentionWatch = {
  /** Looks now, for whoever has reason to believe that something changed. */
  readonly refresh: () => void;
  readonly stop: () => void;
};

/** A run makes several changes in a row: they are looked at together. */
const settleMs = 300;
/** Silence is no event: it is found by looking. */
const everyMs = 60_000;
/** While nobody answers: what comes back tells of it, but why it is away changes without a word. */
const unheardMs = 5_000;

/**
 * Tells how things stand, at once and after every change. Over the same door as the screens, so that it makes no difference whether the
 * engines run in this process.
 */
export function watchAttention(
  door: Door,
  clock: Pick<Clock, 'after'>,
  tell: (told: Attention | Unheard) => void,
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
    const told = await askAttention(door);
    looking = false;
    if (stopped) return;
    tell(told);
    lookIn(again ? settleMs : 'failure' in told ? unheardMs : everyMs);
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

/** How things stand at this moment. */
export async function askAttention(door: Pick<Door, 'request'>): Promise<Attention | Unheard> {
  const reply = await door.request(null, 'attention.list', {});
  if (!reply.ok) return { failure: reply.failure };
  const parsed = hostRequests['attention.list'].response.safeParse(reply.value);
  return parsed.success ? parsed.data : { failure: notAsAgreed };
}

const notAsAgreed: Failure = {
  next: 'bug',
  code: 'contract.response',
  sentence: 'Plumbline tells how things stand in words that are not known here; it may run in another version.',
  remedy: 'Quit Plumbline from the tray and start it again.',
};
