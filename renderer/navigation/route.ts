import { useMemo, useSyncExternalStore } from 'react';

export type Route = {
  /** `home`, `projects`, `change-orders`, `add`, `procore`, `queue`, `entry`, `history`, `settings`, `first-run`, `help`. */
  readonly screen: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Reads a hash such as `#/add/7f3a/2?cor=19`. An empty one means Home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [screen = '', ...parts] = path.split('/').filter((part) => part !== '');
  return { screen: screen === '' ? 'home' : screen, parts: parts.map(decoded), query: new URLSearchParams(query) };
}

function watchHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(watchHash, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Goes to `#/…`. With `replace`, Back does not return to where one was: for filters and open panels. */
export function navigate(hash: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace !== true) {
    location.hash = hash;
    return;
  }
  history.replaceState(null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
