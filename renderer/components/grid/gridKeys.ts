export type GridAct =
  | { readonly type: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly type: 'toggle' | 'open' | 'all' | 'none' };

type Key = { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean };

/** What a key means in the list; null for a key that is not the list's. `page` = rows that fit on the screen. */
export function gridKey(key: Key, active: number, total: number, page: number): GridAct | null {
  const move = (to: number): GridAct => ({ type: 'move', to, extend: key.shiftKey });
  switch (key.key) {
    case 'ArrowDown':
      return move(active + 1);
    case 'ArrowUp':
      return move(active - 1);
    case 'PageDown':
      return move(active + page);
    case 'PageUp':
      return move(active - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(total - 1);
    case ' ':
      return { type: 'toggle' };
    case 'Enter':
      return { type: 'open' };
    case 'Escape':
      return { type: 'none' };
    case 'a':
    case 'A':
      return key.ctrlKey || key.metaKey ? { type: 'all' } : null;
    default:
      return null;
  }
}
