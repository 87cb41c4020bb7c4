import type { HistoryQuery } from '#shared/domain/records.ts';
import type { Store } from '../../../electron/engine/ports/store.ts';
import { instantKey, type OfficeDays } from '../../../electron/store/instants.ts';
import { foldText, foldWords, searchWords } from '../../../electron/store/searchText.ts';
import type { Journal } from './journal.ts';
import type { MemoryDisk } from './memoryDisk.ts';

type Entry = MemoryDisk['history'][number];

export function createMemoryHistory(disk: MemoryDisk, journal: Journal, days: () => OfficeDays): Store['history'] {
  return {
    add: (entry) => journal.push(disk.history, { ...entry, id: String(disk.history.length + 1).padStart(12, '0') }),
    list: (query) => {
      const { from, to } = days().range(query.from, query.to);
      const found = disk.history
        .filter((entry) => isOf(disk, entry, query))
        .filter(({ at }) => (from === null || instantKey(at) >= from) && (to === null || instantKey(at) < to))
        .reverse();
      return { rows: found.slice(query.offset, query.offset + query.limit), total: found.length };
    },
  };
}

function isOf({ transfers }: MemoryDisk, entry: Entry, query: HistoryQuery): boolean {
  const { sentence, by, job, cors, changeOrder, transferId } = entry;
  const ofTransfer = transferId === null ? undefined : transfers.get(transferId)?.transfer;
  const text = foldWords([sentence, by, job, ...cors.map(({ number }) => number), changeOrder]);
  return (
    (query.job === '' || job === query.job) &&
    // A transfer of several CORs belongs to the life of each of them.
    (query.corId === '' ||
      cors[0]?.id === query.corId ||
      (ofTransfer?.cloud === 'clearstory' && ofTransfer.corIds.includes(query.corId))) &&
    (query.item === undefined || entry.item === query.item) &&
    (query.transferId === '' || transferId === query.transferId) &&
    (query.by === '' || foldText(by) === foldText(query.by)) &&
    (query.kinds.length === 0 || query.kinds.includes(entry.kind)) &&
    searchWords(query.search).every((word) => text.includes(word))
  );
}
