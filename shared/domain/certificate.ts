import { z } from 'zod';
import { planKinds } from './plan.ts';

/**
 * The record that direct writes were compared, row by row, with what Sage's own program writes for the same entry, on a database of
 * exactly this schema. Without one, a real company is not written to directly.
 */

/** Two values that faced each other, and in how many rows. */
const differingPairSchema = z.object({
  bySage: z.string().nullable(),
  byPlumbline: z.string().nullable(),
  rows: z.number().int(),
});
export type DifferingPair = z.infer<typeof differingPairSchema>;

/** One place where Plumbline's rows and Sage's own differ, named and accepted by a person with a reason. */
export const acceptedDifferenceSchema = z.object({
  table: z.string(),
  column: z.string(),
  /** The Sage screen and field, e.g. `6-4-1, Cost`. */
  place: z.string(),
  /** Of the first row. */
  bySage: z.string().nullable(),
  byPlumbline: z.string().nullable(),
  /** All that was accepted: each two values once. Empty in certificates from before it was kept. */
  pairs: z.array(differingPairSchema).readonly().default([]),
  /** In how many rows the field differed. */
  rows: z.number().int().default(1),
  reason: z.string(),
});
export type AcceptedDifference = z.infer<typeof acceptedDifferenceSchema>;

/**
 * What a comparison may have covered besides the plainest plan (a change order that is 2-Open, with budget lines that name no
 * subcontract). `status`: other statuses, whose totals Sage moves elsewhere. `subcontract`: lines that change a subcontract.
 */
export const certifiedParts = ['status', 'subcontract'] as const;
export type CertifiedPart = (typeof certifiedParts)[number];

export const certificateSchema = z.object({
  format: z.literal(1),
  /** Of its own, a version 4 UUID. */
  id: z.string(),
  /** Of the catalog on which it was made: another schema voids it. */
  fingerprint: z.string(),
  kinds: z.array(z.enum(planKinds)).readonly(),
  parts: z.array(z.enum(certifiedParts)).readonly(),
  accepted: z.array(acceptedDifferenceSchema).readonly(),
  /** Columns whose values have no text to compare: `prmchg.photo (image)`. */
  uncompared: z.array(z.string()).readonly().default([]),
  /** The company database on which it was made: Sage's Sample Company, or a restored copy. */
  database: z.string(),
  serverVersion: z.string(),
  by: z.string(),
  /** Instant, ISO UTC. */
  at: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;
