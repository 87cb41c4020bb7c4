import type { z } from 'zod';
import type { failureSchema } from './failureSchema.ts';

/** An expected failure, sorted by what happens next. Its form for checking has its own module: what only makes failures needs no zod. */
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
