import { displayCostCode } from '#shared/domain/costCode.ts';
import { isDecimal, sameDecimal } from '#shared/domain/decimal.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { commitmentScreens } from '#shared/domain/procore/commitmentKey.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import { sageCoding } from '#shared/domain/procore/rules/coding.ts';
import type { Context } from '../../../context.ts';
import type { Compared } from '../../kindModule.ts';
import { type CommitmentInSage, knownCommitment } from '../commitments/inSage.ts';
import { sendingLookups } from '../commitments/lookups.ts';
import { amounts } from '../commitments/sides.ts';
import { apart, dates, sides } from '../shared/sides.ts';
import { commitmentOf } from './accept.ts';
import { pairLines } from './partners.ts';

/** The commitment beside its record in Sage, or beside one that it may be linked with. */
export function compareCommitment(context: Context, key: ItemKey, sageKey: string | null): Compared {
  const commitment = commitmentOf(context, key);
  const link = context.store.procore.links.get(key);
  const other = sageKey ?? link?.sageKey ?? null;
  const found = other === null ? null : knownCommitment(context, other);
  const sending = commitment === null ? null : sendingLookups(context).sending(commitment.project, commitment.vendor);
  const vendor = found?.vendor == null ? null : context.store.sage.get('vendor', found.vendor);
  const partner = sending?.vendor ?? null;
  return {
    fields: [
      sides('Number', link?.sageNumber ?? commitment?.number ?? null, found?.number ?? null),
      apart('Title', commitment?.title ?? null, found?.title ?? null),
      {
        ...apart(
          'Company',
          commitment?.vendorName ?? null,
          vendor === null ? (found?.vendor ?? null) : `${vendor.number} ${vendor.name}`,
        ),
        differs: found !== null && partner !== null && found.vendor !== partner,
      },
      apart('Status', commitment?.status ?? null, found?.statusWords ?? null),
      dates('Date', commitment?.contractDate ?? null, found?.date ?? null),
      {
        ...sides('Retainage %', commitment?.retainagePercent ?? null, found?.retainage ?? null),
        differs: percentDiffers(commitment?.retainagePercent ?? null, found?.retainage ?? null),
      },
      amounts('Original amount', commitment?.grandTotal ?? null, found === null ? null : found.original),
      { ...amounts('Approved changes', commitment?.approvedChanges ?? null, null), differs: false },
      { ...amounts('Total in Sage', null, found?.total ?? null), differs: false },
    ],
    lines: linesOf(context, key, found),
    notes: found === null ? [] : [`In Sage it is in ${commitmentScreens[found.type]}, record ${found.record}.`],
  };
}

function percentDiffers(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && isDecimal(a) && isDecimal(b) && !sameDecimal(a, b);
}

/** Each line of the commitment beside the one that it is linked with, or would be. */
function linesOf(context: Context, key: ItemKey, found: CommitmentInSage | null): Compared['lines'] {
  const commitment = commitmentOf(context, key);
  if (commitment === null) return [];
  const { coding } = sendingLookups(context).sending(commitment.project, commitment.vendor);
  const link = context.store.procore.links.get(key);
  const pairs = link?.lines ?? (found === null ? [] : pairLines(commitment, found, coding).lines);
  return commitment.lines.map((line) => {
    const reading = sageCoding(line, coding);
    const sageLine = pairs.find(({ procoreId }) => procoreId === line.id)?.sageLine ?? null;
    const there = found?.lines.find(({ line: number }) => number === sageLine) ?? null;
    const own = parseMoney(line.amount) ?? line.amount;
    const sage = there === null ? null : (parseMoney(there.amount) ?? there.amount);
    return {
      id: line.id,
      title: line.description,
      code: reading.ok ? displayCostCode(reading.coding.costCode) : (line.coding.fullCode ?? ''),
      type: line.coding.costTypeCode ?? '',
      procore: own,
      sage,
      differs: found !== null && own !== sage,
    };
  });
}
