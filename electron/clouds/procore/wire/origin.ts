import type { Origin } from '#shared/domain/procore/records.ts';
import { textOrNull } from './values.ts';

/** The slot of an accounting connector, as it stands on a record. */
export const originFields = { origin_id: textOrNull, origin_code: textOrNull, origin_data: textOrNull };

export function originOf(wire: {
  readonly origin_id: string | null;
  readonly origin_code: string | null;
  readonly origin_data: string | null;
}): Origin {
  return { id: wire.origin_id, code: wire.origin_code, data: wire.origin_data };
}
