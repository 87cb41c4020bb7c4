import { type RefObject, useEffect, useRef } from 'react';

/** The element for a field's path; where there is none, that of the nearest part of it: `target`, then nothing. */
function fieldElement(root: HTMLElement, field: string): HTMLElement | null {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const found = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    if (found !== null) return found;
  }
  return null;
}

/** Puts the focus where a step begins: in the field that the address names, else, when the step changed, on its heading. */
export function useFieldFocus(root: RefObject<HTMLElement | null>, step: number, field: string | null): void {
  const before = useRef(step);
  useEffect(() => {
    const changed = before.current !== step;
    before.current = step;
    if (root.current === null || (!changed && field === null)) return;
    const wanted = field === null ? null : fieldElement(root.current, field);
    const found = wanted ?? root.current.querySelector<HTMLElement>('#step-heading');
    found?.focus();
    found?.scrollIntoView({ block: wanted === null ? 'nearest' : 'center' });
  }, [root, step, field]);
}
