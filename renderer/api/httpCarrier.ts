import type { CompanyEvent } from '#shared/contract/companies.ts';
import type { Carrier } from './carrier.ts';
import { openEventStream } from './eventStream.ts';
import { sessionKey, takeSessionKey } from './sessionKey.ts';

/** Speaks to the loopback web host. The session is a cookie that scripts cannot read, and a key that servers on other ports never see. */
export function createHttpCarrier(): Carrier {
  takeSessionKey();
  const listeners = new Set<(event: CompanyEvent) => void>();
  openEventStream((event) => {
    for (const listener of listeners) listener(event);
  });
  return {
    send: async (company, channel, request) => {
      const response = await fetch(company === null ? `/rpc/${channel}` : `/rpc/${company}/${channel}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-plumbline-key': sessionKey() },
        body: JSON.stringify(request),
      });
      return response.json();
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
