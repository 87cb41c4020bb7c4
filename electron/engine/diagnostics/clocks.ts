import type { SelfCheckId } from '#shared/domain/selfChecks.ts';
import { type Check, inOrder, lookAt, notTried } from './check.ts';

/** Change times are compared with an overlap of ten minutes, and dates are taken from this clock: a minute is worth a look. */
const suspiciousSeconds = 60;

/** Another clock beside this computer's. In: both as instants, ISO UTC; `theirs` null where the other side did not say. */
export function clockCheck(id: SelfCheckId, whose: string, theirs: string | null, ours: string): Check {
  const named = { id, title: `The clock of ${whose}` };
  if (theirs === null) return notTried(named, `${whose} did not say what time it is there.`);
  const seconds = Math.round((Date.parse(theirs) - Date.parse(ours)) / 1000);
  const away = Math.abs(seconds);
  const words = away < 120 ? `${away} seconds` : `${Math.round(away / 60)} minutes`;
  const sentence = `It is ${words} ${seconds < 0 ? 'behind' : 'ahead of'} this computer’s.`;
  if (away < suspiciousSeconds) return inOrder(named, away <= 2 ? 'It agrees with this computer’s.' : sentence);
  return lookAt(named, sentence, 'Let both take their time from the same source; Windows does so in a domain.');
}
