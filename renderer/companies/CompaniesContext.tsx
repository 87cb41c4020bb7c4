import { createContext, type ReactNode, useContext } from 'react';
import type { CompanyView } from '#shared/contract/companies.ts';

export type CompaniesState = {
  readonly companies: readonly CompanyView[];
  /** The company that everything on the screen belongs to. */
  readonly current: CompanyView;
  /** The screens have just changed to it from another one. */
  readonly switched: boolean;
  /** Nobody has set anything up here yet: the first run opens by itself. */
  readonly firstRunDue: boolean;
};

const CompaniesContext = createContext<CompaniesState | null>(null);

export function CompaniesProvider({
  value,
  children,
}: {
  readonly value: CompaniesState;
  readonly children: ReactNode;
}) {
  return <CompaniesContext.Provider value={value}>{children}</CompaniesContext.Provider>;
}

/** The companies and which one is shown. Throws outside a CompaniesProvider, which is a bug. */
export function useCompanies(): CompaniesState {
  const state = useContext(CompaniesContext);
  if (state === null) throw new Error('useCompanies needs a CompaniesProvider above it');
  return state;
}
