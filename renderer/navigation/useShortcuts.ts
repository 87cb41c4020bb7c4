import { useEffect } from 'react';
import { helpFor } from './helpPlaces.ts';
import { navItems } from './navItems.ts';
import { navigate } from './route.ts';

/** F1 opens the help at what it says of the screen; Ctrl+1 … Ctrl+8 open the screens in the order of the navigation. Ctrl with Alt is AltGr, which types characters. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F1') {
        event.preventDefault();
        navigate(helpFor(location.hash));
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const item = /^Digit[1-9]$/.test(event.code) ? navItems[Number.parseInt(event.code.slice(5), 10) - 1] : undefined;
      // A dialog or panel is asking something: answering comes first.
      if (item === undefined || document.querySelector('[aria-modal="true"]') !== null) return;
      event.preventDefault();
      navigate(item.hash);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
