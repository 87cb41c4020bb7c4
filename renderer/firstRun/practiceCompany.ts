import type { CompanyView } from '#shared/contract/companies.ts';

/** Whether it is the embedded sample company, for which nobody has to be asked for anything. */
export function isPractice({ origin, entered }: CompanyView): boolean {
  return origin === 'sample' || entered?.kind === 'sample';
}
