import { Suspense } from 'react';
import { EmptyState } from './components/EmptyState.tsx';
import { Loading } from './components/Loading.tsx';
import { useRoute } from './navigation/route.ts';
import { ScreenBoundary } from './navigation/ScreenBoundary.tsx';
import { Shell } from './navigation/Shell.tsx';
import { screens } from './navigation/screens.ts';

export function App() {
  const { screen } = useRoute();
  const Screen = screens[screen];
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
