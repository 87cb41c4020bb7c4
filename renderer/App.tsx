import { Suspense } from 'react';
import { useCompanies } from './companies/CompaniesContext.tsx';
import { CompanyNotOpen } from './companies/CompanyNotOpen.tsx';
import { EmptyState } from './components/EmptyState.tsx';
import { Loading } from './components/Loading.tsx';
import { useRoute } from './navigation/route.ts';
import { ScreenBoundary } from './navigation/ScreenBoundary.tsx';
import { Shell } from './navigation/Shell.tsx';
import { screens } from './navigation/screens.ts';
import { useFirstRun } from './navigation/useFirstRun.ts';

export function App() {
  const { screen, parts } = useRoute();
  const { current } = useCompanies();
  useFirstRun();
  const Screen = screens[screen];
  // The list of companies is where one that cannot be opened is put right; the help explains why it cannot.
  const needsNone = screen === 'help' || (screen === 'settings' && parts[0] === 'companies');
  if (current.state !== 'open' && !needsNone) {
    return (
      <Shell screen={screen}>
        <CompanyNotOpen />
      </Shell>
    );
  }
  return (
    <Shell screen={screen}>
      <ScreenBoundary key={screen}>
        <Suspense fallback={<Loading label="Opening the screen" />}>
          {Screen === undefined ? (
            <EmptyState title="There is no such screen" sentence="Choose one on the left." />
          ) : (
            <Screen />
          )}
        </Suspense>
      </ScreenBoundary>
    </Shell>
  );
}
