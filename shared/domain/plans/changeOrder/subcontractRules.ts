import { displayCostCode, sameCostCode } from '../../costCode.ts';
import type { BudgetDraft } from '../../draft.ts';
import { changeOrderStatuses, statusWords, subcontractStatuses } from '../../sage/enumerations.ts';
import type { Refusals } from './fields.ts';
import type { PlanningInput } from './input.ts';

const allStatuses = 'choose one of 1-Approved to 6-Rejected.';

/**
 * Vendor, Subcontract, Subcontract Line, Change# and Status act as a unit (confidence high): if any is given, all but the line
 * are required. With a line, its cost code and type are the subcontract's own; without one, Sage's program creates a line.
 * `stays`: the line is in Sage with this status and amount, so that the subcontract is not touched.
 */
export function checkSubcontractChange(
  { facts, draft }: PlanningInput,
  refusals: Refusals,
  field: string,
  line: BudgetDraft,
  stays: boolean,
): void {
  const sub = line.subcontract;
  if (sub === null) return;
  const at = `${field}.subcontract`;
  if (sub.vendor === '') {
    const owner = facts.subcontracts.find(({ record }) => record === sub.subcontract)?.vendor ?? 'of the subcontract';
    const words = `Vendor is empty: a subcontract change names its vendor, so choose vendor ${owner}.`;
    refusals.add(`${at}.vendor`, '', words);
  } else if (!facts.vendors.has(sub.vendor)) {
    refusals.add(`${at}.vendor`, sub.vendor, `Vendor ${sub.vendor} is not in Sage (4-4): choose one that is.`);
  }
  if (sub.changeNumber.trim() === '') {
    refusals.add(
      `${at}.changeNumber`,
      '',
      "Change# is empty: type the subcontract's own change number, such as 850-1.",
    );
  }
  refusals.text(`${at}.changeNumber`, sub.changeNumber, 'sbcgln', 'chgnum', false);
  if (sub.status === '') {
    refusals.add(`${at}.status`, '', `Status of the subcontract change is empty: ${allStatuses}`);
  } else if (!Object.hasOwn(changeOrderStatuses, sub.status)) {
    const words = `Status ${sub.status} of the subcontract change is not in Sage: ${allStatuses}`;
    refusals.add(`${at}.status`, sub.status, words);
  } else if ((draft.header.status === '5' || draft.header.status === '6') && sub.status !== draft.header.status) {
    const words = 'A void or rejected change order cannot have a line with another status: choose the same one.';
    refusals.add(`${at}.status`, sub.status, words);
  }
  checkSubcontract(facts, refusals, at, line, { job: draft.job, stays });
}

function checkSubcontract(
  facts: PlanningInput['facts'],
  refusals: Refusals,
  at: string,
  line: BudgetDraft,
  { job, stays }: { readonly job: string; readonly stays: boolean },
): void {
  const sub = line.subcontract;
  if (sub === null) return;
  const subcontract = facts.subcontracts.find(({ record }) => record === sub.subcontract);
  if (subcontract === undefined) {
    const words = `The subcontract chosen is not one of job ${job} in Sage (6-7-1): choose one that is.`;
    refusals.add(`${at}.subcontract`, sub.subcontract, words);
    return;
  }
  const name = `Subcontract ${subcontract.number}`;
  if (subcontract.vendor !== sub.vendor && sub.vendor !== '') {
    const words = `${name} belongs to vendor ${subcontract.vendor}, not ${sub.vendor}: choose vendor ${subcontract.vendor} or another subcontract.`;
    refusals.add(`${at}.vendor`, sub.vendor, words);
  }
  if (subcontract.locked && !stays) {
    refusals.add(`${at}.subcontract`, subcontract.number, `${name} is locked (Lock Edit): unlock it in Sage 6-7-1.`);
  }
  if ((subcontract.status === '6' || subcontract.status === '2') && !stays) {
    const words = `${name} is ${statusWords(subcontractStatuses, subcontract.status)} in Sage: reopen it in 6-7-1, or choose another.`;
    refusals.add(`${at}.subcontract`, subcontract.number, words);
  }
  if (sub.line === '') return;
  const subcontractLine = subcontract.lines.find((candidate) => candidate.line === sub.line);
  if (subcontractLine === undefined) {
    refusals.add(
      `${at}.line`,
      sub.line,
      `${name} has no line ${sub.line}: choose one that is there, or leave it empty.`,
    );
    return;
  }
  const sameCode = subcontractLine.costCode !== null && sameKnownCode(subcontractLine.costCode, line.costCode);
  if (!sameCode || subcontractLine.costType !== line.costType) {
    const words = `Line ${sub.line} of ${name} has cost code ${displayCostCode(subcontractLine.costCode ?? 'none')} and type ${subcontractLine.costType ?? 'none'}: use the same here.`;
    refusals.add(`${at}.line`, sub.line, words);
  }
}

function sameKnownCode(a: string, b: string): boolean {
  return b !== '' && sameCostCode(a, b);
}
