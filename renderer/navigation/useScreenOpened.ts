import { type RefObject, useEffect, useRef } from 'react';
import { navItemOf } from './navItems.ts';

/**
 * After a change of screen: names the window after it (and after the company, where there are several) and moves the focus to its
 * heading, so that keyboard and screen reader go on from there. The heading may come later than the change, when the screen still loads.
 */
export function useScreenOpened(screen: string, company: string | null, main: RefObject<HTMLElement | null>): void {
  const first = useRef(true);
  useEffect(() => {
    const parts = [navItemOf(screen)?.label ?? null, company, 'Plumbline'];
    document.title = parts.filter((part) => part !== null).join(' – ');
  }, [screen, company]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another screen moves the focus
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const region = main.current;
    if (region === null) return;
    const focusTitle = (): boolean => {
      const title = region.querySelector<HTMLElement>('[data-page-title]');
      title?.focus({ preventScroll: true });
      return title !== null;
    };
    region.scrollTop = 0;
    if (focusTitle()) return;
    region.focus({ preventScroll: true });
    const watcher = new MutationObserver(() => {
      const elsewhere = document.activeElement !== region && document.activeElement !== document.body;
      if (elsewhere || focusTitle()) watcher.disconnect();
    });
    watcher.observe(region, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [screen, main]);
}
