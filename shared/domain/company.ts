import { z } from 'zod';

/**
 * The stable short name of one Sage company: in every plan, every approval, every row of the store, and in the name of its data file.
 * A type of its own, so that neither a company's name nor any other text can be taken for it.
 */
export const companyIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .brand<'CompanyId'>();
export type CompanyId = z.infer<typeof companyIdSchema>;

/** For ids that Plumbline names itself. Throws for a text that is none, which is a bug. */
export function companyIdOf(text: string): CompanyId {
  return companyIdSchema.parse(text);
}
