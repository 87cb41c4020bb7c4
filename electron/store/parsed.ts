import type { z } from 'zod';

/** Which record of the store it is. */
export type Place = { readonly source: string; readonly key: string };

/** Records with the text that they were parsed from. They are frozen, because everybody who asks for the same text gets the same one. */
export type Parsed = {
  /** Undefined when the text of this record was not parsed by this schema lately. */
  readonly find: <T>(place: Place, schema: z.ZodType<T>, text: string) => T | undefined;
  /** In place of what the record was before. */
  readonly keep: <T>(place: Place, schema: z.ZodType<T>, text: string, record: T) => void;
};

/** In characters: the change orders and links of a job with some hundred change orders. */
const mostKept = 4_000_000;

/**
 * Remembers what was parsed lately. Planning one change order reads all others of its job, and parsing takes far longer than
 * reading their text; a record that was saved anew has another text and is parsed again. Only the newest of each record is kept.
 */
export function createParsed(most = mostKept): Parsed {
  const kept = new Map<string, { readonly schema: z.ZodType; readonly text: string; readonly record: unknown }>();
  let characters = 0;
  const nameOf = ({ source, key }: Place) => `${source} ${key}`;
  return {
    find: <T>(place: Place, schema: z.ZodType<T>, text: string) => {
      const name = nameOf(place);
      const found = kept.get(name);
      if (found?.schema !== schema || found.text !== text) return undefined;
      // To the end of the line: the first one goes when room is needed.
      kept.delete(name);
      kept.set(name, found);
      return found.record as T;
    },
    keep: (place, schema, text, record) => {
      const name = nameOf(place);
      characters += text.length - (kept.get(name)?.text.length ?? 0);
      kept.delete(name);
      kept.set(name, { schema, text, record: frozen(record) });
      for (const [oldest, { text: gone }] of kept) {
        if (characters <= most) return;
        kept.delete(oldest);
        characters -= gone.length;
      }
    },
  };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
