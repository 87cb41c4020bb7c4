import { z } from 'zod';

/**
 * One write into Procore, in Plumbline's own words. Each is an upsert by origin id or sets a value: doing it twice leaves what doing
 * it once leaves. `{ call: n }` stands for the Procore id that call n of the same act gave.
 */

const ref = z.union([z.string(), z.object({ call: z.number().int().min(0) })]);
export type Ref = z.infer<typeof ref>;

const fields = z.record(z.string(), z.string().nullable());
const originOrNone = z.object({ id: z.string().nullable(), code: z.string().nullable() });

export const procoreCallSchema = z.discriminatedUnion('op', [
  /** Found by its origin id, else created. `fields`: name, number, street, city, state, zip, startDate, completionDate, value. */
  z.object({
    op: z.literal('project.upsert'),
    originId: z.string(),
    originCode: z.string(),
    template: z.string().nullable(),
    fields,
  }),
  z.object({ op: z.literal('project.origin'), project: ref, origin: originOrNone }),
  /** `fields`: name, abbreviation, street, city, state, zip, phone, email. */
  z.object({ op: z.literal('vendor.upsert'), originId: z.string(), originCode: z.string(), fields }),
  z.object({ op: z.literal('vendor.origin'), vendor: ref, origin: originOrNone }),
  z.object({ op: z.literal('vendor.update'), vendor: ref, fields }),
  /** The company's own list; created by its name when it is not there. Codes that are there keep their id. */
  z.object({
    op: z.literal('costCodes.company'),
    list: z.string(),
    codes: z.array(z.object({ originId: z.string(), code: z.string(), name: z.string() })).readonly(),
  }),
  z.object({
    op: z.literal('costTypes.company'),
    types: z.array(z.object({ originId: z.string(), code: z.string(), name: z.string() })).readonly(),
  }),
  /** Codes of a project with the cost types that each is used with (by code of the type). */
  z.object({
    op: z.literal('costCodes.project'),
    project: ref,
    list: z.string().nullable(),
    codes: z
      .array(
        z.object({ originId: z.string(), code: z.string(), name: z.string(), types: z.array(z.string()).readonly() }),
      )
      .readonly(),
  }),
  z.object({ op: z.literal('subJob.upsert'), project: ref, originId: z.string(), code: z.string(), name: z.string() }),
  z.object({ op: z.literal('subJob.origin'), project: ref, subJob: ref, origin: originOrNone }),
  /** Sets the original amount of each pair; a pair without a line gets one. Refused by Procore while the budget is locked. */
  z.object({
    op: z.literal('budget.rows'),
    project: ref,
    rows: z
      .array(z.object({ code: z.string(), type: z.string(), subJob: z.string().nullable(), amount: z.string() }))
      .readonly(),
  }),
  /** Lines first, the header last: a synced header says that its lines are. */
  z.object({
    op: z.literal('commitment.origins'),
    project: ref,
    commitment: ref,
    type: z.enum(['subcontract', 'purchaseOrder']),
    origin: originOrNone,
    lines: z.array(z.object({ id: z.string(), originId: z.string().nullable() })).readonly(),
  }),
  z.object({
    op: z.literal('change.origin'),
    project: ref,
    package: z.string(),
    commitment: z.string(),
    origin: originOrNone,
  }),
  z.object({
    op: z.literal('invoice.origin'),
    project: ref,
    commitment: z.string(),
    invoice: ref,
    origin: originOrNone,
  }),
]);
export type ProcoreCall = z.infer<typeof procoreCallSchema>;
export type ProcoreCallOp = ProcoreCall['op'];
