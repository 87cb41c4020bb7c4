import type { Chance } from '../chance.ts';

/**
 * Time and order of everything in one scenario. What happens in a process runs until it asks the server for something; which of
 * those that ask is answered next is chance, and so is how long it takes. When nobody can go on, time jumps to the next event.
 */
export type World = {
  /** True time in ms since the scenario began; the clocks of the installations may say something else. */
  readonly now: () => number;
  readonly chance: Chance;
  readonly at: (time: number, act: () => void) => void;
  /** Runs work of a process. It may wait for nothing but `ask` and `wait`. */
  readonly spawn: (work: () => Promise<void>) => void;
  readonly ask: <T>(question: Question<T>) => Promise<T>;
  /** Waits for another one of the same process, which calls back. */
  readonly wait: (register: (go: () => void) => void) => Promise<void>;
  /** Time that a fault takes. */
  readonly pass: (ms: number) => void;
  /** Whoever waits for a lock looks again whether it is free. */
  readonly wake: () => void;
  /** Faults and people are at work until this time; all that is promised is counted from the last one. */
  readonly disturb: (until?: number) => void;
  readonly quietSince: () => number;
  /** Resolves when nothing is left to happen. */
  readonly finished: Promise<void>;
  readonly start: () => void;
  readonly trace: (words: () => string) => void;
};

export type Question<T> = {
  /** Of a process that is dead meanwhile the answer is never given. */
  readonly alive: () => boolean;
  /** Answers, throws, or says that a lock is in the way. */
  readonly answer: () => T | typeof blocked;
  /** Answers or throws when the lock was in the way for too long. */
  readonly giveUp: () => T;
};

export const blocked = Symbol('blocked');
/** Thrown where a process dies: nothing after it happens. */
export class ProcessDeath extends Error {}

/** SQL Server's LOCK_TIMEOUT as the sessions set it. */
const lockTimeoutMs = 5_000;
/** Longest time that a statement takes when nothing is wrong. */
const slowestMs = 8;

type Asked = Question<unknown> & {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  waits: boolean;
  deadline: number;
};

/** Those who can be answered; mostly one asks, and it can. */
function readyOf(asked: readonly Asked[]): readonly Asked[] {
  return asked.every(isReady) ? asked : asked.filter(isReady);
}

function isReady({ alive, waits }: Asked): boolean {
  return !waits && alive();
}

export function createWorld(chance: Chance, trace: World['trace']): World {
  let time = 0;
  let running = 0;
  let turning = false;
  let quietSince = 0;
  const asked: Asked[] = [];
  const events: { readonly time: number; readonly act: () => void }[] = [];
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const at = (when: number, act: () => void) => {
    let place = events.length;
    while (place > 0 && (events[place - 1]?.time ?? 0) > when) place -= 1;
    events.splice(place, 0, { time: Math.max(when, time), act });
  };
  const wait = (one: Asked) => {
    one.waits = true;
    if (one.deadline < 0) {
      one.deadline = time + lockTimeoutMs;
      at(one.deadline, () => {
        if (one.waits && one.alive() && asked.includes(one)) settle(one, one.giveUp);
      });
    } else if (one.deadline <= time) settle(one, one.giveUp);
  };
  const settle = (one: Asked, work: () => unknown) => {
    try {
      const value = work();
      if (value === blocked) return wait(one);
      asked.splice(asked.indexOf(one), 1);
      running += 1;
      one.resolve(value);
    } catch (error) {
      asked.splice(asked.indexOf(one), 1);
      if (error instanceof ProcessDeath) return;
      running += 1;
      one.reject(error);
    }
  };
  const turn = () => {
    if (turning) return;
    turning = true;
    while (running === 0) {
      const [event] = events;
      if (event !== undefined && event.time <= time) {
        events.shift();
        event.act();
        continue;
      }
      const ready = readyOf(asked);
      if (ready.length > 0) {
        time += 1 + chance.below(slowestMs);
        const one = chance.pick(ready);
        settle(one, one.answer);
      } else if (event !== undefined) time = event.time;
      else {
        finish();
        break;
      }
    }
    turning = false;
  };
  const ended = () => {
    running -= 1;
    turn();
  };

  return {
    now: () => time,
    chance,
    at,
    spawn: (work) => {
      running += 1;
      work().then(ended, ended);
    },
    ask: <T>(question: Question<T>) =>
      new Promise<T>((resolve, reject) => {
        const one = { ...question, resolve: resolve as (value: unknown) => void, reject, waits: false, deadline: -1 };
        asked.push(one);
        running -= 1;
        turn();
      }),
    wait: (register) =>
      new Promise((resolve) => {
        register(() => {
          running += 1;
          resolve();
        });
        running -= 1;
        turn();
      }),
    pass: (ms) => {
      time += ms;
      quietSince = Math.max(quietSince, time);
    },
    wake: () => {
      for (const one of asked) one.waits = false;
    },
    disturb: (until = time) => {
      quietSince = Math.max(quietSince, until);
    },
    quietSince: () => quietSince,
    finished,
    start: turn,
    trace,
  };
}
