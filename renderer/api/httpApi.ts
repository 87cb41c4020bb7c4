import type { ChangedEvent } from '#shared/contract/events.ts';
import { fail } from '#shared/domain/failure.ts';
import { type Api, noAnswer } from './api.ts';
import { openEventStream } from './eventStream.ts';
import { parseAnswer } from './parseAnswer.ts';

/** Speaks to the engine's loopback web host. The session is a cookie that scripts cannot read. */
export function createHttpApi(): Api {
  const listeners = new Set<(event: ChangedEvent) => void>();
  openEventStream((event) => {
    for (const listener of listeners) listener(event);
  });
  return {
    request: async (channel, request) => {
      try {
        const response = await fetch(`/rpc/${channel}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
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
