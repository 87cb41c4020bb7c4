import { z } from 'zod';

/** An expected failure, sorted by what happens next. `code` is stable (for help pages); `sentence` is for people. */
export const failureSchema = z.object({
  next: z.enum(['retry', 'waitUntil', 'needsPerson', 'bug']),
  code: z.string(),
  sentence: z.string(),
  /** What to do about it, in one sentence. */
  remedy: z.string().optional(),
  /** With `waitUntil`: instant, ISO UTC. */
  until: z.string().optional(),
  /** Technical words for support: shown folded; never a secret, a connection string or a response body. */
  detail: z.string().optional(),
});
export type Failure = z.infer<typeof failureSchema>;

export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<F = Failure>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}

/** Makes a switch over a union exhaustive at compile time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
