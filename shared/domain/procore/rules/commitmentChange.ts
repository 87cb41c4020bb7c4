import { addMoney, type Money, parseMoney, zero } from '../../money.ts';
import type { Unmet } from '../item.ts';
import type { ProcoreChange, ProcoreChangeLine, ProcoreCommitment } from '../records.ts';
import { sageCoding } from './coding.ts';
import {
  currencyUnmet,
  partnersUnmet,
  type SendingFacts,
  taxWords,
  totalUnmet,
  unapprovedWords,
} from './commitment.ts';

/** what is missing before a commitment change order may be sent. `parent` null: Procore does not show its commitment. */
export function changeUnmet(
  change: ProcoreChange,
  parent: { readonly commitment: ProcoreCommitment; readonly synced: boolean } | null,
  facts: SendingFacts,
): readonly Unmet[] {
  const unmet: Unmet[] = [];
  const need = (field: string, value: string, sentence: string) =>
    unmet.push({ rule: 'R-057', field, value, sentence });
  if (change.status !== 'approved') {
    need('status', change.status, unapprovedWords(change.status, 'an approved change order'));
  }
  if (parent === null) {
    need(
      'commitment',
      change.commitment,
      'Its commitment is not visible to Plumbline: give its account access in Procore.',
    );
  } else {
    const { vendor, vendorName } = parent.commitment;
    unmet.push(...partnersUnmet(vendorName, vendor, facts, 'R-057'));
  }
  if (parent?.synced === false) {
    const { number, title } = parent.commitment;
    need('commitment', number, `Commitment ${number} (${title}) is not in Sage yet: accept it first.`);
  }
  if (change.package === null) {
    need(
      'package',
      '',
      'Procore does not say which package it belongs to, so it could not be marked as sent: open it in Procore and save it.',
    );
  }
  if (change.lines.length === 0) {
    need(
      'lines',
      '0',
      'It has no line: add one in Procore, with cost code and cost type. A change order without lines is never written.',
    );
  }
  unmet.push(...currencyUnmet(change.currency, facts));
  for (const line of change.lines) {
    if (line.taxCode !== null) need(`lines.${line.id}`, line.taxCode, taxWords(line));
    const reading = sageCoding(line, facts.coding);
    if (!reading.ok) unmet.push({ ...reading.unmet, rule: reading.unmet.rule === 'R-021' ? 'R-021' : 'R-057' });
  }
  unmet.push(...totalUnmet(change, 'R-057'));
  return unmet;
}

/** The lines of a change order that change one line of the commitment, or make one new line. */
export type ChangeGroup = {
  /** The commitment line in Procore that they are on; null: none, so they are a line of their own. */
  readonly commitmentLine: string | null;
  readonly lines: readonly [ProcoreChangeLine, ...ProcoreChangeLine[]];
  readonly amount: Money;
};

/**
 * one line for each line of the commitment, with the sum of what the change order does to it. Lines on none stay by themselves. The
 * sums add up to what the lines add up to.
 */
export function groupedByLine(lines: readonly ProcoreChangeLine[]): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const line of lines) {
    const key = line.commitmentLine === null ? `own ${line.id}` : `line ${line.commitmentLine}`;
    const amount = parseMoney(line.amount) ?? zero;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { commitmentLine: line.commitmentLine, lines: [line], amount });
    else groups.set(key, { ...group, lines: [...group.lines, line], amount: addMoney(group.amount, amount) });
  }
  return [...groups.values()];
}
