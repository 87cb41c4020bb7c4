import { SqlFailure } from '../../../electron/sage/connection.ts';
import type { Chance } from '../chance.ts';

/** What can go wrong at one point in the life of a push. */

/** A session whose process or connection is gone ends at the server when the server notices. */
export const places = ['open', 'query', 'commit', 'transaction'] as const;
export type Place = (typeof places)[number];

export const faults = {
  open: ['unreachable', 'loginTimeout', 'loginRefused', 'dieBefore', 'dieAfter'],
  query: [
    'connectionLost',
    'busy',
    'timeout',
    'data',
    'deadlock',
    'lockTimeout',
    'unknownError',
    'endedUnnoticed',
    'dieBefore',
    'dieAfter',
  ],
  commit: [
    'refused',
    'lostNotApplied',
    'lostApplied',
    'lostAppliedLate',
    'lostRolledBackLate',
    'dieBefore',
    'dieAfter',
    'dieAppliedLate',
  ],
  transaction: ['dieBefore', 'dieInside', 'dieAfter', 'diskFull'],
} as const;
export type Fault<P extends Place = Place> = (typeof faults)[P][number];

/** Contact as such is broken: the outbox may leave the others to the next tick. */
export const breaksContact: ReadonlySet<Fault> = new Set<Fault>([
  ...faults.open,
  ...faults.commit,
  ...faults.transaction,
  'connectionLost',
  'busy',
  'timeout',
  'dieBefore',
  'dieAfter',
]);

/** The driver's words for it. */
export function failureAt(fault: Fault): SqlFailure {
  switch (fault) {
    case 'unreachable':
      return new SqlFailure('connect', '08001', 53, 'Named Pipes Provider: Could not open a connection');
    case 'loginTimeout':
      return new SqlFailure('connect', 'HYT00', 0, 'Login timeout expired');
    case 'loginRefused':
      return new SqlFailure('connect', '28000', 18456, 'Login failed');
    case 'busy':
      return new SqlFailure('query', '42000', 8645, 'A timeout occurred while waiting for memory resources');
    case 'timeout':
      return new SqlFailure('query', 'HYT00', 0, 'Query timeout expired');
    case 'data':
      return new SqlFailure('query', '22001', 8152, 'String or binary data would be truncated');
    case 'deadlock':
      return new SqlFailure('query', '40001', 1205, 'Transaction was deadlocked and has been chosen as the victim');
    case 'lockTimeout':
      return new SqlFailure('query', 'HYT00', 1222, 'Lock request time out period exceeded');
    case 'unknownError':
      return new SqlFailure('query', 'HY000', 50000, 'An error of a trigger');
    case 'refused':
      return new SqlFailure('commit', '40001', 1205, 'Transaction was deadlocked and has been chosen as the victim');
    case 'connectionLost':
      return new SqlFailure('query', '08S01', 10054, 'TCP Provider: An existing connection was forcibly closed');
    default:
      return new SqlFailure('commit', '08S01', 10054, 'Communication link failure');
  }
}

/** At which of the points that an installation comes past something happens, and what. */
export type FaultPlan = {
  /** Null: nothing goes wrong here. */
  readonly next: <P extends Place>(place: P) => Fault<P> | null;
};

/** How often each fault was met, for the report: `place fault` → times. */
export type Met = Map<string, number>;

/** `points` counts all places, `commits` those where a transaction of Sage is committed; both from 1. */
export type Points = { readonly points: readonly number[]; readonly commits: readonly number[] };

export function createFaultPlan(chance: Chance, { points, commits }: Points, met: Met): FaultPlan {
  let passed = 0;
  let committed = 0;
  return {
    next: <P extends Place>(place: P) => {
      passed += 1;
      if (place === 'commit') committed += 1;
      if (!points.includes(passed) && !(place === 'commit' && commits.includes(committed))) return null;
      const fault = chance.pick<Fault<P>>(faults[place]);
      const name = `${place} ${fault}`;
      met.set(name, (met.get(name) ?? 0) + 1);
      return fault;
    },
  };
}
