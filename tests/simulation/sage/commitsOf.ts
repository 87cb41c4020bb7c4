import type { Transfer } from '#shared/domain/records.ts';
import type { Commit, Server } from './server.ts';

/** The word by which rows in the simulated Sage are known to be of this transfer. */
export function wordOf({ id }: Pick<Transfer, 'id'>): string {
  return `~${id}~`;
}

/** The commits that hold rows of this transfer, whatever markers and outbox say. */
export function commitsOf({ commits }: Server, transfer: Transfer): readonly Commit[] {
  const word = wordOf(transfer);
  return commits.filter(
    ({ by, written }) =>
      by === 'plumbline' &&
      [...written.values()].some((rows) => [...rows.values()].some((row) => row?.dscrpt?.includes(word) === true)),
  );
}
