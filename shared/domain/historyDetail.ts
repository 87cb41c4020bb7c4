import { truncateAt } from './text.ts';

/**
 * What a line of History keeps besides its sentence: flat facts as JSON text. Bounded, because 200 lines travel in one message
 * (256 kB) and a settings record or a list of drifted fields has no limit of its own.
 */
export const detailLimit = 500;
export const sentenceLimit = 300;

type Facts = Readonly<Record<string, string>>;

/** Facts as JSON text within the limit. What does not fit is counted under `more`, not cut inside. */
export function historyDetail(facts: Facts): string {
  const entries = Object.entries(facts).map(([name, value]) => [name, truncateAt(value, detailLimit / 4)] as const);
  for (let kept = entries.length; kept >= 0; kept -= 1) {
    const shown: Record<string, string> = Object.fromEntries(entries.slice(0, kept));
    if (kept < entries.length) shown.more = `${entries.length - kept}`;
    const text = JSON.stringify(shown);
    if (text.length <= detailLimit) return text;
  }
  return '';
}

/** The fields that differ between two records, as `a.b: old → new`. Lists are compared whole. */
export function changesBetween(before: unknown, after: unknown): Facts {
  const [old, now] = [flat(before), flat(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return Object.fromEntries(
    names.filter((name) => old[name] !== now[name]).map((name) => [name, `${old[name] ?? ''} → ${now[name] ?? ''}`]),
  );
}

function flat(value: unknown, path = ''): Facts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return path === '' ? {} : { [path]: Array.isArray(value) ? JSON.stringify(value) : String(value ?? '') };
  }
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, part]) => flat(part, path === '' ? name : `${path}.${name}`)),
  );
}
