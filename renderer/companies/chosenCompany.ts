import type { CompanyView } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';

/** Of this tab, so that reloading it shows the same company whatever another tab looks at. */
const key = 'plumbline.company';

/** The company to begin with: this tab's, else the one looked at last, else the first. Null without any. */
export function firstChoice(companies: readonly CompanyView[], lastChosen: CompanyId | null): CompanyId | null {
  const wanted = [rememberedHere(), lastChosen];
  const found = wanted.map((id) => companies.find((company) => company.id === id)).find((one) => one !== undefined);
  return (found ?? companies[0])?.id ?? null;
}

export function rememberHere(id: CompanyId): void {
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // A browser that keeps nothing begins with the last choice that Plumbline itself remembers.
  }
}

function rememberedHere(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
