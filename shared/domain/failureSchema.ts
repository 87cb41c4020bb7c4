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
