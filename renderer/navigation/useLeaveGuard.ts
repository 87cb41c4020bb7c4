import { useEffect, useRef, useState } from 'react';
import { navigate } from './route.ts';

export type LeaveGuard = {
  /** Somebody wants to go elsewhere and has to be asked. */
  readonly asking: boolean;
  stay(): void;
  leave(): void;
};

/**
 * Holds the route while something unsaved is on the screen, so that the person can be asked first. Once nothing is unsaved any more
 * (a save that was still under way has ended), there is nothing to ask and the way is free.
 */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const [target, setTarget] = useState<string | null>(null);
  const leaving = useRef(false);
  useEffect(() => {
    // A browser without this interface cannot be held: there the draft is lost.
    if (!unsaved || !('navigation' in window)) return;
    leaving.current = false;
    const onNavigate = (event: NavigateEvent) => {
      const { hash } = new URL(event.destination.url);
      if (leaving.current || !event.cancelable || !event.hashChange || hash === location.hash) return;
      event.preventDefault();
      setTarget(hash);
    };
    // `hashchange` comes too late: by then the screens have heard of the new route.
    window.navigation.addEventListener('navigate', onNavigate);
    return () => window.navigation.removeEventListener('navigate', onNavigate);
  }, [unsaved]);
  useEffect(() => {
    if (unsaved || target === null) return;
    setTarget(null);
    navigate(target);
  }, [unsaved, target]);
  return {
    asking: target !== null,
    stay: () => setTarget(null),
    leave: () => {
      leaving.current = true;
      setTarget(null);
      if (target !== null) navigate(target);
    },
  };
}
