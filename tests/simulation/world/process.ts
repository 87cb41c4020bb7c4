import type { Store } from '../../../electron/engine/ports/store.ts';
import type { Session } from '../sage/server.ts';
import type { Fault, FaultPlan, Place } from './faults.ts';
import { ProcessDeath, type World } from './world.ts';

/** One life of a Plumbline: from its start to its death or to the end of the scenario. */
export type Process = {
  readonly name: string;
  readonly alive: () => boolean;
  /** What goes wrong at this point; null when nothing does. */
  readonly fault: <P extends Place>(place: P) => Fault<P> | null;
  /** The faults that this process has met so far. */
  readonly met: readonly Fault[];
  readonly die: () => never;
  /** Sessions at the server outlive the process; `abandon` says how. */
  readonly remember: (session: Session, abandon: () => void) => void;
  readonly forget: (session: Session) => void;
};

export function createProcess(name: string, world: World, plan: FaultPlan, died: () => void): Process {
  let alive = true;
  const met: Fault[] = [];
  const sessions = new Map<Session, () => void>();
  return {
    name,
    alive: () => alive,
    met,
    fault: (place) => {
      const fault = plan.next(place);
      if (fault === null) return null;
      met.push(fault);
      world.disturb();
      world.trace(() => `${name} fault: ${place} ${fault}`);
      return fault;
    },
    die: () => {
      alive = false;
      world.disturb();
      for (const abandon of [...sessions.values()]) abandon();
      died();
      throw new ProcessDeath();
    },
    remember: (session, abandon) => sessions.set(session, abandon),
    forget: (session) => sessions.delete(session),
  };
}

export class DiskFull extends Error {}

/** The store of a process that may die before, in and after every transaction, or find its disk full. */
export function mortalStore(store: Store, process: Process): Store {
  let inside = false;
  return {
    ...store,
    transaction: (work) => {
      // Whoever is dead saves nothing any more.
      if (!process.alive()) throw new ProcessDeath();
      if (inside) return store.transaction(work);
      const fault = process.fault('transaction');
      if (fault === 'dieBefore') process.die();
      inside = true;
      try {
        const result = store.transaction(() => {
          const value = work();
          if (fault === 'diskFull') throw new DiskFull('database or disk is full');
          if (fault === 'dieInside') process.die();
          return value;
        });
        if (fault === 'dieAfter') process.die();
        return result;
      } finally {
        inside = false;
      }
    },
  };
}
