import { useEffect, useState } from 'react';
import type { CompanyId } from '#shared/domain/company.ts';
import { useCompanies } from '../companies/CompaniesContext.tsx';
import { navigate } from '../navigation/route.ts';
import { type FirstRunStep, hashOf } from './firstRunSteps.ts';

/** Goes on to a step in that company; one that has just been added, as soon as the list knows it. */
export function useGoToCompany(step: FirstRunStep): (id: CompanyId) => void {
  const { companies, current } = useCompanies();
  const [wanted, setWanted] = useState<CompanyId | null>(null);
  const isKnown = companies.some(({ id }) => id === wanted);
  useEffect(() => {
    if (wanted === null || !isKnown) return;
    setWanted(null);
    const on = hashOf(step);
    navigate(wanted === current.id ? on : `#/company/${wanted}?to=${encodeURIComponent(on)}`);
  }, [wanted, isKnown, current.id, step]);
  return setWanted;
}
