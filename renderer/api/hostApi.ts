import {
  type CompanyEvent,
  type HostChannel,
  type HostRequestOf,
  type HostResponseOf,
  hostRequests,
} from '#shared/contract/companies.ts';
import { fail, type Result } from '#shared/domain/failure.ts';
import { noAnswer } from './api.ts';
import type { Carrier } from './carrier.ts';
import { parseAnswer } from './parseAnswer.ts';

/** The door to the installation: its companies, not what is in them. */
export type HostApi = {
  request<C extends HostChannel>(channel: C, request: HostRequestOf<C>): Promise<Result<HostResponseOf<C>>>;
  onChanged(listener: (event: CompanyEvent) => void): () => void;
};

export function createHostApi(carrier: Carrier): HostApi {
  return {
    request: async (channel, request) => {
      try {
        const answer = await carrier.send(null, channel, request);
        return parseAnswer(channel, hostRequests[channel].response, answer);
      } catch (error) {
        return fail(noAnswer(`${channel}: ${String(error)}`));
      }
    },
    onChanged: carrier.onChanged,
  };
}
