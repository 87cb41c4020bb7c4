import type { Transfer } from '#shared/domain/records.ts';
import { commitsOf } from './sage/commitsOf.ts';
import type { Commit, Server } from './sage/server.ts';
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
    for (const { transfer } of disk.transfers.values()) {
      const own = `${name} ${transfer.id}`;
      const mayBeInSage = alike || isUnsure(transfer) || foundInSage.has(own);
      const problem = problemOf(transfer, commitsOf(server, transfer), acted.has(own), mayBeInSage);
      if (problem !== null) broken.push(`${own} ${transfer.state.name}: ${problem}`);
      if (transfer.state.name !== 'done') continue;
      const told = disk.history.filter(({ kind, transferId }) => kind === 'applied' && transferId === transfer.id);
      if (told.length !== 1) broken.push(`${own}: told ${told.length} times that it was applied`);
    }
  }
  return broken;
}

function problemOf(
  transfer: Transfer,
  commits: readonly Commit[],
  acted: boolean,
  mayBeInSage: boolean,
): string | null {
  const { state } = transfer;
  if (commits.length > 1) return `doubled: ${commits.length} times in Sage`;
  if (isUnderWay(transfer)) return 'neither done nor waiting for a person, long after the last fault';
  const [commit] = commits;
  if (state.name === 'done') {
    return commit === undefined ? 'lost: done here and not in Sage' : receiptProblem(transfer, state, commit);
  }
  if (commit !== undefined && !mayBeInSage) return 'in Sage, though it is said not to be';
  if (state.name !== 'needsAttention' && !acted) return 'lost: nobody took it back';
  return null;
}

function receiptProblem(
  { receipt }: Transfer,
  { record, number }: { readonly record: string; readonly number: string },
  { written }: Commit,
): string | null {
  const header = written.get('prmchg')?.get(record);
  if (header?.chgnum !== number) return `receipt: record ${record} is change order ${header?.chgnum}, not ${number}`;
  // Found by its marker after a crash: there is no more to compare.
  if (receipt === null) return null;
  const rows = [...written].reduce((sum, [table, changed]) => sum + (table === 'push_marker' ? 0 : changed.size), 0);
  if (receipt.rows.length !== rows) return `receipt: ${receipt.rows.length} rows, and ${rows} in Sage`;
  for (const { table, key, columns } of receipt.rows) {
    const row = written.get(table)?.get(Object.values(key).join('/'));
    const other = columns.find(({ column, readBack }) => row?.[column] !== readBack);
    if (other !== undefined) return `receipt: ${table}.${other.column} differs from what Sage holds`;
  }
  return null;
}
