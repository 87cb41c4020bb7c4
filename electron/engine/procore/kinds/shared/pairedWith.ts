import type { Context } from '../../../context.ts';

/** What Procore's name of it is called in the pair. */
const nameIn = { project: 'name', vendor: 'company' } as const;

/** Whose number it is here, though Sage has that record no longer: two of Procore's are never one of Sage's. */
export function pairedWith(
  { store }: Pick<Context, 'store'>,
  kind: keyof typeof nameIn,
  number: string,
): { readonly name: string } | null {
  const link = store.procore.links.ofSage(kind, number);
  return link === null ? null : { name: `${link.agreed[nameIn[kind]] ?? link.procoreId}, which is linked with it` };
}
