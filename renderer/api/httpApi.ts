import type { ChangedEvent } from '#shared/contract/events.ts';
import { fail } from '#shared/domain/failure.ts';
import { type Api, noAnswer } from './api.ts';
import { openEventStream } from './eventStream.ts';
import { parseAnswer } from './parseAnswer.ts';

const tokenKey = 'plumbline-token';
/** Stands in the built page until the host puts the session's token there. */
const placeholder = 'PLUMBLINE_TOKEN';

/** The session's token: from the page when the host has just handed it out, else what this tab remembers. */
function sessionToken(): string {
  const served = document.querySelector(`meta[name="${tokenKey}"]`)?.getAttribute('content') ?? '';
  if (served === '' || served === placeholder) return sessionStorage.getItem(tokenKey) ?? '';
  sessionStorage.setItem(tokenKey, served);
  return served;
}

/** A one-time token in the address has done its work: out of sight, out of the browser's history. */
function cleanAddress(): void {
  if (location.search !== '') history.replaceState(null, '', `${location.pathname}${location.hash}`);
}

/** Speaks to the engine's loopback web host. */
export function createHttpApi(): Api {
  const token = sessionToken();
  const listeners = new Set<(event: ChangedEvent) => void>();
  cleanAddress();
  openEventStream(token, (event) => {
    for (const listener of listeners) listener(event);
  });
  return {
    request: async (channel, request) => {
      try {
        const response = await fetch(`/rpc/${channel}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-plumbline-token': token },
          body: JSON.stringify(request),
        });
        return parseAnswer(channel, await response.json());
      } catch (error) {
        return fail(noAnswer(`${channel}: ${String(error)}`));
      }
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
