import { z } from 'zod';

/**
 * The pieces that records are made of. Ids are text here, whatever they are on the wire, and so are amounts: nothing passes
 * through a double.
 */
export const id = z.string().regex(/^\d+$/);
export const idOrNull = id.nullable().default(null);
export const text = z.string();
export const textOrEmpty = z.string().default('');
export const textOrNull = z.string().nullable().default(null);
export const dayOrNull = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
  .default(null);
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
export const amount = decimal.default('0.00');
export const yes = z.boolean().default(true);
export const no = z.boolean().default(false);
export const ids = z.array(id).default([]);

/** The slot of an outside system; the code is what people see as "External ID". */
export const owned = { origin_id: textOrNull, origin_code: textOrNull, origin_data: textOrNull };
export const dated = { created_at: text, updated_at: text };
/** Of records whose deletion leaves a trace. */
export const mortal = { deleted_at: textOrNull };
export const custom = { custom_fields: z.record(text, z.unknown()).default({}) };
