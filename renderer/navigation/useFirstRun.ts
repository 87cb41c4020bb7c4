import { useLayoutEffect } from 'react';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { navigate } from './route.ts';

/** Opens the first run where it is due, for whoever came to no screen in particular; whoever has gone somewhere stays there. */
export function useFirstRun(): void {
  const { firstRunDue } = useCompanies();
  // Before anything is painted.
  useLayoutEffect(() => {
    if (firstRunDue && /^(?:#\/?)?$/.test(location.hash)) navigate('#/first-run', { replace: true });
  }, [firstRunDue]);
}
