import { z } from 'zod';
import { companyEventSchema } from '#shared/contract/companies.ts';
import type { Carrier } from './carrier.ts';

const isFunction = (value: unknown) => typeof value === 'function';
const bridgeSchema = z.object({
  request: z.custom<(company: string | null, channel: string, request: unknown) => Promise<unknown>>(isFunction),
  onChanged: z.custom<(listener: (event: unknown) => void) => () => void>(isFunction),
});

/** Speaks over the desktop window's bridge; null when this page is not in that window. */
export function createBridgeCarrier(): Carrier | null {
  const bridge = bridgeSchema.safeParse('plumbline' in window ? window.plumbline : undefined);
  if (!bridge.success) return null;
  const { request, onChanged } = bridge.data;
  return {
    send: request,
    onChanged: (listener) =>
      onChanged((event) => {
        const parsed = companyEventSchema.safeParse(event);
        if (parsed.success) listener(parsed.data);
      }),
  };
}
