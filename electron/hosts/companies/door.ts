import type { CompanyEvent } from '#shared/contract/companies.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import type { Companies } from './companies.ts';
import { createHostRequests, type HostContext } from './hostRequests.ts';

/** What carriers (window, web host, socket) bring requests to. `company` null: asked of the installation. `person`: who acts, where that is not whoever runs Plumbline. Never throws. */
export type Door = {
  readonly request: (company: string | null, channel: string, payload: unknown, person?: string) => Promise<Reply>;
  readonly onChanged: (listener: (event: CompanyEvent) => void) => () => void;
};

export function createDoor(context: Omit<HostContext, 'companies'> & { readonly companies: Companies }): Door {
  const { companies } = context;
  const ofHost = createHostRequests(context);
  return {
    request: (company, channel, payload, person) =>
      company === null ? ofHost(channel, payload, person) : companies.request(company, channel, payload, person),
    onChanged: companies.onChanged,
  };
}
