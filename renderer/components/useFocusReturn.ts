import { useEffect, useRef } from 'react';

/**
 * When a panel or dialog has closed, the focus goes back to what had it before; when that is gone (a row that left its list), to the
 * screen's heading, so that the keyboard is never lost.
 */
export function useFocusReturn(open: boolean): void {
  const before = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // Read while rendering: afterwards the panel has already taken the focus.
  if (open && !wasOpen.current) before.current = document.activeElement;
  wasOpen.current = open;
  useEffect(() => {
    if (!open) return;
    return () => {
      const target = before.current;
      // The panel leaves the page first. It may have been inside another one, which keeps the focus; one that has taken its place has
      // it already, and would be hidden from readers without it.
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        const around = document.activeElement?.closest('[role="dialog"], [role="alertdialog"]') ?? null;
        if (!lost && around?.contains(target) !== true) return;
        if (target instanceof HTMLElement && target.isConnected && target !== document.body) target.focus();
        else if (lost) document.querySelector<HTMLElement>('main [data-page-title]')?.focus();
      });
    };
  }, [open]);
}
