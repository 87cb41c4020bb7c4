/** What an entry keeps beside its sentence, as far as it can be shown as a table. */
export type ReadableDetail =
  | { readonly shape: 'nothing' }
  | { readonly shape: 'text'; readonly text: string }
  | { readonly shape: 'facts'; readonly facts: readonly Fact[] }
  | { readonly shape: 'change'; readonly changes: readonly Change[] };

export type Fact = { readonly name: string; readonly value: string };
export type Change = { readonly name: string; readonly before: string; readonly after: string };

/** In: the stored text, JSON or plain. Before and after become the fields that differ; other JSON a list of its fields. */
export function readableDetail(detail: string): ReadableDetail {
  if (detail.trim() === '') return { shape: 'nothing' };
  const value = parsed(detail);
  if (!isRecord(value)) return { shape: 'text', text: typeof value === 'string' ? value : detail };
  if ('before' in value && 'after' in value) {
    const before = new Map(flatten(value.before ?? {}, ''));
    const after = new Map(flatten(value.after ?? {}, ''));
    const changes = [...new Set([...before.keys(), ...after.keys()])]
      .map((name) => ({ name: words(name), before: before.get(name) ?? '', after: after.get(name) ?? '' }))
      .filter((change) => change.before !== change.after);
    return { shape: 'change', changes };
  }
  return { shape: 'facts', facts: flatten(value, '').map(([name, text]) => ({ name: words(name), value: text })) };
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

/** Control totals speak for themselves. `schedule.pushMinutes` → `Schedule, push minutes`; `template.1.costCode` → `Template 1, cost code`. */
function words(path: string): string {
  const spoken = path
    .replace(/^controls\./, '')
    .split('.')
    .map((part) =>
      part.replace(/_/g, ' ').replace(/([a-z\d])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`),
    )
    .reduce((text, part) => (/^\d+$/.test(part) ? `${text} ${part}` : text === '' ? part : `${text}, ${part}`), '');
  return `${spoken.charAt(0).toUpperCase()}${spoken.slice(1)}`;
}
