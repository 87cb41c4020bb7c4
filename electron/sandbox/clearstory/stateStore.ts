import type { SandboxCor, SandboxState } from './state.ts';

/** The sandbox's memory: one immutable state, replaced on every change, with the look-ups that requests need. */
export type StateStore = {
  readonly state: () => SandboxState;
  readonly replace: (next: SandboxState) => void;
  /** By id or by uuid. */
  readonly cor: (key: string) => SandboxCor | undefined;
  readonly putCor: (cor: SandboxCor) => void;
  /** Now, or just after the newest change where the story lies in the future: every change is newer than all before it. */
  readonly stamp: (now: string) => string;
  /** The value computed for this key since the last change; keeps paging over 100,000 CORs from sorting them per page. */
  readonly cached: <T>(key: string, compute: () => T) => T;
};

/** In: the first state and what to do after every change (keep the state file). */
export function createStateStore(first: SandboxState, onChange: (state: SandboxState) => void): StateStore {
  let state = first;
  let cache = new Map<string, unknown>();

  const cached = <T>(key: string, compute: () => T): T => {
    if (cache.has(key)) return cache.get(key) as T; // the same key always comes with the same compute
    const value = compute();
    cache.set(key, value);
    return value;
  };
  const replace = (next: SandboxState) => {
    state = next;
    cache = new Map();
    onChange(next);
  };
  const positions = () =>
    cached('corPositions', () => {
      const index = new Map<string, number>();
      state.cors.forEach((cor, position) => {
        index.set(String(cor.id), position);
        index.set(cor.uuid, position);
      });
      return index;
    });
  const cor = (key: string) => {
    const position = positions().get(key);
    return position === undefined ? undefined : state.cors[position];
  };

  return {
    state: () => state,
    replace,
    cor,
    putCor: (changed) => {
      const known = positions().has(String(changed.id));
      const cors = known ? state.cors.map((one) => (one.id === changed.id ? changed : one)) : [...state.cors, changed];
      replace({ ...state, cors });
    },
    stamp: (now) => {
      const newest = cached('newest', () => {
        let top = '';
        for (const { updatedAt } of state.cors) if (updatedAt > top) top = updatedAt;
        return top;
      });
      return now > newest ? now : new Date(Date.parse(newest) + 1).toISOString();
    },
    cached,
  };
}
