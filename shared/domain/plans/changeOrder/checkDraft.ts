import { nextChangeNumber } from '../../changeNumber.ts';
import { canonicalCostCode } from '../../costCode.ts';
import { changeOrderStatuses, jobStatuses } from '../../sage/enumerations.ts';
import type { ChangeOrder } from '../../sage/facts.ts';
import type { Refusals } from './fields.ts';
import { type PlanningInput, usedNumbers } from './input.ts';

/** Refusals about the job, the CORs, and the header of a new change order. */
export function checkDraft(input: PlanningInput, refusals: Refusals): void {
  checkJob(input, refusals);
  checkCors(input, refusals);
  if (input.draft.target.mode === 'new') checkHeader(input, refusals);
}

function checkJob({ draft, facts }: PlanningInput, refusals: Refusals): void {
  const { job } = facts;
  if (job === null) {
    refusals.add('job', draft.job, `Job ${draft.job} is no longer in Sage: map the project to another job.`);
    return;
  }
  const words = jobRefusal(job.status, job.inactive);
  if (words !== null) refusals.add('job', job.number, `Job ${job.number} ${words}: reopen it in Sage 3-5 first.`);
}

/** Why a job takes no change orders; null when it does. Used when mapping as well, so both screens say the same. */
export function jobRefusal(status: string, inactive: boolean): string | null {
  const word = (jobStatuses as Readonly<Record<string, string>>)[status] ?? 'unknown status';
  if (inactive) return 'is marked inactive';
  if (status === '6' || status === '2') return `is ${status}-${word}`;
  return null;
}

function checkCors({ draft, cors, facts }: PlanningInput, refusals: Refusals): void {
  for (const [index, id] of draft.corIds.entries()) {
    const cor = cors.find((candidate) => candidate.id === id);
    const field = `corIds.${index}`;
    if (cor === undefined) {
      refusals.add(field, id, 'This COR is no longer in Clearstory: take it out of the change order.');
      continue;
    }
    if (cor.status === 'draft') {
      refusals.add(field, cor.number, `COR ${cor.number} is still a draft in Clearstory: submit it there first.`);
    }
    const link = facts.links.find((candidate) => candidate.corId === id);
    if ((draft.target.mode === 'new' || draft.target.mode === 'existing') && link !== undefined) {
      const wayOut =
        link.job === draft.job
          ? linkedWayOut(facts.changeOrders.find(({ record }) => record === link.record))
          : `that is in job ${link.job}, so unlink the COR first.`;
      refusals.add(field, cor.number, `COR ${cor.number} is in change order ${link.number} already: ${wayOut}`);
    }
  }
}

/** What can be done with a COR that has a change order: an update where Sage allows one, else a new start. */
function linkedWayOut(changeOrder: ChangeOrder | undefined): string {
  if (changeOrder === undefined) return 'that is no longer in Sage, so unlink the COR first.';
  if (changeOrder.invoiced !== null) return 'that was invoiced, so unlink the COR and add only the difference.';
  if (changeOrder.locked) return 'that is locked, so unlock it in Sage 6-4-1 and push an update.';
  return targetRefusal(changeOrder) === null
    ? 'push an update of it instead.'
    : 'that is void or rejected, so unlink the COR first.';
}

/** A COR without any line would be linked to a change order that says nothing of it. */
export function checkEveryCor({ draft, cors }: PlanningInput, refusals: Refusals): void {
  if (draft.prime.length === 0 && draft.budget.length === 0) {
    refusals.add('prime', '', 'There is nothing to write: add a prime line, a budget line, or both.');
    return;
  }
  for (const [index, id] of draft.corIds.entries()) {
    if ([...draft.prime, ...draft.budget].some(({ corId }) => corId === id)) continue;
    const number = cors.find((cor) => cor.id === id)?.number ?? id;
    const wayOut = draft.target.mode === 'update' ? 'void it instead' : 'take the COR out of the change order';
    refusals.add(`corIds.${index}`, number, `COR ${number} has no line: add one, or ${wayOut}.`);
  }
}

/** Why a change order takes no more lines; null when it does. Sage's program refuses the same edits (confidence high). */
export function targetRefusal(target: Pick<ChangeOrder, 'status' | 'locked' | 'invoiced'>): string | null {
  if (target.locked) return 'is locked (Lock Edit): unlock it in Sage 6-4-1, or create a new change order.';
  if (target.invoiced !== null) {
    return `was invoiced on ${target.invoiced}: create a new change order for the difference.`;
  }
  if (target.status === '5') return 'is 5-Void: create a new change order.';
  if (target.status === '6') return 'is 6-Rejected: create a new change order.';
  return null;
}

function checkHeader(input: PlanningInput, refusals: Refusals): void {
  const { draft, facts } = input;
  const { header } = draft;
  if (header.numbering === 'typed') {
    refusals.text('header.number', header.number, 'prmchg', 'chgnum', true);
    // SQL Server's usual collation does not tell case apart (confidence med).
    const alike = (number: string) => number.trim().toLowerCase();
    const twin = facts.changeOrders.find(
      (other) => (other.phase || '0') === (header.phase || '0') && alike(other.number) === alike(header.number),
    );
    if (twin !== undefined) {
      const words = `Change order ${twin.number.trim()} exists already in this job and phase (${twin.description}): choose another number.`;
      refusals.add('header.number', header.number, words);
    }
  }
  if (header.numbering === 'next') {
    const used = usedNumbers(input);
    const next = nextChangeNumber(used);
    if (next !== null) refusals.text('header.number', next, 'prmchg', 'chgnum', false);
    else {
      const words = `Job ${draft.job} has change order numbers like '${used.at(-1) ?? ''}', after which Sage suggests none: type the number.`;
      refusals.add('header.number', '', words);
    }
  }
  if (header.phase !== '' && header.phase !== '0' && !facts.phases.some(({ number }) => number === header.phase)) {
    refusals.add('header.phase', header.phase, `Phase ${header.phase} is not a phase of job ${draft.job}: choose one.`);
  }
  checkCommonHeader(input, refusals);
}

export function checkCommonHeader({ draft, facts }: PlanningInput, refusals: Refusals): void {
  const { header } = draft;
  refusals.date('header.date', 'Date', header.date, true);
  refusals.text('header.description', header.description, 'prmchg', 'dscrpt', true);
  refusals.text('header.reason', header.reason, 'prmchg', 'reason', false);
  refusals.text('header.clientPo', header.clientPo, 'prmchg', 'pchord', false);
  refusals.text('header.notes', header.notes, 'prmchg', 'ntetxt', false);
  refusals.date('header.submitted', 'Submitted', header.submitted, false);
  refusals.date('header.approvedOn', 'Approved', header.approvedOn, false);
  refusals.wholeNumber('header.delayRequested', 'Delay Requested', header.delayRequested);
  refusals.wholeNumber('header.delayApproved', 'Delay Approved', header.delayApproved);
  if (!Object.hasOwn(changeOrderStatuses, header.status)) {
    const what = header.status === '' ? 'No status is chosen' : `Status ${header.status} is not in Sage`;
    refusals.add('header.status', header.status, `${what}: choose one of 1-Approved to 6-Rejected.`);
  }
  if (header.approvedOn !== '' && header.status !== '1') {
    const words = `An approval date (${header.approvedOn}) goes with status 1-Approved only: clear the date or change the status.`;
    refusals.add('header.approvedOn', header.approvedOn, words);
  }
  if (header.type !== '' && !facts.changeOrderTypes.some(({ number }) => number === header.type)) {
    const words = `Change order type ${header.type} is not in Sage's list: choose one that is.`;
    refusals.add('header.type', header.type, words);
  }
}

/** A cost code and a cost type that Sage knows. `required` false allows both to be empty. */
export function checkCoding(
  { facts }: PlanningInput,
  refusals: Refusals,
  field: string,
  coding: { readonly costCode: string; readonly costType: string },
  required: boolean,
): void {
  if (!required && coding.costCode === '' && coding.costType === '') return;
  if (coding.costCode === '') {
    refusals.add(
      `${field}.costCode`,
      '',
      'Cost Code is empty: choose the Sage 100 cost code first, then the cost type.',
    );
  } else {
    const code = canonicalCostCode(coding.costCode);
    const known = code === null ? undefined : facts.costCodes.get(code);
    if (known === undefined) {
      const words = `Cost code ${coding.costCode} is not in Sage (6-5): choose one that is, or add it there and sync.`;
      refusals.add(`${field}.costCode`, coding.costCode, words);
    }
  }
  if (coding.costType === '') {
    refusals.add(`${field}.costType`, '', 'Cost Type is empty: choose one of the nine cost types.');
  } else if (!facts.costTypes.some(({ number }) => number === coding.costType)) {
    refusals.add(
      `${field}.costType`,
      coding.costType,
      `Cost type ${coding.costType} is not in Sage: choose one of 1–9.`,
    );
  }
}
