import type { procoreChannels } from '#shared/contract/procore.ts';
import type { RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { listOfState } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import { type BoardItem, boardItems, rowOf } from './board.ts';
import { shortRow } from './short.ts';

type Channels = typeof procoreChannels;
type Asked = RequestOf<'procore.list' & keyof Channels>;

/** A window of one list of the board. */
export function listItems(context: Context, asked: Asked): ResponseOf<'procore.list'> {
  const chosen = boardItems(context, asked.kind).filter((item) => isIn(item, asked) && matches(item, asked.search));
  return {
    rows: chosen.slice(asked.offset, asked.offset + asked.limit).map((item) => shortRow(rowOf(item))),
    total: chosen.length,
  };
}

function isIn({ facts, state }: BoardItem, { list, project }: Asked): boolean {
  if (project !== '' && facts.project !== project) return false;
  if (list === 'all') return true;
  return list === 'discrepancies' ? facts.discrepancies.length > 0 : listOfState[state.name] === list;
}

function matches({ facts }: BoardItem, search: string): boolean {
  const { number, title, place, link } = facts;
  const text = `${number} ${title} ${place} ${link?.sageNumber ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
