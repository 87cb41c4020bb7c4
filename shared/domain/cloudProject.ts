import { z } from 'zod';

const textOrNull = z.string().nullable();

/** A project in the cloud, as Plumbline keeps it. */
export const cloudProjectSchema = z.object({
  id: z.string(),
  title: z.string(),
  jobNumber: textOrNull,
  customerJobNumber: textOrNull,
  customerName: textOrNull,
  customerInternalId: textOrNull,
  officeId: z.string(),
  officeName: z.string(),
  contractValue: textOrNull,
  archived: z.boolean(),
  updatedAt: z.string(),
});
export type CloudProject = z.infer<typeof cloudProjectSchema>;

export const officeSchema = z.object({ id: z.string(), name: z.string(), timeZone: z.string() });
export type Office = z.infer<typeof officeSchema>;

/** `internalId` is the Sage client number where somebody has entered it. */
export const cloudCustomerSchema = z.object({ id: z.string(), name: z.string(), internalId: textOrNull });
export type CloudCustomer = z.infer<typeof cloudCustomerSchema>;
