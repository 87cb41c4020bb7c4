import type { Alarm } from './memory.ts';

/** An alarm for people: without names of jobs or vendors and without amounts, because e-mails travel far. */
export function alarmWords({ kind, tone, companyName, count, since }: Alarm): {
  readonly subject: string;
  readonly text: string;
} {
  const silent = tone === 'noContact';
  const what = silent
    ? `${count === 1 ? 'one side has' : `${count} sides have`} not answered`
    : count === 1
      ? 'one item needs a person'
      : `${count} items need a person`;
  if (kind === 'over') {
    const ended = silent ? 'in contact again' : 'nothing needs a person any more';
    return { subject: `Plumbline, ${companyName}: ${ended}`, text: `${companyName}: ${ended}.` };
  }
  const still = kind === 'again' ? 'still: ' : '';
  const way = silent
    ? 'Open Plumbline, Home, or run plumbline doctor on its computer: it says what to do.'
    : 'Open Plumbline, Queue and Home: each item says what to do.';
  return {
    subject: `Plumbline, ${companyName}: ${still}${what}`,
    text: `${companyName}: ${still}${what}, since ${since} (UTC). ${way}`,
  };
}

/** The same for programs: no names of people or records, only the company's short name. */
export function alarmPayload(alarm: Alarm, now: string, version: string): object {
  const { kind, tone, company, count, since } = alarm;
  return { source: 'plumbline', version, at: now, kind, tone, company, count, since };
}
