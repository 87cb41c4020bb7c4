import { envelope } from '#shared/contract/channel.ts';
import { type ChannelName, type RequestOf, type ResponseOf, requests } from '#shared/contract/requests.ts';
import { fail, type Result } from '#shared/domain/failure.ts';
import type { Reply } from '../engine/engineTypes.ts';

/** A request of the contract with its types, as the screens make it. */
export type Ask = <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<Result<ResponseOf<C>>>;

/** `request`: whatever carries requests to an engine, in this process or in another one. */
export function createAsk(request: (channel: string, payload: unknown) => Promise<Reply>): Ask {
  return async <C extends ChannelName>(channel: C, payload: RequestOf<C>) => {
    const answer = envelope(requests[channel].response).safeParse(await request(channel, payload));
    // The schema just passed is the one that ResponseOf<C> is inferred from.
    if (answer.success) return answer.data as Result<ResponseOf<C>>;
    return fail({
      next: 'bug',
      code: 'cli.answer',
      sentence: `Plumbline answered ${channel} in a form that this command does not understand.`,
      remedy: 'The running Plumbline is of another version: stop it and start this one.',
    });
  };
}
