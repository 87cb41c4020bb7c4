import type { Receipt } from '#shared/domain/plan.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ItemTransfer, Transfer } from '#shared/domain/records.ts';
import { headerOf } from '#shared/domain/sage/schema/headers.ts';
import { holdsNow } from '../../electron/engine/proofs/hold.ts';
import { isOnItsWay } from '../../electron/engine/push/drain.ts';
import { commitsOf } from './sage/commitsOf.ts';
import { isOther, planProblem, rowsIn } from './sage/planProblem.ts';
import type { Commit, Server, Written } from './sage/server.ts';
import type { MemoryDisk } from './store/memoryDisk.ts';
import { openMemoryStore } from './store/memoryStore.ts';
import type { Installation } from './world/installation.ts';
import { type Acts, isUnsure } from './world/people.ts';
import { isUnderWay } from './world/watchRun.ts';

type Given = Acts & {
  readonly installations: readonly Installation[];
  readonly server: Server;
  /** Both installations hold the same transfers. */
  readonly alike: boolean;
};

/** What of the promises does not hold, now that the world is quiet. */
export function verdict({ installations, server, acted, foundInSage, alike }: Given): readonly string[] {
  const broken: string[] = [];
  for (const { name, disk } of installations) {
    const hold = holdsNow({ store: openMemoryStore(disk) });
    for (const { transfer } of disk.transfers.values()) {
      const own = `${name} ${transfer.id}`;
      const mayBeInSage = alike || isUnsure(transfer) || foundInSage.has(own);
      const isHeld = isOnItsWay(transfer.state) && hold(transfer)?.next === 'needsPerson';
      const facts = { mayBeInSage, isHeld, alike };
      const problem = problemOf(transfer, commitsOf(server, transfer), acted.has(own), facts);
      if (problem !== null) broken.push(`${own} ${transfer.state.name}: ${problem}`);
      const unsettled = transfer.cloud === 'procore' ? settledProblem(disk, transfer) : null;
      if (unsettled !== null) broken.push(`${own}: ${unsettled}`);
      if (transfer.state.name !== 'done') continue;
      const told = disk.history.filter(({ kind, transferId }) => kind === 'applied' && transferId === transfer.id);
      if (told.length !== 1) broken.push(`${own}: told ${told.length} times that it was applied`);
    }
  }
  return broken;
}

/** An item is linked, and Procore is to be told of it, exactly when its transfer is done. */
function settledProblem({ procore }: MemoryDisk, { item, state }: ItemTransfer): string | null {
  const own = ({ kind, id }: ItemKey) => kind === item.kind && id === item.id;
  const links = [...procore.links.values()].filter((link) => own(link.item));
  const acts = [...procore.acts.values()].filter(({ act }) => own(act.item));
  const expected = state.name === 'done' ? 1 : 0;
  if (links.length !== expected || acts.length !== expected) {
    return `settled: ${links.length} links and ${acts.length} writes into Procore`;
  }
  const [link] = links;
  return state.name !== 'done' || link?.sageKey === state.record ? null : 'settled: linked with another record';
}

function problemOf(
  transfer: Transfer,
  commits: readonly Commit[],
  acted: boolean,
  { mayBeInSage, isHeld, alike }: { readonly mayBeInSage: boolean; readonly isHeld: boolean; readonly alike: boolean },
): string | null {
  const { state } = transfer;
  if (commits.length > 1) return `doubled: ${commits.length} times in Sage`;
  // Whoever took a proof out of Sage is asked about it first, in the queue and on Home.
  if (isUnderWay(transfer) && !isHeld) return 'neither done nor waiting for a person, long after the last fault';
  const [commit] = commits;
  if (state.name === 'done') {
    return commit === undefined ? 'lost: done here and not in Sage' : settledAs(transfer, state, commit, alike);
  }
  if (commit !== undefined && !mayBeInSage) return 'in Sage, though it is said not to be';
  if (state.name !== 'needsAttention' && !isHeld && !acted) return 'lost: nobody took it back';
  return null;
}

/** What Sage has of a transfer that is done, beside what was approved and what the receipt says. */
function settledAs(
  { receipt, plan }: Transfer,
  { record, number }: { readonly record: string; readonly number: string },
  { written }: Commit,
  alike: boolean,
): string | null {
  if (plan === null) return 'receipt: done without a plan';
  const found = receipt === null ? ' (found by its proof, without a receipt)' : '';
  const problem = planProblem(plan, written, alike);
  if (problem !== null) return `plan: ${problem}${found}`;
  const { table: headers, number: column, one } = headerOf(plan);
  const header = written.get(headers.name)?.get(record);
  if (header?.[column] !== number) return `receipt: record ${record} is ${one} ${header?.[column]}, not ${number}`;
  return receipt === null ? null : receiptProblem(receipt, written);
}

function receiptProblem({ rows }: Receipt, written: Written): string | null {
  const there = rowsIn(written);
  if (rows.length !== there) return `receipt: ${rows.length} rows, and ${there} in Sage`;
  for (const { table, key, columns } of rows) {
    const row = written.get(table)?.get(Object.values(key).join('/'));
    const other = columns.find(({ column, readBack }) => isOther(table, column, readBack, row));
    if (other !== undefined) return `receipt: ${table}.${other.column} differs from what Sage holds`;
  }
  return null;
}
