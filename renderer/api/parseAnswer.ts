import type { z } from 'zod';
import { envelope } from '#shared/contract/channel.ts';
import { fail, type Result } from '#shared/domain/failure.ts';

/** Checks what a carrier brought against the contract. What does not fit is a failure that names the channel and the field. */
export function parseAnswer<Response>(channel: string, response: z.ZodType, answer: unknown): Result<Response> {
  const parsed = envelope(response).safeParse(answer);
  // The schema just passed is the one that the caller's type is inferred from.
  if (parsed.success) return parsed.data as Result<Response>;
  const issue = parsed.error.issues[0];
  return fail({
    next: 'bug',
    code: 'answerNotUnderstood',
    sentence: 'Plumbline answered in a form that this screen does not understand.',
    remedy:
      'Reload the page. If it happens again, the screens and the engine are of different versions: install again.',
    detail: `${channel}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  });
}
