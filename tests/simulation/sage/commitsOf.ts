import type { Transfer } from '#shared/domain/records.ts';
import type { Commit, Server } from './server.ts';

/** The word by which rows in the simulated Sage are known to be of this transfer or item. */
export function wordOf({ id }: Pick<Transfer, 'id'>): string {
  return `~${id}~`;
}

/** The commits that added rows of this transfer, whatever markers and outbox say. Others may change its rows later. */
export function commitsOf({ commits }: Server, transfer: Transfer): readonly Commit[] {
  const word = wordOf(transfer.cloud === 'procore' ? transfer.item : transfer);
  return commits.filter(
    ({ by, inserted }) =>
      by === 'plumbline' && inserted.some(({ dscrpt, vndnme }) => (dscrpt ?? vndnme)?.includes(word) === true),
  );
}
