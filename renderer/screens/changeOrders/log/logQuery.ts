import { type CorStatus, corStatuses } from '#shared/domain/cor.ts';
import { type CorLogQuery, corSortColumns, everyCor } from '#shared/domain/corLog.ts';
import { isDate } from '#shared/domain/dates.ts';
import { type SageState, sageStates } from '#shared/domain/link.ts';

export type LogFilter = Omit<CorLogQuery, 'offset' | 'limit'>;

const { offset: _offset, limit: _limit, ...everything } = everyCor;
/** Everything, the newest change first. */
export const wholeLog: LogFilter = { ...everything, sort: { column: 'updated', descending: true } };

/** Reads the filter from an address such as `#/change-orders?sage=failed,conflict&sort=-requested`. What is unknown counts as not said. */
export function readFilter(query: URLSearchParams): LogFilter {
  return {
    search: query.get('q') ?? '',
    projectId: query.get('project') ?? '',
    statuses: listed<CorStatus>(query.get('status'), corStatuses),
    sageStates: listed<SageState>(query.get('sage'), sageStates),
    approvedNotInSage: query.has('approvedNotInSage'),
    submittedFrom: dateOrNone(query.get('from')),
    submittedTo: dateOrNone(query.get('to')),
    sort: readSort(query.get('sort')),
  };
}

/** The address of a filter; `corId` opens that COR beside the list. */
export function logAddress(filter: LogFilter, corId: string | null): string {
  const query = new URLSearchParams();
  const say = (name: string, value: string): void => {
    if (value !== '') query.set(name, value);
  };
  say('q', filter.search);
  say('project', filter.projectId);
  say('status', filter.statuses.join(','));
  say('sage', filter.sageStates.join(','));
  say('approvedNotInSage', filter.approvedNotInSage ? '1' : '');
  say('from', filter.submittedFrom);
  say('to', filter.submittedTo);
  const { column, descending } = filter.sort;
  if (column !== wholeLog.sort.column || !descending) say('sort', `${descending ? '-' : ''}${column}`);
  say('cor', corId ?? '');
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '#/change-orders' : `#/change-orders?${text}`;
}

/** True when some CORs may be left out. */
export function isFiltered(filter: LogFilter): boolean {
  return logAddress({ ...filter, sort: wholeLog.sort }, null) !== '#/change-orders';
}

/** The order after a click on a column's title: first upwards, then downwards. */
export function nextSort(sort: LogFilter['sort'], column: LogFilter['sort']['column']): LogFilter['sort'] {
  return { column, descending: sort.column === column && !sort.descending };
}

function readSort(text: string | null): LogFilter['sort'] {
  const column = corSortColumns.find((name) => name === text?.replace(/^-/, ''));
  return column === undefined ? wholeLog.sort : { column, descending: text?.startsWith('-') ?? false };
}

function listed<T extends string>(text: string | null, allowed: readonly T[]): readonly T[] {
  const said = new Set((text ?? '').split(','));
  return allowed.filter((value) => said.has(value));
}

function dateOrNone(text: string | null): string {
  return text !== null && isDate(text) ? text : '';
}
