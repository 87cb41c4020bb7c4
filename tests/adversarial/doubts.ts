import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from '#shared/domain/failure.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { drain } from '../../electron/engine/push/drain.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import {
  createTemplate,
  type DoubtfulWorld,
  doubts,
  fastFolder,
  type Mutation,
  openWorld,
  queuedTransfer,
} from './doubtsRig.ts';

/**
 * The outbox's own drain and the plan executor against a driver whose every single commit ends in doubt: three of five took effect,
 * two did not, and two of the five are decided only while Plumbline is already asking. Afterwards the books are counted.
 *
 * Why a driver around the SQLite driver rather than the scripted one: there the rows, the marker, the lock and the transaction are
 * real, so "applied, then 08S01" is true of the data and not of a list, and every statement of the executor really runs.
 */
export type DoubtsFound = {
  /** Commits that failed. */
  readonly doubts: number;
  readonly transfers: number;
  /** Transfers that do not stand in Sage exactly once, row for row. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Transfers whose end in the outbox is not what stands in Sage. */
  readonly mistaken: readonly string[];
  readonly integrity: readonly string[];
};

/** Jobs whose change orders are numbered 1, 2, 3: there Sage always has a next number. */
const jobs = ['2301', '2302', '2303', '2304', '2305', '2306', '2307', '2308', '2309', '2310', '2401', '2402'];
/** Open transfers at a time: each drain reads all that are open. */
const together = 4;
/** Transfers in one company's file, before a fresh one is taken. */
const perCompany = 300;
/** Doubts of one transfer in a row are rarely more than ten; this is a loop that never ends. */
const mostPasses = 400;

const nothingTakenOut: Mutation = { connection: (connection) => connection, sage: (company) => company };

/** As if the executor forgot every other marker: it is gone before the commit. (Without any the run would never end.) */
export function forgettingMarkers(): Mutation {
  let commits = 0;
  const connection: Mutation['connection'] = (real) => ({
    ...real,
    commit: async () => {
      commits += 1;
      if (commits % 2 === 1) await real.query('DELETE FROM plumbline_push_marker');
      await real.commit();
    },
  });
  return { ...nothingTakenOut, connection };
}

/** As if nobody looked for what stands in Sage without a marker. */
export function blind(mutation: Mutation): Mutation {
  return {
    ...mutation,
    sage: (real) => ({ ...real, read: async () => succeed({ records: [], rowsRead: 0, next: null }) }),
  };
}

export async function forceDoubts(
  wanted: number,
  seed: number,
  mutation: Mutation = nothingTakenOut,
): Promise<DoubtsFound> {
  const folder = fastFolder();
  const template = join(folder, 'template.db');
  await createTemplate(template);
  const chance = series(seed);
  let all: DoubtsFound = { doubts: 0, transfers: 0, lost: [], doubled: [], mistaken: [], integrity: [] };
  try {
    while (all.doubts < wanted) {
      const world = openWorld(folder, template, () => pick(doubts, chance), mutation);
      all = added(all, await inOneCompany(world, chance, wanted - all.doubts));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return all;
}

async function inOneCompany(world: DoubtfulWorld, chance: () => number, wanted: number): Promise<DoubtsFound> {
  const { context } = world;
  const transfers: Transfer[] = [];
  let counted = 0;
  while (counted < wanted && transfers.length < perCompany) {
    const batch = Array.from({ length: together }, (_, index) => {
      const id = `t${transfers.length + index}`;
      const amounts = Array.from({ length: 1 + Math.floor(chance() * 2) }, () => `${Math.floor(chance() * 1e6)}.07`);
      return queuedTransfer(context, id, pick(jobs, chance), amounts);
    });
    for (const one of batch) context.store.transfers.save(one);
    await untilSettled(world);
    transfers.push(...batch);
    counted = doubtsOf(world, transfers);
  }
  const ended = transfers.map(({ id }) => context.store.transfers.get(id)).filter((one) => one !== null);
  await world.close();
  return { ...(await countBooks(world.company, ended)), doubts: counted, transfers: transfers.length };
}

async function untilSettled(world: DoubtfulWorld): Promise<void> {
  const open = () => world.context.store.transfers.open().filter(({ state }) => state.name !== 'needsAttention');
  for (let pass = 0; open().length > 0; pass += 1) {
    if (pass > mostPasses) throw new Error(`The outbox does not come to an end: ${stuck(world)}`);
    await drain(world.context);
    world.pass();
  }
}

function stuck({ context }: DoubtfulWorld): string {
  return JSON.stringify(context.store.transfers.open().map(({ id, state }) => ({ id, state })));
}

/** Each failed commit left its line in the transfer's attempts. */
function doubtsOf({ context }: DoubtfulWorld, transfers: readonly Transfer[]): number {
  return transfers
    .flatMap(({ id }) => context.store.transfers.get(id)?.attempts ?? [])
    .filter(({ detail }) => detail.startsWith('commit')).length;
}

/** Looks into the books with another driver. */
async function countBooks(company: string, transfers: readonly Transfer[]) {
  const connection = await openSqlite({ file: company });
  const lost: string[] = [];
  const doubled: string[] = [];
  const mistaken: string[] = [];
  for (const { id, plan, state } of transfers) {
    const [books] = await connection.query(booksSql, [id, `Doubt ${id}`]);
    const lines = (plan?.steps.length ?? 0) - 1;
    const counts = [Number(books?.markers), Number(books?.headers), Number(books?.lines) / lines];
    if (counts.some((count) => count < 1)) lost.push(id);
    if (counts.some((count) => count > 1)) doubled.push(id);
    if (state.name !== 'done' || state.record !== books?.record || state.number !== books?.number) mistaken.push(id);
  }
  const integrity = (await connection.query('PRAGMA integrity_check')).map((row) => String(row.integrity_check));
  await connection.close();
  return { lost, doubled, mistaken, integrity: integrity.filter((words) => words !== 'ok') };
}

const booksSql = `
  SELECT (SELECT COUNT(*) FROM plumbline_push_marker WHERE operation_key = ?) AS markers, COUNT(*) AS headers,
    CAST(MAX(h.recnum) AS TEXT) AS record, MAX(h.chgnum) AS number,
    SUM((SELECT COUNT(*) FROM pmcgln p WHERE p.recnum = h.recnum) + (SELECT COUNT(*) FROM sbcgln b WHERE b.recnum = h.recnum)) AS lines
  FROM prmchg h WHERE h.dscrpt = ?`;

function added(a: DoubtsFound, b: DoubtsFound): DoubtsFound {
  return {
    doubts: a.doubts + b.doubts,
    transfers: a.transfers + b.transfers,
    lost: [...a.lost, ...b.lost],
    doubled: [...a.doubled, ...b.doubled],
    mistaken: [...a.mistaken, ...b.mistaken],
    integrity: [...a.integrity, ...b.integrity],
  };
}

/** Chance in a series that its seed repeats (mulberry32). */
function series(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], chance: () => number): T {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new Error('An empty list');
  return one;
}
