import { type CorLogQuery, corSortColumns, everyCor } from '#shared/domain/corLog.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import type { Figure } from './figure.ts';
import { corCount } from './manyCors.ts';
import { type Cost, median, percentile, threadCostOf } from './statistics.ts';

const mostMs = 50;

const wholeLog: CorLogQuery = { ...everyCor, sort: { column: 'updated', descending: true } };

const filters: Readonly<Record<string, Partial<CorLogQuery>>> = {
  'no filter': {},
  'one project': { projectId: 'p7' },
  'one status': { statuses: ['in_review'] },
  'four statuses': { statuses: ['draft', 'in_review', 'rejected', 'placeholder'] },
  'one Sage state': { sageStates: ['failed'] },
  'approved, not in Sage': { approvedNotInSage: true },
  'submitted in March': { submittedFrom: '2026-03-01', submittedTo: '2026-03-31' },
};

const searches: Readonly<Record<string, Partial<CorLogQuery>>> = {
  'a word of some': { search: 'hvac' },
  'a word of all': { search: 'level' },
  'three words': { search: 'électr level beam' },
  'a job’s name': { search: 'pier 12' },
  'a word of none': { search: 'zeppelin' },
};

const sorts: Readonly<Record<string, Partial<CorLogQuery>>> = Object.fromEntries(
  corSortColumns.flatMap((column) =>
    [false, true].map((descending) => [
      `by ${column}${descending ? ', descending' : ''}`,
      { sort: { column, descending }, offset: corCount / 2 },
    ]),
  ),
);

/** How long the store takes to answer what the Change Order Log asks, after a write, so that nothing found before helps. */
export function measureStore(store: Store, rounds: number): readonly Figure[] {
  return [
    ...group(store, 'filter', filters, rounds),
    ...group(store, 'search', searches, rounds),
    ...group(store, 'sort, middle of the list', sorts, Math.ceil(rounds / 4)),
  ];
}

function group(
  store: Store,
  words: string,
  queries: Readonly<Record<string, Partial<CorLogQuery>>>,
  rounds: number,
): readonly Figure[] {
  const costs = new Map<string, Cost[]>(Object.keys(queries).map((name) => [name, []]));
  // The first round only fills the caches.
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, query] of Object.entries(queries)) {
      store.notes.write('bench', String(round));
      const cost = threadCostOf(() => store.cors.list({ ...wholeLog, ...query }));
      if (round >= 0) costs.get(name)?.push(cost);
    }
  }
  const all = [...costs.values()].flat();
  const [slowest, ms] = [...costs]
    .map(([name, values]) => [name, median(values.map(({ cpuMs }) => cpuMs))] as const)
    .reduce((worst, one) => (one[1] > worst[1] ? one : worst));
  const figure = (name: string, values: readonly number[], note: string): Figure => ({
    bench: 'log',
    name: `store: ${words}, ${name}`,
    value: percentile(values, 0.95),
    unit: 'ms',
    target: { atMost: mostMs },
    note,
  });
  const wall = all.map(({ wallMs }) => wallMs);
  const cpu = all.map(({ cpuMs }) => cpuMs);
  return [
    figure('p95', wall, `${all.length} queries of ${costs.size} kinds`),
    figure('p95 of processor time', cpu, `slowest kind: ${slowest}, median ${ms.toFixed(1)} ms`),
  ];
}
