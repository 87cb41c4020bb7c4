import type { z } from 'zod';

/**
 * The record of Procore that a plan was made of. What is in Sage now is what that said: by now Procore may say something else of it, or have
 * it no longer. In: what the kind's `source` gave; `leftOut`: what it leaves out.
 */
export function sentRecord<T>(schema: z.ZodType<T>, source: unknown, leftOut: Readonly<Record<string, string>>): T {
  return schema.parse({ ...leftOut, ...(typeof source === 'object' ? source : null) });
}
