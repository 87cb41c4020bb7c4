import { type RefObject, useEffect, useRef } from 'react';

/** The element for a field's path; where there is none, that of the nearest part of it, or the first of its line. */
function fieldElement(root: HTMLElement, field: string): HTMLElement | null {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const found = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]:not(:disabled)`);
    if (found !== null) return found;
  }
  const line = /^(?:prime|budget)\.\d+\./.exec(field)?.[0] ?? '';
  return line === '' ? null : root.querySelector<HTMLElement>(`[data-field^="${line}"]:not(:disabled)`);
}

/** Of a long grid the wanted line may appear only some frames later. */
const patience = 30;

/**
 * Puts the focus where a step begins: in the field that the address names, else, when the step changed, on its heading. Not open:
 * there are no steps now.
 */
export function useFieldFocus(
  root: RefObject<HTMLElement | null>,
  step: number,
  field: string | null,
  open: boolean,
): void {
  const before = useRef(step);
  useEffect(() => {
    // Another step, or the same after a push was taken back, when nothing has the focus.
    const changed = before.current !== step || document.activeElement === document.body;
    before.current = step;
    const screen = root.current;
    if (!open || screen === null || (!changed && field === null)) return;
    if (changed) screen.querySelector<HTMLElement>('#step-heading')?.focus({ preventScroll: true });
    if (field === null) return;
    let frame = 0;
    let tries = 0;
    const look = () => {
      const found = fieldElement(screen, field);
      found?.focus();
      found?.scrollIntoView({ block: 'center' });
      tries += 1;
      if (found === null && tries < patience) frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [root, step, field, open]);
}
