import { useEffect, useState } from 'react';
import type { AppState } from './appStore.ts';
import { useAppStore } from './StoreContext.tsx';

/** Relative words change by the minute; a quarter of one keeps them honest. */
const tickMs = 15_000;

function nowFrom(heard: AppState['heard']): string {
  if (heard === null) return new Date().toISOString();
  return new Date(Date.parse(heard.now) + performance.now() - heard.timer).toISOString();
}

/** The present instant by the engine's clock, renewed every few seconds. */
export function useNow(): string {
  const heard = useAppStore((state) => state.heard);
  const [now, setNow] = useState(() => nowFrom(heard));
  useEffect(() => {
    setNow(nowFrom(heard));
    const timer = setInterval(() => setNow(nowFrom(heard)), tickMs);
    return () => clearInterval(timer);
  }, [heard]);
  return now;
}
