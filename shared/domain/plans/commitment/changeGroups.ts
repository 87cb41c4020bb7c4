import { displayCostCode, sameCostCode } from '../../costCode.ts';
import { formatMoney } from '../../money.ts';
import type { Refusal } from '../../plan.ts';
import type { ProcoreChangeLine } from '../../procore/records.ts';
import { lineName, type SageCoding } from '../../procore/rules/coding.ts';
import { type ChangeGroup, groupedByLine } from '../../procore/rules/commitmentChange.ts';
import { shortened } from '../../procore/rules/numbers.ts';
import { collapseSpaces } from '../../text.ts';
import type { ChangeInput } from './change.ts';
import { type ResolvedLine, resolveLines } from './lines.ts';

/** A line of the commitment in Sage, as far as a change of it must agree. */
export type LineInSage = {
  readonly line: string;
  readonly description: string;
  readonly costCode: string | null;
  readonly costType: string | null;
};

/** One line that the change writes, from one or more of Procore's. */
export type ResolvedGroup = ChangeGroup & {
  /** The line of the commitment in Sage that it changes; null: it makes a new one. */
  readonly sage: LineInSage | null;
  readonly resolved: ResolvedLine<ProcoreChangeLine>;
  readonly coding: SageCoding;
  readonly description: string;
};

export type Groups = {
  readonly groups: readonly ResolvedGroup[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly string[];
};

/** `record`: what people call the commitment in Sage, `Subcontract 850`. `longest`: characters of a description there. */
export function resolveGroups(
  input: ChangeInput,
  record: string,
  inSage: readonly LineInSage[],
  longest: number,
): Groups {
  const refusals: Refusal[] = [];
  const warnings: string[] = [];
  const groups: ResolvedGroup[] = [];
  const resolvedLines = resolveLines(input.change.lines, input.sending.coding, input.facts, longest);
  for (const group of groupedByLine(input.change.lines)) {
    const [first] = group.lines;
    const resolved = resolvedLines.find(({ source }) => source.id === first.id);
    // What has no coding is refused by the rules already.
    if (resolved === undefined) continue;
    const number = group.commitmentLine === null ? undefined : input.lines.get(group.commitmentLine);
    const sage = number === undefined ? null : (inSage.find(({ line }) => line === number) ?? null);
    if (number !== undefined && sage === null) {
      const sentence = `${lineName(first)} changes line ${number} of ${record}, which is no longer in Sage: look at it there, then sync.`;
      refusals.push({ field: `lines.${first.id}`, value: number, sentence });
      continue;
    }
    for (const line of group.lines) {
      const own = resolvedLines.find(({ source }) => source.id === line.id)?.coding ?? resolved.coding;
      const words = otherCoding(own, sage, resolved.coding, record);
      if (words !== null)
        refusals.push({
          field: `lines.${line.id}`,
          value: displayCostCode(own.costCode),
          sentence: `${lineName(line)} ${words}`,
        });
    }
    if (group.lines.length > 1) warnings.push(summedWords(group, sage, record));
    const title = shortened(input.choices.title, longest);
    const description = group.lines.length === 1 ? resolved.description : collapseSpaces(sage?.description || title);
    groups.push({ ...group, sage, resolved, coding: resolved.coding, description });
  }
  return { groups, refusals, warnings };
}

function otherCoding(own: SageCoding, sage: LineInSage | null, first: SageCoding, record: string): string | null {
  if (sage === null) {
    const same = own.costCode === first.costCode && own.costType === first.costType;
    return same
      ? null
      : 'has another cost code or type than the other lines on the same commitment line: give them the same in Procore.';
  }
  const same = sage.costCode !== null && sameCostCode(sage.costCode, own.costCode) && sage.costType === own.costType;
  if (same) return null;
  const code = sage.costCode === null ? 'none' : displayCostCode(sage.costCode);
  return `has cost code ${displayCostCode(own.costCode)} and type ${own.costType}, but line ${sage.line} of ${record}, which it changes, has cost code ${code} and type ${sage.costType ?? 'none'}: use the same in Procore, or a new line.`;
}

/** Sage allows one change per line of a subcontract in a change order (confidence med). */
function summedWords(group: ChangeGroup, sage: LineInSage | null, record: string): string {
  const names = group.lines.map(({ position }) => position);
  const what = sage === null ? 'make one new line' : `change line ${sage.line}`;
  return `Lines ${names.slice(0, -1).join(', ')} and ${names.at(-1)} ${what} of ${record}: written as one line of ${formatMoney(group.amount)}.`;
}
