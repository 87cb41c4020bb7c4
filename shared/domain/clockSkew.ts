/** From here on a difference is worth a look. */
const suspiciousSeconds = 60;

/**
 * From here on it does harm. Times of change are read again only this far back, so what another clock stamped later can be passed over
 * until the next night's full reading; and the dates of change orders, and Sage's own times of change, come from this computer's clock.
 */
const harmfulSeconds = 10 * 60;

export type ClockSkew = {
  readonly result: 'ok' | 'warn' | 'fail';
  /** How far the other clock is away and which way: `90 seconds ahead of`, `3 days behind`; null: no more than an answer takes. */
  readonly words: string | null;
  /** What it leads to; empty where it does no harm. */
  readonly harm: string;
};

/** Another clock beside this computer's, both as instants. */
export function clockSkew(theirs: string, ours: string): ClockSkew {
  const seconds = Math.round((Date.parse(theirs) - Date.parse(ours)) / 1000);
  const away = Math.abs(seconds);
  const words = away <= 2 ? null : `${lengthWords(away)} ${seconds < 0 ? 'behind' : 'ahead of'}`;
  if (away < suspiciousSeconds) return { result: 'ok', words, harm: '' };
  if (away < harmfulSeconds) return { result: 'warn', words, harm: '' };
  const harm =
    'From ten minutes on, changes can be missed until the next night, and change orders can get a wrong date.';
  return { result: 'fail', words, harm };
}

function lengthWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.round(seconds / 3600);
  if (seconds < 120) return `${seconds} seconds`;
  if (minutes < 120) return `${minutes} minutes`;
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24).toLocaleString('en-US')} days`;
}
