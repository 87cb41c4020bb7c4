import type { z } from 'zod';

/** Wire → engine. `reason` says in plain words which fields could not be read. */
export type Mapped<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Reads a row by its schema. */
export function readRow<W, T>(schema: z.ZodType<W>, row: unknown, map: (wire: W) => T): Mapped<T> {
  const parsed = schema.safeParse(row);
  if (parsed.success) return { ok: true, value: map(parsed.data) };
  const reasons = parsed.error.issues.map(
    (issue) => `${issue.path.map(String).join('.') || 'the record'} ${issue.message}`,
  );
  return { ok: false, reason: reasons.join('; ') };
}
