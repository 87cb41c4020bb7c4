import { type BilledItem, itemName } from './invoiceAmounts.ts';
import type { Unmet } from './item.ts';
import type { ProcoreInvoiceItem } from './records.ts';
import { type CodingFacts, sageCoding } from './rules/coding.ts';

/** A line of a subcontract or purchase order in Sage, as far as it tells which line an item bills. */
export type CommitmentLine = {
  readonly line: string;
  readonly costCode: string | null;
  readonly costType: string | null;
};

export type LineFacts = {
  readonly lines: readonly CommitmentLine[];
  /** Lines of Procore's commitment and the line in Sage that each became. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Lines in Sage that each change order made or changed, by its package. */
  readonly ofPackage: ReadonlyMap<string, readonly string[]>;
  readonly coding: CodingFacts;
};

/**
 * The line in Sage that an item bills. An item of the contract names its line. An item of a change order names the line that the change
 * is on, if any, and bills it where the change is on that line in Sage too. Where the change made lines of its own, as it always does on a
 * purchase order, it is the one with the item's cost code and type, as long as only one has them. Never a guess between two.
 */
export function sageLineOf(billed: BilledItem, facts: LineFacts): string | Unmet {
  const { item } = billed;
  const paired = item.commitmentLine === null ? undefined : facts.pairs.get(item.commitmentLine);
  const own = item.package === null ? [] : (facts.ofPackage.get(item.package) ?? []);
  if (paired !== undefined && (own.length === 0 || own.includes(paired))) {
    return facts.lines.some(({ line }) => line === paired)
      ? paired
      : unmet(item, `is on line ${paired} of the commitment, which is no longer in Sage`);
  }
  const reading = sageCoding({ ...item, position: 0 }, facts.coding);
  const candidates = facts.lines.filter(
    ({ line, costCode, costType }) =>
      own.includes(line) && reading.ok && costCode === reading.coding.costCode && costType === reading.coding.costType,
  );
  const [only, another] = candidates;
  if (only !== undefined && another === undefined) return only.line;
  if (another !== undefined) return unmet(item, 'could be on several lines of its change order in Sage');
  return unmet(item, 'is on no line of the commitment in Sage that Plumbline knows');
}

function unmet(item: ProcoreInvoiceItem, what: string): Unmet {
  const sentence = `${itemName(item)} ${what}: enter the invoice in Sage by hand and mark it here as posted, or unlink the commitment and send it anew.`;
  return { rule: 'R-067', field: `items.${item.id}`, value: item.description, sentence };
}
