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

/** A short name for a company of this name that is not `taken`: `Acme Builders, Inc.` becomes `acme-builders-inc`. */
export function proposeCompanyId(name: string, taken: (id: CompanyId) => boolean): CompanyId {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestStem)
    .replaceAll(/^-+|-+$/g, '');
  const stem = plain === '' ? 'company' : plain;
  for (let number = 1; ; number += 1) {
    const id = companyIdOf(number === 1 ? stem : `${stem}-${number}`);
    if (!taken(id)) return id;
  }
}

/** Leaves room for a number within the 40 characters. */
const longestStem = 34;
