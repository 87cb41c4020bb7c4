/** Runs one task at a time, in the order asked for. */
export type Mutex = {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  readonly busy: () => boolean;
};

export function createMutex(): Mutex {
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    busy: () => waiting > 0,
    run: (task) => {
      waiting += 1;
      const result = tail.then(task);
      tail = result
        .catch(() => undefined)
        .finally(() => {
          waiting -= 1;
        });
      return result;
    },
  };
}
