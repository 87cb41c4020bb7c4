import type { Transfer } from '#shared/domain/records.ts';
import type { Store } from '../../../electron/engine/ports/store.ts';
import { foldWords, searchWords } from '../../../electron/store/searchText.ts';
import type { Journal } from './journal.ts';
import type { MemoryDisk, StoredTransfer } from './memoryDisk.ts';

const isOpen = ({ state }: Transfer) => state.name !== 'done' && state.name !== 'dropped';
const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** Drafts come after what is approved. */
function byApproval(a: StoredTransfer, b: StoredTransfer): number {
  const order = compare(a.approval ?? Number.POSITIVE_INFINITY, b.approval ?? Number.POSITIVE_INFINITY);
  return order || compare(a.transfer.createdAt, b.transfer.createdAt) || compare(a.transfer.id, b.transfer.id);
}

export function createMemoryTransfers({ transfers }: MemoryDisk, journal: Journal): Store['transfers'] {
  let lastApproval = 0;
  for (const { approval } of transfers.values()) lastApproval = Math.max(lastApproval, approval ?? 0);

  const open = () => {
    const found: StoredTransfer[] = [];
    for (const stored of transfers.values()) if (isOpen(stored.transfer)) found.push(stored);
    return (found.length > 1 ? found.sort(byApproval) : found).map(({ transfer }) => transfer);
  };
  const openOfItem: Store['transfers']['openOfItem'] = ({ kind, id }) =>
    open()
      .filter((transfer) => transfer.cloud === 'procore')
      .find(({ item }) => item.kind === kind && item.id === id) ?? null;
  /** What is approved keeps its place until it is a draft again; what was dropped as a draft never had one. */
  const approvalOf = ({ id, state }: Transfer): number | null => {
    if (state.name === 'draft') return null;
    const known = transfers.get(id)?.approval ?? null;
    if (known !== null || state.name === 'dropped') return known;
    lastApproval += 1;
    return lastApproval;
  };

  return {
    get: (id) => transfers.get(id)?.transfer ?? null,
    save: (transfer) => {
      const rival = transfer.cloud === 'procore' && isOpen(transfer) ? openOfItem(transfer.item) : null;
      if (rival !== null && rival.id !== transfer.id) throw new Error('An item is on its way once at most');
      journal.set(transfers, transfer.id, { transfer, approval: approvalOf(transfer) });
    },
    list: ({ states, search, offset, limit }) => {
      const words = searchWords(search);
      const found = [...transfers.values()]
        .map(({ transfer }) => transfer)
        .filter(({ state }) => states.length === 0 || states.includes(state.name))
        .filter((transfer) => words.every((word) => wordsOf(transfer).includes(word)))
        .sort((a, b) => compare(b.createdAt, a.createdAt) || compare(b.id, a.id));
      return { rows: found.slice(offset, offset + limit), total: found.length };
    },
    open,
    openOfCor: (corId) =>
      open()
        .filter((transfer) => transfer.cloud === 'clearstory')
        .find(({ corIds }) => corIds.includes(corId)) ?? null,
    openOfItem,
    states: () => Object.fromEntries([...transfers.values()].map(({ transfer }) => [transfer.id, transfer.state.name])),
    counts: () => {
      const counts: Record<string, number> = {};
      for (const { transfer } of transfers.values()) {
        counts[transfer.state.name] = (counts[transfer.state.name] ?? 0) + 1;
      }
      return counts;
    },
  };
}

function wordsOf({ title, job, createdBy, approvedBy, plan, receipt, state }: Transfer): string {
  const cors = plan?.sources.map(({ number }) => number) ?? [];
  const done = state.name === 'done' ? state.number : null;
  return foldWords([title, job, createdBy, approvedBy, ...cors, receipt?.number ?? null, done]);
}
