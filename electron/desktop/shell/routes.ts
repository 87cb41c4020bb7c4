/**
 * The route that leads to a screen of a company, whichever is shown now: `#/company/acme?to=%23%2Fqueue`. Empty: stay where one is.
 */
export function companyRoute(company: string | null, goTo: string | null): string {
  if (company === null) return goTo ?? '';
  return `#/company/${encodeURIComponent(company)}${goTo === null ? '' : `?to=${encodeURIComponent(goTo)}`}`;
}
