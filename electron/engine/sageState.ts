import type { Cor } from '#shared/domain/cor.ts';
import type { LinkHealth, SageState } from '#shared/domain/link.ts';
import { linkHealth } from '#shared/domain/linkHealth.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { Context } from './context.ts';

/** Link health of one COR from what was last read of both sides; null when it is not linked. */
export function healthOf(context: Context, corId: string): LinkHealth | null {
  const { store } = context;
  const link = store.links.get(corId);
  if (link === null) return null;
  return linkHealth(link, store.cors.get(corId), store.sage.get('changeOrder', link.record));
}

/** Computes the *Sage* column of these CORs anew and stores it for filtering and sorting. */
export function refreshSageStates(context: Context, corIds: Iterable<string>): void {
  const { store } = context;
  for (const corId of corIds) {
    const cor = store.cors.get(corId);
    if (cor === null) continue;
    const link = store.links.get(corId);
    store.cors.setSageState(corId, stateOf(context, cor), link?.number ?? null);
  }
}

export function stateOf(context: Context, cor: Cor): SageState {
  const { store } = context;
  const transfer = store.transfers.openOfCor(cor.id);
  const open = transfer === null ? null : openState(transfer);
  const health = healthOf(context, cor.id);
  if (open !== null && open !== 'draft') return open;
  if (health !== null) return health.state;
  if (open !== null) return open;
  if (isExternal(cor)) return 'external';
  return 'notInSage';
}

function openState(transfer: Transfer): SageState | null {
  switch (transfer.state.name) {
    case 'draft':
      return 'draft';
    case 'needsAttention':
    case 'inDoubt':
      return 'failed';
    case 'awaitingEntry':
      return 'awaitingEntry';
    case 'queued':
    case 'applying':
    case 'waiting':
      return 'waiting';
    case 'done':
    case 'dropped':
      return null;
  }
}

/** Clearstory's own integrations say so; posting it again would book it twice. */
export function isExternal(cor: Cor): boolean {
  return cor.integrations.some(({ provider }) => /sage/i.test(provider));
}
