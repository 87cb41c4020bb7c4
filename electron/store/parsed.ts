import type { z } from 'zod';

/** Records by the text that they were parsed from. They are frozen, because everybody who asks for the same text gets the same one. */
export type Parsed = {
  /** Undefined when this text was not parsed by this schema lately. */
  readonly find: <T>(schema: z.ZodType<T>, text: string) => T | undefined;
  readonly keep: <T>(schema: z.ZodType<T>, text: string, record: T) => void;
};

/** In characters: the change orders and links of a job with some hundred change orders. */
const mostKept = 4_000_000;

/**
 * Remembers what was parsed lately. Planning one change order reads all others of its job, and parsing takes far longer than
 * reading their text; a record that was saved anew has another text and is parsed again.
 */
export function createParsed(most = mostKept): Parsed {
  const kept = new Map<string, { readonly schema: z.ZodType; readonly record: unknown }>();
  let characters = 0;
  return {
    find: <T>(schema: z.ZodType<T>, text: string) => {
      const found = kept.get(text);
      if (found?.schema !== schema) return undefined;
      // To the end of the line: the first one goes when room is needed.
      kept.delete(text);
      kept.set(text, found);
      return found.record as T;
    },
    keep: (schema, text, record) => {
      if (!kept.delete(text)) characters += text.length;
      kept.set(text, { schema, record: frozen(record) });
      for (const oldest of kept.keys()) {
        if (characters <= most) return;
        kept.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
