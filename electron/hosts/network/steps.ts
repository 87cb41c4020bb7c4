import { clockSkew } from '#shared/domain/clockSkew.ts';
import { type HostStep, type HostStepName, hostSteps } from '#shared/domain/network/hostTest.ts';
import type { Clock } from '../../engine/ports/runtime.ts';

type Found = Partial<Pick<HostStep, 'result' | 'remedy'>> & Pick<HostStep, 'sentence'>;

/** The steps of one test, timed as they come in. */
export type Steps = ReturnType<typeof createSteps>;

export function createSteps(clock: Clock) {
  const taken = new Map<HostStepName, HostStep>();
  let sinceMs = clock.monotonicMs();
  const add = (step: HostStepName, { result = 'ok', sentence, remedy = '' }: Found, measured = true) => {
    const now = clock.monotonicMs();
    const ms = measured ? Math.max(0, Math.round(now - sinceMs)) : null;
    sinceMs = now;
    taken.set(step, { step, result, sentence, remedy, ms });
  };
  return {
    add,
    /** The far end’s clock beside this computer’s; `theirs` null where it did not say. */
    addClock: (theirs: string | null) => {
      if (theirs === null)
        return add('clock', { result: 'notTried', sentence: 'It did not say what time it is.' }, false);
      const { result, words, harm } = clockSkew(theirs, clock.now());
      if (result === 'ok') return add('clock', { sentence: 'It agrees with this computer’s.' }, false);
      const remedy = 'Let this computer take its time from the network; Windows does so in a domain.';
      const sentence = `Its clock is ${words} this computer’s. ${harm}`.trimEnd();
      return add('clock', { result, sentence, remedy }, false);
    },
    /** All of them in their order; those that were not come to are not tried. */
    all: (): readonly HostStep[] =>
      hostSteps.map(
        (step) =>
          taken.get(step) ?? {
            step,
            result: 'notTried',
            sentence: 'Not tried: an earlier step failed.',
            remedy: '',
            ms: null,
          },
      ),
  };
}
