import { z } from 'zod';
import type { ProcoreVendor } from '#shared/domain/procore/records.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { originFields, originOf } from './origin.ts';
import { addressFields, addressOf } from './project.ts';
import { flag, id, instant, text } from './values.ts';

const vendorSchema = z.object({
  id,
  name: text,
  abbreviated_name: text,
  ...addressFields,
  business_phone: text,
  email_address: text,
  is_active: z.boolean().nullish(),
  synced_to_erp: flag,
  ...originFields,
  updated_at: instant,
});

/** `active`: of the list that the row is from, for rows that do not say. */
export function vendorFromWire(row: unknown, active: boolean): Mapped<ProcoreVendor> {
  return readRow(vendorSchema, row, (wire) => ({
    id: wire.id,
    name: wire.name,
    abbreviation: wire.abbreviated_name,
    address: addressOf(wire),
    phone: wire.business_phone,
    email: wire.email_address,
    active: wire.is_active ?? active,
    origin: originOf(wire),
    syncedToErp: wire.synced_to_erp,
    updatedAt: wire.updated_at,
  }));
}
