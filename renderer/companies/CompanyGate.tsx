import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import type { CompanyView } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { ApiProvider } from '../api/ApiContext.tsx';
import type { Carrier } from '../api/carrier.ts';
import { type CompanyApi, openCompanyApi } from '../api/companyApi.ts';
import { useHostApi } from '../api/HostApiContext.tsx';
import { FailureMessage } from '../components/FailureMessage.tsx';
import { navItemOf } from '../navigation/navItems.ts';
import { navigate, useRoute } from '../navigation/route.ts';
import { type AppStore, createAppStore } from '../store/appStore.ts';
import { StoreProvider } from '../store/StoreContext.tsx';
import { CompaniesProvider } from './CompaniesContext.tsx';
import { firstChoice, rememberHere } from './chosenCompany.ts';
import { useCompanyList } from './useCompanyList.ts';

const useStyles = makeStyles({ page: { maxWidth: '720px', margin: '15vh auto', padding: '0 24px' } });

type Shown = { readonly id: CompanyId; readonly api: CompanyApi; readonly store: AppStore; readonly switched: boolean };

/**
 * Where a company is switched to: `#/company/acme/queue`, or `#/company/acme?to=%23%2Fqueue%3Fid%3D7` for a place in it. A route, so that
 * unsaved work is asked about as before any other.
 */
export const companyRoute = 'company';

/**
 * Everything below belongs to one company. Another one gets everything anew: its own door to the engine, its own store, its own screens;
 * what was there is taken down first, with its lists, drafts and open panels.
 */
export function CompanyGate({ carrier, children }: { readonly carrier: Carrier; readonly children: ReactNode }) {
  const styles = useStyles();
  const list = useCompanyList();
  const [shown, show] = useShownCompany(carrier);
  const companies = list.value?.companies ?? null;
  useEffect(() => {
    if (companies === null) return;
    if (shown !== null) {
      // Removed in another window: whatever is open here is of no use any more.
      if (!companies.some(({ id }) => id === shown.id)) location.reload();
      return;
    }
    const first = firstChoice(companies, list.value?.lastChosen ?? null);
    if (first !== null) show(first);
  }, [companies, list.value?.lastChosen, shown, show]);
  useSwitching(companies, shown, show);

  const current = companies?.find(({ id }) => id === shown?.id);
  if (companies === null || shown === null || current === undefined) {
    // Until then the page shows what stands in index.html.
    if (list.failure === null) return null;
    return (
      <main className={styles.page}>
        <FailureMessage failure={list.failure} onRetry={list.refresh} />
      </main>
    );
  }
  return (
    <CompaniesProvider
      key={shown.id}
      value={{ companies, current, switched: shown.switched, firstRunDue: list.value?.firstRunDue ?? false }}
    >
      <ApiProvider api={shown.api}>
        <StoreProvider store={shown.store}>{children}</StoreProvider>
      </ApiProvider>
    </CompaniesProvider>
  );
}

function useShownCompany(carrier: Carrier): readonly [Shown | null, (id: CompanyId) => void] {
  const [shown, setShown] = useState<Shown | null>(null);
  const show = (id: CompanyId) => {
    if (shown?.id === id) return;
    shown?.api.close();
    const api = openCompanyApi(carrier, id);
    setShown({ id, api, store: createAppStore(api), switched: shown !== null });
    rememberHere(id);
  };
  return [shown, show];
}

/** Follows the route to another company, and goes on to the screen that was open, without what was open in it. */
function useSwitching(
  companies: readonly CompanyView[] | null,
  shown: Shown | null,
  show: (id: CompanyId) => void,
): void {
  const host = useHostApi();
  const { screen, parts, query } = useRoute();
  const [wanted = '', from = ''] = parts;
  const to = query.get('to') ?? navItemOf(from)?.hash ?? '#/home';
  // Before anything is painted: the route is a way, not a screen.
  useLayoutEffect(() => {
    if (screen !== companyRoute || companies === null || shown === null) return;
    const company = companies.find(({ id }) => id === wanted);
    if (company !== undefined) {
      show(company.id);
      void host.request('companies.choose', { id: company.id });
    }
    navigate(to.startsWith('#/') ? to : '#/home', { replace: true });
  }, [screen, wanted, to, companies, shown, show, host]);
}
