import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import type { AppState, AppStore } from './appStore.ts';

const StoreContext = createContext<AppStore | null>(null);

export function StoreProvider({ store, children }: { readonly store: AppStore; readonly children: ReactNode }) {
  useEffect(() => store.start(), [store]);
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
}

function useStoreOrThrow(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('The app store needs a StoreProvider above it');
  return store;
}

/** Selects from what the engine pushed: `useAppStore((state) => state.home)`. */
export function useAppStore<T>(select: (state: AppState) => T): T {
  return useStore(useStoreOrThrow().state, select);
}

/** Asks the engine for its status at once. */
export function useRefreshStatus(): () => void {
  return useStoreOrThrow().refresh;
}
