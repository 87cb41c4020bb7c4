import { requests } from '#shared/contract/requests.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { fail } from '#shared/domain/failure.ts';
import { type Api, noAnswer } from './api.ts';
import type { Carrier } from './carrier.ts';
import { parseAnswer } from './parseAnswer.ts';

/** The door to one company. Once it is closed nobody hears of that company any more. */
export type CompanyApi = Api & { close(): void };

/**
 * Every request goes to this company and to no other. After `close` an answer that was still on its way never arrives: neither data nor
 * what its asker would have done next can meet the company that is shown by then.
 */
export function openCompanyApi(carrier: Carrier, company: CompanyId): CompanyApi {
  let closed = false;
  const never = new Promise<never>(() => undefined);
  return {
    request: async (channel, request) => {
      let answer: unknown;
      try {
        answer = await carrier.send(company, channel, request);
      } catch (error) {
        return closed ? never : fail(noAnswer(`${channel}: ${String(error)}`));
      }
      return closed ? never : parseAnswer(channel, requests[channel].response, answer);
    },
    onChanged: (listener) =>
      carrier.onChanged((event) => {
        const mine = event.company === null || event.company === company;
        if (mine && !closed) listener({ topics: event.topics, transfer: event.transfer });
      }),
    close: () => {
      closed = true;
    },
  };
}
