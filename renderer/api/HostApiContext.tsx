import { createContext, type ReactNode, useContext } from 'react';
import type { HostApi } from './hostApi.ts';

const HostApiContext = createContext<HostApi | null>(null);

export function HostApiProvider({ host, children }: { readonly host: HostApi; readonly children: ReactNode }) {
  return <HostApiContext.Provider value={host}>{children}</HostApiContext.Provider>;
}

/** The door to the installation. Throws outside a HostApiProvider, which is a bug. */
export function useHostApi(): HostApi {
  const host = useContext(HostApiContext);
  if (host === null) throw new Error('useHostApi needs a HostApiProvider above it');
  return host;
}
