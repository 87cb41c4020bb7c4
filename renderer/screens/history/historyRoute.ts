import { isDate } from '#shared/domain/dates.ts';
import { everyEntry, type HistoryQuery, historyKinds } from '#shared/domain/records.ts';

export type HistoryFilter = Omit<HistoryQuery, 'offset' | 'limit'>;

const { offset: _offset, limit: _limit, ...everything } = everyEntry;
export const wholeHistory: HistoryFilter = everything;

/** Reads `#/history?cor=19&kind=applied,failed&from=2026-11-01`. What is unknown counts as not said. */
export function readHistoryFilter(query: URLSearchParams): HistoryFilter {
  const kinds = new Set((query.get('kind') ?? '').split(','));
  return {
    search: query.get('q') ?? '',
    kinds: historyKinds.filter((kind) => kinds.has(kind)),
    job: query.get('job') ?? '',
    corId: query.get('cor') ?? '',
    transferId: query.get('transfer') ?? '',
    by: query.get('by') ?? '',
    from: dateOrNone(query.get('from')),
    to: dateOrNone(query.get('to')),
  };
}

/** The address of a filter. */
export function historyAddress(filter: HistoryFilter): string {
  const query = new URLSearchParams();
  const say = (name: string, value: string): void => {
    if (value !== '') query.set(name, value);
  };
  say('q', filter.search);
  say('kind', filter.kinds.join(','));
  say('job', filter.job);
  say('cor', filter.corId);
  say('transfer', filter.transferId);
  say('by', filter.by);
  say('from', filter.from);
  say('to', filter.to);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '#/history' : `#/history?${text}`;
}

/** True when the list is the life of one record, which is read from its beginning. */
export function isLife(filter: HistoryFilter): boolean {
  return filter.corId !== '' || filter.transferId !== '';
}

function dateOrNone(text: string | null): string {
  return text !== null && isDate(text) ? text : '';
}
