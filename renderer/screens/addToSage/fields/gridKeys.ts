import type { KeyboardEvent } from 'react';

export type GridKeys = {
  /** Ctrl+I: a new line behind the one named; null = behind the last. Answers the new line's id. */
  readonly insert: (after: string | null) => string | null;
  /** Ctrl+Delete: takes the line away, where that is allowed. */
  readonly remove: (id: string) => void;
};

const fields = 'input[data-column], select[data-column]';

/** Puts the focus in a line's first field once it is on the screen. */
export function focusLine(grid: Element, id: string): void {
  requestAnimationFrame(() => {
    const row = grid.querySelector(`[data-line="${CSS.escape(id)}"]`);
    const first = row?.querySelector<HTMLElement>(fields);
    first?.focus();
    first?.scrollIntoView({ block: 'nearest' });
  });
}

/** Enter, Up and Down: the same column of the next row. Lists and open lookups keep their own arrow keys. */
function moveInColumn(grid: Element, target: HTMLElement, key: string): boolean {
  const column = target.dataset.column;
  if (column === undefined || (target instanceof HTMLSelectElement && key !== 'Enter')) return false;
  const same = [...grid.querySelectorAll<HTMLElement>(`[data-column="${CSS.escape(column)}"]:not(:disabled)`)];
  const next = same[same.indexOf(target) + (key === 'ArrowUp' ? -1 : 1)];
  next?.focus();
  return next !== undefined;
}

/** Handles the keys of an editable grid. Call from its onKeyDown. */
export function onGridKey(event: KeyboardEvent<HTMLElement>, keys: GridKeys): void {
  const { target, currentTarget: grid } = event;
  if (event.defaultPrevented || !(target instanceof HTMLElement)) return;
  const line = target.closest<HTMLElement>('[data-line]')?.dataset.line ?? null;
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === 'i') {
    event.preventDefault();
    const added = keys.insert(line);
    if (added !== null) focusLine(grid, added);
  } else if (control && event.key === 'Delete' && line !== null) {
    event.preventDefault();
    moveInColumn(grid, target, 'ArrowUp');
    keys.remove(line);
  } else if (!control && !event.altKey && ['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) {
    if (!target.matches(fields)) return;
    const arrowOpensList = target.getAttribute('role') === 'combobox' && event.key === 'ArrowDown';
    if (!arrowOpensList && moveInColumn(grid, target, event.key)) event.preventDefault();
  }
}
