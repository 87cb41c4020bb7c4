/**
 * Changes of maps and lists that can be taken back. A transaction in a transaction joins it; when an inner one failed, the outer one
 * saves nothing. Outside a transaction every change stands at once.
 */
export type Journal = {
  readonly set: <K, V>(map: Map<K, V>, key: K, value: V) => void;
  readonly remove: <K, V>(map: Map<K, V>, key: K) => void;
  readonly push: <T>(list: T[], item: T) => void;
  readonly transaction: <T>(work: () => T) => T;
};

export function createJournal(): Journal {
  let undo: (() => void)[] | null = null;
  let broken = false;

  const perform = <T>(work: () => T): T => {
    try {
      const result = work();
      if (result instanceof Promise)
        throw new TypeError('A transaction cannot wait: its work must not be asynchronous');
      return result;
    } catch (error) {
      broken = true;
      throw error;
    }
  };

  return {
    set: (map, key, value) => {
      const before = map.get(key);
      undo?.push(before === undefined ? () => map.delete(key) : () => map.set(key, before));
      map.set(key, value);
    },
    remove: (map, key) => {
      const before = map.get(key);
      if (before === undefined) return;
      undo?.push(() => map.set(key, before));
      map.delete(key);
    },
    push: (list, item) => {
      undo?.push(() => list.pop());
      list.push(item);
    },
    transaction: (work) => {
      if (undo !== null) return perform(work);
      const steps: (() => void)[] = [];
      undo = steps;
      broken = false;
      try {
        const result = perform(work);
        if (broken) throw new Error('A part of this transaction failed, so nothing of it was saved');
        return result;
      } finally {
        undo = null;
        if (broken) for (const step of steps.reverse()) step();
      }
    },
  };
}
