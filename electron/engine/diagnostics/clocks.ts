import { clockSkew } from '#shared/domain/clockSkew.ts';
import type { SelfCheckId } from '#shared/domain/selfChecks.ts';
import { type Check, failed, inOrder, lookAt, notTried } from './check.ts';

const remedy = 'Let both take their time from the same source; Windows does so in a domain.';

/** Another clock beside this computer's. In: both as instants, ISO UTC; `theirs` null where the other side did not say. */
export function clockCheck(id: SelfCheckId, whose: string, theirs: string | null, ours: string): Check {
  const named = { id, title: `The clock of ${whose}` };
  if (theirs === null) return notTried(named, `${whose} did not say what time it is there.`);
  const { result, words, harm } = clockSkew(theirs, ours);
  if (words === null) return inOrder(named, 'It agrees with this computer’s.');
  const sentence = `It is ${words} this computer’s. ${harm}`.trimEnd();
  if (result === 'ok') return inOrder(named, sentence);
  return result === 'warn' ? lookAt(named, sentence, remedy) : failed(named, { sentence, remedy });
}
