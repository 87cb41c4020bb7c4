import { z } from 'zod';
import type { AttentionItem } from '../attention.ts';
import { minutesBetween } from '../dates.ts';

/**
 * When Plumbline makes itself heard outside its screens. Pure: what stands now, what was said before, what is to be said.
 *
 *              first seen                     due for N minutes                settled
 *   (nothing) ───────────▶ noticed, said at once ───────────▶ raised, repeated ───────────▶ over, said once
 *                          to the event log                   by webhook, e-mail
 */

export type Matter = Pick<AttentionItem, 'id' | 'company' | 'companyName' | 'tone' | 'sentence' | 'since'>;

const noticedSchema = z.object({
  /** Of the company and the matter. */
  key: z.string(),
  company: z.string(),
  companyName: z.string(),
  tone: z.enum(['needsYou', 'noContact']),
  since: z.string(),
  /** Alarms sent of it; 0 while it is not due. */
  raised: z.number().int().min(0),
  raisedAt: z.string().nullable(),
});
type Noticed = z.infer<typeof noticedSchema>;

/** Kept over restarts, so that nothing is said twice because a computer was started anew. */
export const alarmMemorySchema = z.object({ noticed: z.array(noticedSchema) });
export type AlarmMemory = z.infer<typeof alarmMemorySchema>;
export const nothingNoticed: AlarmMemory = { noticed: [] };

/** What is said once, when it begins and when it ends. */
export type Event = {
  readonly kind: 'needsYou' | 'noContact' | 'contactAgain';
  readonly company: string;
  readonly companyName: string;
  readonly sentence: string;
};

/** What has lasted too long, or has ended after it had. One for each company and tone, however many matters there are. */
export type Alarm = {
  readonly kind: 'raised' | 'again' | 'over';
  readonly tone: Matter['tone'];
  readonly company: string;
  readonly companyName: string;
  /** How many matters, and since when the oldest has lasted. */
  readonly count: number;
  readonly since: string;
};

export type AlarmTimes = { readonly silentMinutes: number; readonly personMinutes: number };

export type Said = {
  readonly memory: AlarmMemory;
  readonly events: readonly Event[];
  readonly alarms: readonly Alarm[];
};

/** After the first alarm, in minutes: within the hour, the same morning, then daily until somebody acts. */
const repeatsMinutes = [60, 240, 1440] as const;

/** What stands now. `unasked`: companies that are just being opened, of which nothing is known: what was noticed of them stays. */
export type Standing = { readonly matters: readonly Matter[]; readonly unasked: readonly string[] };

export function nextAlarms(memory: AlarmMemory, standing: Standing, now: string, times: AlarmTimes): Said {
  const before = new Map(memory.noticed.map((one) => [one.key, one]));
  const current = new Map(standing.matters.map((matter) => [keyOf(matter), matter]));
  const isUnasked = ({ key, company }: Noticed) => standing.unasked.includes(company) && !current.has(key);
  const events: Event[] = [];
  const noticed: Noticed[] = [];
  for (const [key, matter] of current) {
    const { company, companyName, tone, since, sentence } = matter;
    const known = before.get(key);
    if (known === undefined) events.push({ kind: tone, company, companyName, sentence });
    noticed.push(known ?? { key, company, companyName, tone, since, raised: 0, raisedAt: null });
  }
  noticed.push(...memory.noticed.filter(isUnasked));
  const ended = memory.noticed.filter((one) => !current.has(one.key) && !isUnasked(one));
  for (const { company, companyName, tone } of ended) {
    const sentence = `${companyName} is in contact again.`;
    if (tone === 'noContact') events.push({ kind: 'contactAgain', company, companyName, sentence });
  }
  const raised = raise(noticed, now, times);
  return {
    memory: { noticed: raised.noticed },
    events,
    alarms: [...raised.alarms, ...over(ended, raised.noticed)],
  };
}

/** A side that is silent again is the same matter for an alarm only while it lasts: its instant is part of its id. */
function keyOf({ company, id }: Matter): string {
  return `${company} ${id}`;
}

function raise(noticed: readonly Noticed[], now: string, times: AlarmTimes) {
  const isDue = ({ tone, since, raised, raisedAt }: Noticed): boolean => {
    if (raisedAt === null) {
      const patience = tone === 'noContact' ? times.silentMinutes : times.personMinutes;
      return minutesBetween(since, now) >= patience;
    }
    return minutesBetween(raisedAt, now) >= (repeatsMinutes[Math.min(raised, repeatsMinutes.length) - 1] ?? 1440);
  };
  const due = noticed.filter(isDue);
  const keys = new Set(due.map(({ key }) => key));
  const alarms = groups(due).map(
    (all): Alarm => ({
      ...summed(all),
      kind: all.some(({ raised }) => raised === 0) ? 'raised' : 'again',
    }),
  );
  return {
    alarms,
    noticed: noticed.map((one) => (keys.has(one.key) ? { ...one, raised: one.raised + 1, raisedAt: now } : one)),
  };
}

/** Said once, when the last of what had been raised is settled. */
function over(ended: readonly Noticed[], left: readonly Noticed[]): readonly Alarm[] {
  const raised = ended.filter((one) => one.raised > 0);
  const last = raised.filter(
    ({ company, tone }) => !left.some((one) => one.company === company && one.tone === tone && one.raised > 0),
  );
  return groups(last).map((all): Alarm => ({ ...summed(all), kind: 'over' }));
}

type Some = readonly [Noticed, ...Noticed[]];

function groups(some: readonly Noticed[]): readonly Some[] {
  const byKey = new Map<string, [Noticed, ...Noticed[]]>();
  for (const one of some) {
    const key = `${one.company} ${one.tone}`;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [one]);
    else group.push(one);
  }
  return [...byKey.values()];
}

function summed(all: Some): Omit<Alarm, 'kind'> {
  const [{ company, companyName, tone }] = all;
  const since = all.map((one) => one.since).sort()[0] ?? '';
  return { tone, company, companyName, count: all.length, since };
}
