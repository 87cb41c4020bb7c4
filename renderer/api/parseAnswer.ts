import { envelope } from '#shared/contract/channel.ts';
import { type ChannelName, type ResponseOf, requests } from '#shared/contract/requests.ts';
import { fail, type Result } from '#shared/domain/failure.ts';

/** Checks what a carrier brought against the contract. What does not fit is a failure that names the channel and the field. */
export function parseAnswer<C extends ChannelName>(channel: C, answer: unknown): Result<ResponseOf<C>> {
  const parsed = envelope(requests[channel].response).safeParse(answer);
  // The schema just passed is the one that ResponseOf<C> is inferred from.
  if (parsed.success) return parsed.data as Result<ResponseOf<C>>;
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
