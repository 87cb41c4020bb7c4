import { type HostChannel, type HostRequestOf, type HostResponseOf, hostRequests } from '#shared/contract/companies.ts';
import { diskFullFailure } from '#shared/domain/diskFull.ts';
import { type Failure, fail, type Result } from '#shared/domain/failure.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import type { Home } from '../homeFolder.ts';
import type { HostSecrets } from '../secretStore.ts';
import type { Companies } from './companies.ts';
import { hostHandlers } from './hostHandlers.ts';

/** What the handlers of the installation work with. */
export type HostContext = {
  readonly companies: Companies;
  readonly secrets: HostSecrets;
  readonly home: Home;
};

export type HostHandlers = {
  readonly [C in HostChannel]: (
    request: HostRequestOf<C>,
    context: HostContext,
  ) => Promise<Result<HostResponseOf<C>>> | Result<HostResponseOf<C>>;
};

/** The choke point of the second table, as the engine's is of the first: known channel, request and response as promised. Never throws. */
export function createHostRequests(
  context: HostContext,
): (channel: string, payload: unknown, person?: string) => Promise<Reply> {
  const { logger } = context.companies;
  return async (channel, payload, person) => {
    if (!isHostChannel(channel))
      return refusal('contract.channel', `There is no request named '${channel.slice(0, 60)}'.`);
    const request = hostRequests[channel].request.safeParse(payload);
    if (!request.success) {
      const issue = request.error.issues[0];
      const what = `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not as agreed'}`;
      return refusal('contract.request', `${channel}: ${what}.`);
    }
    try {
      // The schema just passed is the one that HostRequestOf<C> is inferred from.
      const act = hostHandlers[channel] as (request: unknown, context: HostContext) => Promise<Reply> | Reply;
      const reply = await act(request.data, inNameOf(person, context));
      return reply.ok ? { ok: true, value: hostRequests[channel].response.parse(reply.value) } : reply;
    } catch (error) {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      logger.error('companies.bug', { channel, error: words });
      const full = diskFullFailure(error);
      if (full !== null) return fail(full);
      return refusal('companies.bug', `Plumbline could not answer (${channel}). Send the diagnostics to support.`);
    }
  };
}

function inNameOf(person: string | undefined, context: HostContext): HostContext {
  if (person === undefined) return context;
  const { companies } = context;
  return { ...context, companies: { ...companies, surroundings: { ...companies.surroundings, person } } };
}

function isHostChannel(channel: string): channel is HostChannel {
  return Object.hasOwn(hostRequests, channel);
}

function refusal(code: string, sentence: string): Reply {
  const failure: Failure = { next: 'bug', code, sentence };
  return fail(failure);
}
