import { openStates } from './stateWords.ts';

/** One state, `done` for what was written today, or empty for everything that is not finished. */
export type QueueFilter = { readonly state: (typeof openStates)[number] | 'done' | ''; readonly search: string };

/** Reads `#/queue?state=waiting&q=118&id=7f3a`. */
export function readQueueFilter(query: URLSearchParams): QueueFilter {
  const state = [...openStates, 'done' as const].find((name) => name === query.get('state'));
  return { state: state ?? '', search: query.get('q') ?? '' };
}

/** The address of a filter; `id` opens that item beside the list. */
export function queueAddress(filter: QueueFilter, id: string | null): string {
  const query = new URLSearchParams();
  if (filter.state !== '') query.set('state', filter.state);
  if (filter.search !== '') query.set('q', filter.search);
  if (id !== null) query.set('id', id);
  const text = query.toString();
  return text === '' ? '#/queue' : `#/queue?${text}`;
}
