import { pauseEnds } from '#shared/domain/pauseEnds.ts';
import { truncateAt } from '#shared/domain/text.ts';
import { type Known, standingOf, trayStanding } from './trayState.ts';

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

/** The whole menu as data. */
export function trayMenu(known: Known): readonly TrayLine[] {
  return [...statusLines(known), separator, open('Open Plumbline', null, null), ...actLines(known), separator, quit];
}

function statusLines(known: Known): readonly TrayLine[] {
  if (known === null || known === 'opening') return [words(trayStanding(known).sentence)];
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
  const standings = known === null || known === 'opening' ? [] : known.companies;
  const running = standings.flatMap(({ status }) => (status === null ? [] : [status]));
  const canAct = running.length > 0;
  const idle = running.some(({ tone }) => tone !== 'working');
  const paused = running.some(({ pausedUntil }) => pausedUntil !== null);
  const [first] = standings.flatMap(({ timeZone }) => timeZone ?? []);
  const ends = known === null || known === 'opening' ? [] : pauseEnds(known.now, first ?? 'UTC');
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
const quit: TrayLine = { kind: 'act', label: 'Quit', enabled: true, act: { do: 'quit' } };

function words(label: string): TrayLine {
  return { kind: 'words', label: truncateAt(label, longestLine) };
}

function open(label: string, company: string | null, goTo: string | null): TrayLine {
  return { kind: 'act', label, enabled: true, act: { do: 'open', company, goTo } };
}
