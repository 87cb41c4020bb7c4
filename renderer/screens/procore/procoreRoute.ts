import { type ItemKind, itemKinds, itemLists } from '#shared/domain/procore/item.ts';
import type { Route } from '../../navigation/route.ts';

export type BoardList = (typeof itemLists)[number] | 'discrepancies' | 'all';
export type BoardFilter = {
  readonly kind: ItemKind;
  readonly list: BoardList;
  readonly search: string;
  /** A project of Procore; empty: all. */
  readonly project: string;
};

const lists: readonly BoardList[] = ['all', ...itemLists, 'discrepancies'];

/** Reads `#/procore/commitment?list=readyToExport&q=steel&project=225096&item=p:41`. */
export function readBoardFilter({ parts, query }: Route): BoardFilter {
  return {
    kind: itemKinds.find((kind) => kind === parts[0]) ?? 'project',
    list: lists.find((list) => list === query.get('list')) ?? 'all',
    search: query.get('q') ?? '',
    project: query.get('project') ?? '',
  };
}

/** The address of a filter; `item` opens that item beside the list. */
export function boardAddress({ kind, list, search, project }: BoardFilter, item: string | null): string {
  const query = new URLSearchParams();
  if (list !== 'all') query.set('list', list);
  if (search !== '') query.set('q', search);
  if (project !== '') query.set('project', project);
  if (item !== null) query.set('item', item);
  const text = query.toString();
  return `#/procore/${kind}${text === '' ? '' : `?${text}`}`;
}

/** Both sides added up, beside the boards of the kinds. */
export const reconcileAddress = '#/procore/reconcile';
export const isReconcile = ({ parts }: Route): boolean => parts[0] === 'reconcile';
