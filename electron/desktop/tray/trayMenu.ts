import { pauseEnds } from '#shared/domain/pauseEnds.ts';
import { truncateAt } from '#shared/domain/text.ts';
import { attentionOf, type Known, standingOf, trayStanding } from './trayState.ts';

/** What a line of the menu does. */
export type TrayAct =
  | { readonly do: 'open'; readonly company: string | null; readonly goTo: string | null }
  | { readonly do: 'sync' }
  /** `end`: the label of one of the ends that a pause can have. */
  | { readonly do: 'pause'; readonly end: string }
  | { readonly do: 'resume' }
  | { readonly do: 'quit' };

export type TrayLine =
  | { readonly kind: 'words'; readonly label: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'act'; readonly label: string; readonly enabled: boolean; readonly act: TrayAct }
  | {
      readonly kind: 'choices';
      readonly label: string;
      readonly enabled: boolean;
      readonly lines: readonly TrayLine[];
    };

/** So many items stand in the menu itself; the rest is behind Home. */
const mostItems = 5;
/** Wider menus than this are hard to read. */
const longestLine = 80;

/** The whole menu as data. `watches`: the engines run unattended, and go on when this program ends. */
export function trayMenu(known: Known, watches: boolean): readonly TrayLine[] {
  const lines = [...statusLines(known), separator, open('Open Plumbline', null, null), ...actLines(known), separator];
  const label = watches ? 'Quit (Plumbline goes on unattended)' : 'Quit';
  return [...lines, { kind: 'act', label, enabled: true, act: { do: 'quit' } }];
}

function statusLines(known: Known): readonly TrayLine[] {
  if (known === 'opening') return [words(trayStanding(known).sentence)];
  if ('failure' in known) {
    const { sentence, remedy = '' } = known.failure;
    return [...linesOf(sentence), ...linesOf(remedy)].map(words);
  }
  const { companies } = known;
  const standings = companies.length > 1 ? companies.map((one) => standingOf(one).sentence) : [];
  const items = companies.flatMap((one) => one.items);
  const lines = items
    .slice(0, mostItems)
    .map(({ sentence, company, goTo }) => open(truncateAt(sentence, longestLine), company, goTo));
  return [
    ...(standings.length === 0 ? [words(trayStanding(known).sentence)] : standings.map(words)),
    ...(lines.length === 0 ? [] : [separator, ...lines]),
    ...(items.length > mostItems ? [open(`${items.length - mostItems} more…`, null, '#/home')] : []),
  ];
}

function actLines(known: Known): readonly TrayLine[] {
  const attention = attentionOf(known);
  const standings = attention?.companies ?? [];
  const running = standings.flatMap(({ status }) => (status === null ? [] : [status]));
  const canAct = running.length > 0;
  const idle = running.some(({ tone }) => tone !== 'working');
  const paused = running.some(({ pausedUntil }) => pausedUntil !== null);
  const [first] = standings.flatMap(({ timeZone }) => timeZone ?? []);
  const ends = attention === null ? [] : pauseEnds(attention.now, first ?? 'UTC');
  return [
    { kind: 'act', label: 'Sync now', enabled: idle, act: { do: 'sync' } },
    ...(paused ? [{ kind: 'act', label: 'Resume', enabled: true, act: { do: 'resume' } } as const] : []),
    {
      kind: 'choices',
      label: 'Pause',
      enabled: canAct && running.some(({ pausedUntil }) => pausedUntil === null),
      lines: ends.map(({ label }) => ({ kind: 'act', label, enabled: true, act: { do: 'pause', end: label } })),
    },
  ];
}

const separator: TrayLine = { kind: 'separator' };

/** What must be read to its end, in lines of a menu's width. */
function linesOf(text: string): readonly string[] {
  return text.match(new RegExp(`\\S.{0,${longestLine - 1}}(?=\\s|$)`, 'g')) ?? [];
}

function words(label: string): TrayLine {
  return { kind: 'words', label: truncateAt(label, longestLine) };
}

function open(label: string, company: string | null, goTo: string | null): TrayLine {
  return { kind: 'act', label, enabled: true, act: { do: 'open', company, goTo } };
}
