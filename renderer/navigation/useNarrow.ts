import { useState, useSyncExternalStore } from 'react';

/** Below this width the names of the screens cost more than they tell. */
const narrowQuery = '(max-width: 1099px)';

function watch(listener: () => void): () => void {
  const media = window.matchMedia(narrowQuery);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the navigation shows icons only: by the window's width until a person says otherwise. */
export function useNarrow(): readonly [boolean, () => void] {
  const byWidth = useSyncExternalStore(watch, () => window.matchMedia(narrowQuery).matches);
  const [chosen, setChosen] = useState<{ readonly narrow: boolean; readonly at: boolean } | null>(null);
  // A choice holds until the window crosses the limit.
  const narrow = chosen !== null && chosen.at === byWidth ? chosen.narrow : byWidth;
  return [narrow, () => setChosen({ narrow: !narrow, at: byWidth })];
}
