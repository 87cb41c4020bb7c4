import type { AttentionItem } from '#shared/domain/attention.ts';
import { minutesBetween } from '#shared/domain/dates.ts';
import type { Attention, Unheard } from '../../hosts/attentionWatch.ts';
import type { Known } from '../tray/trayState.ts';

/** One notification of the system. `company` and `goTo`: what is opened when it is chosen; null: just the window. */
export type Notice = {
  readonly title: string;
  readonly body: string;
  readonly company: string | null;
  readonly goTo: string | null;
};

/** What a person has before their eyes: the company and the route of the screen; null when no window is looked at. */
export type Shown = { readonly company: string | null; readonly route: string } | null;

/** Contact comes and goes: only what lasts needs a person. The tray shows it at once. */
const graceMinutes = 15;
/** More than so many at once are one notification. */
const mostAtOnce = 3;

/**
 * What to notify of now: what needs a person, once for each matter, and never what is being looked at. Also gives what counts as told
 * from now on: matters that have ended are forgotten, so that they are told again if they come back.
 */
export function decideNotices(
  { now, companies }: Attention,
  told: readonly string[],
  shown: Shown,
): { readonly notices: readonly Notice[]; readonly told: readonly string[] } {
  const items = companies.flatMap((company) => company.items);
  const known = new Set(told);
  const isNew = (item: AttentionItem) => !known.has(nameOf(item)) && isLasting(item, now);
  const fresh = items.filter(isNew);
  const open = new Set<string>(companies.filter(({ state }) => state === 'open').map(({ id }) => id));
  const listed = new Set(items.map(nameOf));
  // Of a company that is not open nothing is known, so that nothing of it is forgotten.
  const kept = told.filter((name) => listed.has(name) || !open.has(companyOf(name)));
  const unseen = fresh.filter((item) => !isShown(item, shown));
  return { notices: noticesOf(unseen, companies.length > 1), told: [...kept, ...fresh.map(nameOf)] };
}

/**
 * The notice that nobody tells any more how things stand, where only a person can help; once, and not to somebody whose window says it.
 * `before`: what was known until now.
 */
export function unheardNotice({ failure }: Unheard, before: Known, looks: boolean): Notice | null {
  const { next, code, sentence, remedy = '' } = failure;
  const isTold = before !== 'opening' && 'failure' in before && before.failure.code === code;
  if (looks || isTold || next !== 'needsPerson') return null;
  return { title: 'No contact', body: `${sentence} ${remedy}`.trim(), company: null, goTo: null };
}

function noticesOf(items: readonly AttentionItem[], several: boolean): readonly Notice[] {
  if (items.length > mostAtOnce) {
    const [first] = items;
    const more = items.length - 1;
    const one = new Set(items.map(({ company }) => company)).size === 1 ? (first?.company ?? null) : null;
    const body = `${first?.sentence ?? ''} And ${more} more.`;
    return [{ title: `${items.length} items need you`, body, company: one, goTo: '#/home' }];
  }
  return items.map(({ tone, company, companyName, sentence, goTo }) => ({
    title: `${tone === 'noContact' ? 'No contact' : 'This needs you'}${several ? `: ${companyName}` : ''}`,
    body: sentence,
    company,
    goTo,
  }));
}

function isLasting({ tone, since }: AttentionItem, now: string): boolean {
  return tone !== 'noContact' || minutesBetween(since, now) >= graceMinutes;
}

/** On the same screen of the same company, whatever is open in it. */
function isShown({ company, goTo }: AttentionItem, shown: Shown): boolean {
  return shown !== null && shown.company === company && screenOf(shown.route) === screenOf(goTo);
}

/** `queue` of `#/queue?id=7f3a`; Home when there is none. */
function screenOf(route: string): string {
  return /^#\/?([a-z-]+)/.exec(route)?.[1] ?? 'home';
}

const nameOf = ({ company, id }: AttentionItem) => `${company}/${id}`;
const companyOf = (name: string) => name.slice(0, name.indexOf('/'));
