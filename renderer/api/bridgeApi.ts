import { z } from 'zod';
import { changedEventSchema } from '#shared/contract/events.ts';
import { fail } from '#shared/domain/failure.ts';
import { type Api, noAnswer } from './api.ts';
import { parseAnswer } from './parseAnswer.ts';

const bridgeSchema = z.object({
  request: z.custom<(channel: string, request: unknown) => Promise<unknown>>((value) => typeof value === 'function'),
  onChanged: z.custom<(listener: (event: unknown) => void) => () => void>((value) => typeof value === 'function'),
});

/** Speaks over the desktop window's bridge; null when this page is not in that window. */
export function createBridgeApi(): Api | null {
  const bridge = bridgeSchema.safeParse('plumbline' in window ? window.plumbline : undefined);
  if (!bridge.success) return null;
  const { request, onChanged } = bridge.data;
  return {
    request: async (channel, body) => {
      try {
        return parseAnswer(channel, await request(channel, body));
      } catch (error) {
        return fail(noAnswer(String(error)));
      }
    },
    onChanged: (listener) =>
      onChanged((event) => {
        const parsed = changedEventSchema.safeParse(event);
        if (parsed.success) listener(parsed.data);
      }),
  };
}
