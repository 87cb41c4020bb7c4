import type { CorTransfer, HistoryEntry, NamedCor, Transfer } from '#shared/domain/records.ts';
import { headerOf, recordWords } from '#shared/domain/sage/schema/headers.ts';
import type { Context } from '../context.ts';

/** `change order 7 of job 2402`: the record in Sage that a transfer made or changed. */
export function recordName({ plan, title }: Pick<Transfer, 'plan' | 'title'>, number: string): string {
  return plan === null ? `'${title}'` : recordWords(plan, number);
}

/** To whoever would retry or change what may have been written. */
export const decideFirst = 'Say first in the queue, under “Is it in Sage?”, whether it was written.';

/** Sage's menu number of the screen where people look for it: `6-4-1`. */
export function screenOf({ plan }: Pick<Transfer, 'plan'>): string {
  return plan === null ? 'Sage' : headerOf(plan).table.screen;
}

/** What a line of History about a transfer belongs to. */
export function subjectOf(transfer: Transfer): Pick<HistoryEntry, 'job' | 'cors' | 'transferId'> {
  return { job: transfer.job === '' ? null : transfer.job, cors: corsOf(transfer), transferId: transfer.id };
}

function corsOf(transfer: Transfer): readonly NamedCor[] {
  if (transfer.cloud !== 'clearstory') return [];
  const sources = transfer.plan?.sources ?? [];
  return transfer.corIds.map((id) => ({ id, number: sources.find(({ corId }) => corId === id)?.number ?? null }));
}

/** For the details of History: `vendor p:77`. */
export function itemDetail(transfer: Transfer): Readonly<Record<string, string>> {
  return transfer.cloud === 'procore' ? { item: `${transfer.item.kind} ${transfer.item.id}` } : {};
}

/** The transfer of CORs with this id; null when there is none. */
export function corTransfer({ store }: Pick<Context, 'store'>, id: string): CorTransfer | null {
  const found = store.transfers.get(id);
  return found?.cloud === 'clearstory' ? found : null;
}
