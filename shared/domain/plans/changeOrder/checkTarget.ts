import { longNoteLimit } from '../../sage/catalog/limits.ts';
import { changeOrderStatuses, statusWords } from '../../sage/enumerations.ts';
import type { ChangeOrder } from '../../sage/facts.ts';
import { checkCommonHeader, targetRefusal } from './checkDraft.ts';
import type { Refusals } from './fields.ts';
import { type PlanningInput, targetOf } from './input.ts';

/** Refusals about the change order that a draft adds to, updates or voids. */
export function checkTarget(input: PlanningInput, refusals: Refusals): void {
  const { draft } = input;
  if (draft.target.mode === 'new') return;
  const target = targetOf(input);
  if (target === null) {
    const wayOut =
      draft.target.mode === 'existing' ? 'choose another, or create a new one.' : 'unlink its CORs instead.';
    refusals.add('target', '', `The change order chosen is no longer in Sage: ${wayOut}`);
    return;
  }
  const words = wordsFor(draft.target.mode, target);
  if (words !== null) refusals.add('target', target.number, `Change order ${target.number} ${words}`);
  if (target.job !== draft.job) {
    const other = `Change order ${target.number} belongs to job ${target.job}, not to job ${draft.job}: choose one of job ${draft.job}.`;
    refusals.add('target', target.number, other);
  }
  if (draft.target.mode === 'existing') checkPriceBase(input, target, refusals);
  else checkLinks(input, target, refusals);
  if (draft.target.mode !== 'update') return;
  checkCommonHeader(input, refusals);
  checkNotes(input, target, refusals);
}

function wordsFor(mode: 'existing' | 'update' | 'void', target: ChangeOrder): string | null {
  if (mode === 'existing' || targetRefusal(target) === null) return targetRefusal(target);
  const status = statusWords(changeOrderStatuses, target.status);
  if (target.locked) {
    return `is locked (Lock Edit): unlock it in Sage 6-4-1 first, then ${mode === 'void' ? 'void it.' : 'push the update.'}`;
  }
  if (target.invoiced !== null) {
    return mode === 'void'
      ? `was invoiced on ${target.invoiced}: enter a reversing change order in Sage 6-4-1 instead, then unlink its CORs.`
      : `was invoiced on ${target.invoiced}: unlink its CORs, then add only the difference to a new change order.`;
  }
  return mode === 'void'
    ? `is ${status} already: there is nothing to void. Unlink its CORs if they are done with.`
    : `is ${status}: unlink its CORs, then add them to a new change order.`;
}

/** Percentages are of the approved price under 1-Approved, else of the requested one: the draft must have been made for the right one. */
function checkPriceBase({ draft }: PlanningInput, target: ChangeOrder, refusals: Refusals): void {
  if ((draft.header.status === '1') === (target.status === '1')) return;
  const words = `Change order ${target.number} is ${statusWords(changeOrderStatuses, target.status)} in Sage now, which decides whether approved or requested amounts count: choose it again.`;
  refusals.add('target', target.number, words);
}

/** Line numbers mean something only in the change order that the CORs are linked to. */
function checkLinks({ draft, cors, facts }: PlanningInput, target: ChangeOrder, refusals: Refusals): void {
  for (const [index, id] of draft.corIds.entries()) {
    const link = facts.links.find(({ corId }) => corId === id);
    if (link?.record === target.record) continue;
    const number = cors.find((cor) => cor.id === id)?.number ?? id;
    const words =
      link === undefined
        ? `COR ${number} is not linked to change order ${target.number} any more: discard this draft and add the COR anew.`
        : `COR ${number} is in change order ${link.number}, not in change order ${target.number}: discard this draft and open the update again.`;
    refusals.add(`corIds.${index}`, number, words);
  }
}

/** Notes are read up to a limit; writing them back shortened would delete the rest. */
function checkNotes({ draft }: PlanningInput, target: ChangeOrder, refusals: Refusals): void {
  const { notes } = draft.header;
  if (target.notes.length < longNoteLimit || notes.trim() === target.notes.trim()) return;
  const words = `The notes in Sage are longer than Plumbline reads (${longNoteLimit} characters): leave them as they are here, and edit them in Sage 6-4-1.`;
  refusals.add('header.notes', notes, words);
}
