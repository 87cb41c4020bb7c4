import { formatMoney, parseMoney, sumMoney } from '../../money.ts';
import { commitmentWords } from '../commitmentKey.ts';
import type { Unmet } from '../item.ts';
import type { ProcoreCommitment } from '../records.ts';
import { type CodingFacts, lineName, sageCoding } from './coding.ts';

/** What else decides whether a commitment or a change of one may be sent. */
export type SendingFacts = {
  readonly projectName: string;
  /** The job that the project is linked with; null: it is not. */
  readonly job: string | null;
  /** Number of the vendor that the company is linked with; null: it is not. */
  readonly vendor: string | null;
  readonly coding: CodingFacts;
  /** The currency of the Sage company; null: not known. */
  readonly currency: string | null;
};

/** Statuses in which a commitment commits nobody. */
export const withdrawnStatuses: ReadonlySet<string> = new Set(['Void', 'Terminated', 'Draft']);

/** Taken back for good: whoever approves it after all often sends what is in Sage under another number. */
const ended = /^(void|terminated)$/i;
/** Over and done with: most often it is in Sage already. */
const over = /^(closed|complete)$/i;

/** `what`: which ones go to Sage, e.g. `an Approved subcontract`. */
export function unapprovedWords(status: string, what: string): string {
  return `Status is ${status}, and only ${what} goes to Sage: ${wayOut(status.trim())}.`;
}

function wayOut(status: string): string {
  if (ended.test(status)) return 'archive it here, so that it leaves this list';
  if (over.test(status)) return 'link it with what Sage has of it, or archive it here, so that it leaves this list';
  return 'approve it in Procore';
}

/** what is missing before a commitment may be sent to Sage, most general first. */
export function commitmentUnmet(commitment: ProcoreCommitment, facts: SendingFacts): readonly Unmet[] {
  const unmet: Unmet[] = [];
  const word = commitmentWords[commitment.type];
  const need = (field: string, value: string, sentence: string) =>
    unmet.push({ rule: 'R-049', field, value, sentence });
  if (commitment.deleted) need('status', 'deleted', `This ${word} was deleted in Procore: there is nothing to send.`);
  if (commitment.status !== 'Approved') {
    need('status', commitment.status, unapprovedWords(commitment.status, `an Approved ${word}`));
  }
  unmet.push(...partnersUnmet(commitment.vendorName, commitment.vendor, facts, 'R-049'));
  if (commitment.lines.length === 0) {
    need('lines', '0', `It has no line in its schedule of values: add one in Procore, with cost code and cost type.`);
  }
  unmet.push(...currencyUnmet(commitment.currency, facts));
  for (const line of commitment.lines) {
    if (line.taxCode !== null) need(`lines.${line.id}`, line.taxCode, taxWords(line));
    const reading = sageCoding(line, facts.coding);
    if (!reading.ok) unmet.push(reading.unmet);
  }
  unmet.push(...totalUnmet(commitment, 'R-049'));
  return unmet;
}

/** The project's job and the company's vendor. */
export function partnersUnmet(
  company: string,
  companyId: string | null,
  facts: SendingFacts,
  rule: string,
): readonly Unmet[] {
  const unmet: Unmet[] = [];
  if (facts.job === null) {
    const sentence = `Project ${facts.projectName} is not linked with a job: accept or link the project first.`;
    unmet.push({ rule, field: 'project', value: facts.projectName, sentence });
  }
  if (companyId === null) {
    const sentence = 'It names no contract company: choose one in Procore.';
    unmet.push({ rule, field: 'vendor', value: '', sentence });
  } else if (facts.vendor === null) {
    const sentence = `Company ${company} is not linked with a vendor of Sage: accept or link the company first.`;
    unmet.push({ rule, field: 'vendor', value: company, sentence });
  }
  return unmet;
}

/** Sage keeps one currency: an amount of another one would be taken for it. */
export function currencyUnmet(currency: string, facts: SendingFacts): readonly Unmet[] {
  if (facts.currency === null || currency === '' || currency === facts.currency) return [];
  const sentence = `It is in ${currency}, and Sage's books are in ${facts.currency}: enter it in Sage by hand.`;
  return [{ rule: 'R-049', field: 'currency', value: currency, sentence }];
}

export function taxWords(line: { readonly position: number; readonly description: string }): string {
  return `${lineName(line)} has a tax code, and taxes are not sent to Sage: enter it in Sage by hand, or take the tax code off in Procore.`;
}

/** The lines must be all that there is: whatever else is in Procore's total (taxes, markups) would be lost. */
export function totalUnmet(
  record: { readonly grandTotal: string; readonly lines: readonly { readonly id: string; readonly amount: string }[] },
  rule: string,
): readonly Unmet[] {
  const total = parseMoney(record.grandTotal);
  const amounts = record.lines.map(({ amount }) => parseMoney(amount));
  const bad = amounts.indexOf(null);
  if (total === null || bad !== -1) {
    const value = total === null ? record.grandTotal : (record.lines[bad]?.amount ?? '');
    const sentence = `Amount ${value} is not one of dollars and cents, which is all that Sage keeps: round it in Procore.`;
    return [{ rule, field: total === null ? 'total' : `lines.${record.lines[bad]?.id ?? ''}`, value, sentence }];
  }
  const sum = sumMoney(amounts.filter((amount) => amount !== null));
  if (sum === total || record.lines.length === 0) return [];
  const sentence = `Procore's total is ${formatMoney(total)}, but its lines add up to ${formatMoney(sum)}: what makes the difference (taxes, markup) is not sent to Sage, so put it into lines first.`;
  return [{ rule, field: 'total', value: record.grandTotal, sentence }];
}
