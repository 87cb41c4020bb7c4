import { displayCostCode } from '#shared/domain/costCode.ts';
import { parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { changeOfKey } from '#shared/domain/procore/commitmentKey.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { sageCoding } from '#shared/domain/procore/rules/coding.ts';
import { groupedByLine } from '#shared/domain/procore/rules/commitmentChange.ts';
import { changeOrderStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import type { Compared } from '../../kindModule.ts';
import { sendingLookups } from '../commitments/lookups.ts';
import { amounts } from '../commitments/sides.ts';
import { apart, dates, sides } from '../shared/sides.ts';
import { changeOf, dayOf } from './change.ts';

type Found = {
  readonly number: string;
  readonly title: string;
  readonly status: string | null;
  readonly date: string | null;
  /** Amounts by the line of the commitment that they are on; lines of a purchase order are the change itself. */
  readonly lines: readonly { readonly line: string; readonly amount: string }[];
};

/** The change order beside what it is in Sage. Lines on one line of the commitment are one there. */
export function compareChange(context: Context, key: ItemKey): Compared {
  const change = changeOf(context, key);
  const link = context.store.procore.links.get(key);
  const found = link === null ? null : inSage(context, link);
  const total = found === null ? null : sumMoney(found.lines.map(({ amount }) => parseMoney(amount) ?? zero));
  const own = change?.change ?? null;
  return {
    fields: [
      sides('Number', link?.agreed.changeNumber ?? own?.number ?? null, null),
      apart('In Sage', null, found?.number ?? link?.sageNumber ?? null),
      apart('Title', own?.title ?? null, found?.title ?? null),
      apart('Status', own?.status ?? null, found?.status ?? null),
      { ...dates('Date', own === null ? null : dayOf(context, own), found?.date ?? null), differs: false },
      amounts('Total', own?.grandTotal ?? null, total),
    ],
    lines: linesOf(context, key, link, found),
    notes: [],
  };
}

function inSage({ store }: Context, link: ProcoreLink): Found | null {
  const key = changeOfKey(link.sageKey);
  if (key?.type === 'subcontract') {
    const found = store.sage.get('changeOrder', key.record);
    if (found === null) return null;
    return {
      number: `6-4-1, change order ${found.number.trim()}`,
      title: found.description,
      status: statusWords(changeOrderStatuses, found.status),
      date: found.date,
      lines: found.budget
        .filter(({ subcontract }) => subcontract === link.agreed.subcontract)
        .map(({ subcontractLine, amount }) => ({ line: subcontractLine ?? '', amount })),
    };
  }
  const order = key === null ? null : store.sage.get('purchaseOrder', key.record);
  if (order === null) return null;
  const numbers = new Set(link.lines.map(({ sageLine }) => sageLine));
  return {
    number: `6-6-1, ${link.sageNumber}`,
    title: order.description,
    status: null,
    date: null,
    lines: order.lines
      .filter(({ line }) => numbers.has(line))
      .map(({ line, extended }) => ({ line, amount: extended })),
  };
}

function linesOf(context: Context, key: ItemKey, link: ProcoreLink | null, found: Found | null): Compared['lines'] {
  const change = changeOf(context, key);
  if (change === null) return [];
  const { coding } = sendingLookups(context).sending(change.change.project, change.parent?.vendor ?? null);
  return groupedByLine(change.change.lines).map((group) => {
    const [first] = group.lines;
    const reading = sageCoding(first, coding);
    const line = link?.lines.find(({ procoreId }) => procoreId === first.id)?.sageLine;
    const there = line === undefined ? undefined : found?.lines.find((one) => one.line === line);
    const sage = there === undefined ? null : (parseMoney(there.amount) ?? there.amount);
    return {
      id: first.id,
      title: group.lines.map(({ description }) => description).join(' + '),
      code: reading.ok ? displayCostCode(reading.coding.costCode) : (first.coding.fullCode ?? ''),
      type: first.coding.costTypeCode ?? '',
      procore: group.amount,
      sage,
      differs: found !== null && group.amount !== sage,
    };
  });
}
