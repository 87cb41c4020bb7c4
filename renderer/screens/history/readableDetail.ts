import { capital } from '#shared/domain/text.ts';

/** What an entry keeps beside its sentence, as far as it can be shown as a table. */
export type ReadableDetail =
  | { readonly shape: 'nothing' }
  | { readonly shape: 'text'; readonly text: string }
  | {
      readonly shape: 'table';
      readonly facts: readonly Fact[];
      /** Facts for which there was no room; 0 when all are here. */
      readonly more: number;
    };

/** A fact, or with `before` one that changed. */
export type Fact = { readonly name: string; readonly before: string | null; readonly value: string };

const arrow = ' → ';

/** In: the stored text: JSON of facts (`old → new` where one changed), or plain words. */
export function readableDetail(detail: string): ReadableDetail {
  if (detail.trim() === '') return { shape: 'nothing' };
  const value = parsed(detail);
  if (!isRecord(value)) return { shape: 'text', text: typeof value === 'string' ? value : detail };
  const { more, ...facts } = value;
  return {
    shape: 'table',
    facts: flatten(facts, '').map(([name, text]) => factOf(words(name), text)),
    more: Number.parseInt(leaf(more), 10) || 0,
  };
}

function factOf(name: string, text: string): Fact {
  const [before, ...after] = ` ${text} `.split(arrow);
  if (before === undefined || after.length === 0) return { name, before: null, value: text };
  return { name, before: before.trim(), value: after.join(arrow).trim() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Paths of all leaves with their text: `defaults.phase`, `template.1.costCode`. */
function flatten(value: unknown, path: string): readonly (readonly [string, string])[] {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (Array.isArray(value)) {
    const simple = value.every((item) => typeof item !== 'object' || item === null);
    if (simple) return [[path, value.map(leaf).join(', ')]];
    return value.flatMap((item, index) => flatten(item, at(String(index + 1))));
  }
  if (isRecord(value)) return Object.entries(value).flatMap(([name, inner]) => flatten(inner, at(name)));
  return [[path, leaf(value)]];
}

function leaf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value);
}

/** Control totals speak for themselves. `schedule.pushMinutes` → `Schedule, push minutes`. */
function words(path: string): string {
  const spoken = path
    .replace(/^controls\./, '')
    .split('.')
    .map((part) =>
      part.replace(/_/g, ' ').replace(/([a-z\d])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`),
    )
    .reduce((text, part) => (/^\d+$/.test(part) ? `${text} ${part}` : text === '' ? part : `${text}, ${part}`), '');
  return capital(spoken);
}
