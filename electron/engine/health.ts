import type { Health, HomeStatus } from '#shared/contract/home.ts';
import { minutesBetween } from '#shared/domain/dates.ts';
import { attentionOf } from './attention.ts';
import { lastBackupNote } from './backupTrouble.ts';
import type { Context } from './context.ts';

/** What is settled, or nobody has approved yet, waits for nothing. */
const notWaiting = new Set(['draft', 'done', 'undone', 'dropped']);

/** What a monitor goes by. */
export function healthOf(context: Context, status: HomeStatus): Health {
  const { store, host } = context;
  const items = attentionOf(context, status);
  const queue = Object.entries(store.transfers.counts()).filter(([state]) => !notWaiting.has(state));
  const [oldest] = store.transfers
    .open()
    .filter(({ state }) => !notWaiting.has(state.name))
    .map(({ approvedAt, createdAt }) => approvedAt ?? createdAt)
    .sort();
  return {
    version: host.version,
    needsPerson: items.filter(({ tone }) => tone === 'needsYou').length,
    noContact: items.filter(({ tone }) => tone === 'noContact').length,
    queue: Object.fromEntries(queue),
    lastBackup: store.notes.read(lastBackupNote),
    oldestWaiting:
      oldest === undefined ? null : { since: oldest, minutes: Math.floor(minutesBetween(oldest, status.now)) },
  };
}
