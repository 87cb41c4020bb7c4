import type { Standing } from '#shared/contract/companies.ts';
import { truncateAt } from '#shared/domain/text.ts';
import type { Attention, Unheard } from '../../hosts/attentionWatch.ts';

/** Each has an icon of its own shape. */
export const trayStates = ['inStep', 'working', 'needsYou', 'noContact', 'paused'] as const;
export type TrayState = (typeof trayStates)[number];

export type TrayStanding = { readonly state: TrayState; readonly sentence: string };

/** `opening`: nobody has been asked yet. */
export type Known = Attention | Unheard | 'opening';

/** How the companies stand; null while that is not known. */
export function attentionOf(known: Known): Attention | null {
  return known === 'opening' || 'failure' in known ? null : known;
}

/** Windows cuts a tray icon's words off here. */
const longestTip = 127;

/** The one state of all companies, the loudest of them, and the sentence that goes with it. */
export function trayStanding(known: Known): TrayStanding {
  if (known === 'opening') return { state: 'working', sentence: 'Plumbline is being opened.' };
  if ('failure' in known) return { state: 'noContact', sentence: known.failure.sentence };
  const standings = known.companies.map(standingOf);
  const [loudest] = order.flatMap((state) => standings.filter((one) => one.state === state));
  if (loudest === undefined) return { state: 'needsYou', sentence: 'No company is set up yet.' };
  const sentence = known.companies.length === 1 ? loudest.words : `${loudest.name}: ${loudest.words}`;
  return { state: loudest.state, sentence };
}

/** For the icon: the state in a word is in the sentence, as on Home. */
export function trayTip(known: Known): string {
  return truncateAt(`Plumbline: ${trayStanding(known).sentence}`, longestTip);
}

/** A pause is chosen, so that it is the last thing to be told while another company has something to say. */
const order: readonly TrayState[] = ['noContact', 'needsYou', 'working', 'inStep', 'paused'];

/** How one company stands, in Home's words. */
export function standingOf({ name, state, status, items }: Standing): TrayStanding & {
  readonly name: string;
  readonly words: string;
} {
  const told = (of: TrayState, words: string) => ({ state: of, name, words, sentence: `${name}: ${words}` });
  if (state === 'opening') return told('working', 'It is being opened.');
  if (state === 'failed' || status === null) return told('needsYou', items[0]?.sentence ?? 'It could not be opened.');
  // Home says it in a bar of its own, below a sentence that may be calm.
  if (status.hindered !== null && calm.has(status.tone)) return told('needsYou', status.hindered.sentence);
  return told(status.tone === 'setup' ? 'needsYou' : status.tone, status.sentence);
}

const calm: ReadonlySet<string> = new Set(['inStep', 'working', 'setup']);
