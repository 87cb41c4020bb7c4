import type { Store } from '../../../electron/engine/ports/store.ts';
import type { SqlConnection } from '../../../electron/sage/connection.ts';

/** Called at each numbered place in the life of a push, with its name. */
export type FailPoint = (name: string) => void;

/** Before, in and after every local transaction; one that joins another has no places of its own. */
export function storeWithPoints(store: Store, point: FailPoint): Store {
  let inside = false;
  return {
    ...store,
    transaction: (work) => {
      if (inside) return store.transaction(work);
      point('before a local transaction');
      inside = true;
      try {
        return store.transaction(() => {
          const result = work();
          point('before the local commit');
          return result;
        });
      } finally {
        inside = false;
        point('after a local transaction');
      }
    },
  };
}

/** Before and after everything that is sent to Sage's database. */
export function connectionWithPoints(connection: SqlConnection, point: FailPoint): SqlConnection {
  const around = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    point(`before ${name}`);
    const result = await work();
    point(`after ${name}`);
    return result;
  };
  return {
    query: (sql, parameters) => around(sql.slice(0, 40), () => connection.query(sql, parameters)),
    begin: () => around('begin', connection.begin),
    commit: () => around('commit', connection.commit),
    rollback: () => around('rollback', connection.rollback),
    close: () => around('close', connection.close),
  };
}
