import type { ResponseOf } from '#shared/contract/requests.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ReconcileRow } from '#shared/domain/procore/reconcile.ts';
import type { Ask } from '../../ask.ts';
import { type People, playBudgets, playCommitments, playInvoices, playUnlink } from './money.ts';
import { createPlayer, type Player, StoryEnded } from './player.ts';
import { setUp } from './setUp.ts';
import { createTally, type KindDone } from './tally.ts';

export type Reconciliation = {
  readonly rows: readonly ReconcileRow[];
  readonly sums: ResponseOf<'procore.reconcile'>['sums'];
  readonly difference: string;
};

export type ProcoreStory = {
  /** `differences`: of the items of the story, as the board shows them in the end. */
  readonly kinds: readonly (KindDone & { readonly differences: number })[];
  readonly reconciliation: Reconciliation;
};

/**
 * What Procore and Sage have to do with each other, once, through the requests that the screens make: everything from the first cost code to
 * an invoice, something refused and mended, something deleted and sent again; then both sides are read again and added up.
 */
export async function playProcore(
  asked: Ask,
  people: People,
  progress: (line: string) => void,
): Promise<Result<ProcoreStory>> {
  const player = createPlayer(asked);
  const tally = createTally(progress);
  try {
    const projects = await setUp(player, tally);
    await playBudgets(player, tally, people, projects);
    await playCommitments(player, tally, people, projects);
    await playInvoices(player, tally, projects);
    await playUnlink(player, tally, people, projects);
    progress('Reading Sage and Procore again, and adding up both sides …');
    await player.read();
    const kinds = [];
    for (const kind of tally.kinds()) kinds.push({ ...kind, differences: await differencesOf(player, kind) });
    return succeed({ kinds, reconciliation: await addUp(player) });
  } catch (error) {
    if (error instanceof StoryEnded) return fail(error.failure);
    throw error;
  }
}

/** What is in Sage only is no item of its own any more once Procore has it too. */
async function differencesOf(player: Player, { kind, keys }: KindDone): Promise<number> {
  const listed = new Map((await player.rows(kind)).map((row) => [row.key.id, row]));
  let count = 0;
  for (const { id } of keys) {
    const row = listed.get(id);
    if (row === undefined) count += id.startsWith('p:') ? 1 : 0;
    else count += row.differences + (row.state.name === 'synced' ? 0 : 1);
  }
  return count;
}

async function addUp(player: Player): Promise<Reconciliation> {
  const rows: ReconcileRow[] = [];
  for (;;) {
    const page = { project: '', level: 'all', offset: rows.length, limit: 200 } as const;
    const { rows: more, total, sums, difference } = await player.ask('procore.reconcile', page);
    rows.push(...more);
    if (more.length === 0 || rows.length >= total) return { rows, sums, difference };
  }
}
