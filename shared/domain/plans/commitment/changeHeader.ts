import { nextChangeNumber } from '../../changeNumber.ts';
import type { HeaderDraft } from '../../draft.ts';
import type { Check, Refusal } from '../../plan.ts';
import type { ChangeOrder, Subcontract } from '../../sage/facts.ts';
import { collapseSpaces } from '../../text.ts';
import { phaseValues } from '../sageChecks.ts';
import type { SubcontractChangeInput } from '../subcontractChange.ts';

/** The change order (6-4-1) that a change of a subcontract becomes: its number, status and what must hold when it is written. */

export function headerRefusals({
  choices,
  changeOrders,
  sending,
  subcontract,
}: SubcontractChangeInput): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const phase = subcontract?.phase ?? '0';
  const typed = choices.changeOrder.trim();
  const others = numbered(changeOrders, phase);
  if (typed === '' && nextChangeNumber(others.map(({ number }) => number.trim())) === null) {
    const sentence = `Job ${sending.job ?? ''} has change order numbers like '${others.at(-1)?.number.trim() ?? ''}', after which Sage suggests none: type the Change# for 6-4-1.`;
    refusals.push({ field: 'changeOrder', value: '', sentence });
  }
  const twin = others.find(({ number }) => typed !== '' && number.trim().toLowerCase() === typed.toLowerCase());
  if (twin !== undefined) {
    const sentence = `Change order ${twin.number.trim()} exists already in this job and phase (${twin.description}): type another Change#, or leave it empty for the next one.`;
    refusals.push({ field: 'changeOrder', value: typed, sentence });
  }
  if (choices.status !== '1' && choices.status !== '2') {
    const sentence = `Status ${choices.status} is not one that a change of a subcontract can begin with: choose 1-Approved or 2-Open.`;
    refusals.push({ field: 'status', value: choices.status, sentence });
  }
  return refusals;
}

/** Change orders of the phase, oldest first: the newest one says which series goes on. */
function numbered(changeOrders: readonly ChangeOrder[], phase: string): readonly ChangeOrder[] {
  return changeOrders
    .filter((other) => (other.phase || '0') === (phase || '0'))
    .sort((a, b) => (BigInt(a.record) < BigInt(b.record) ? -1 : 1));
}

export function headerOf(
  { change, choices, changeOrders }: SubcontractChangeInput,
  { phase }: Subcontract,
): HeaderDraft {
  const typed = choices.changeOrder.trim();
  const used = numbered(changeOrders, phase).map(({ number }) => number.trim());
  return {
    numbering: typed === '' ? 'next' : 'typed',
    number: typed === '' ? (nextChangeNumber(used) ?? '') : typed,
    date: choices.date,
    description: collapseSpaces(choices.title),
    status: choices.status,
    type: '',
    phase,
    clientPo: '',
    reason: '',
    delayRequested: '',
    delayApproved: '',
    submitted: '',
    approvedOn: choices.status === '1' ? choices.date : '',
    notes: change.description.trim(),
  };
}

/** Nobody has taken the numbers meanwhile. */
export function ownChecks({ choices, sending }: SubcontractChangeInput, subcontract: Subcontract): readonly Check[] {
  const typed = choices.changeOrder.trim();
  const number = choices.number.trim();
  const taken: Check = {
    table: 'sbcgln',
    where: { vndctc: subcontract.record, chgnum: number },
    expect: 'none',
    columns: { chgsts: ['5', '6'] },
    sentence: `Subcontract ${subcontract.number} got a change ${number} in Sage meanwhile: look in 6-4-1 whether it is this one, else type another number.`,
  };
  const status: Check = {
    table: 'subcon',
    where: { recnum: subcontract.record },
    expect: 'one',
    columns: {
      status: ['1', '3', '4', '5'],
      vndnum: [subcontract.vendor],
      jobnum: [subcontract.job],
      phsnum: phaseValues(subcontract.phase),
    },
    sentence: `Subcontract ${subcontract.number} was closed or changed in Sage 6-7-1 meanwhile: look at it there, then try again.`,
  };
  if (typed === '') return [status, taken];
  return [
    status,
    taken,
    {
      table: 'prmchg',
      where: { jobnum: sending.job ?? '', phsnum: subcontract.phase || '0', chgnum: typed },
      expect: 'none',
      columns: {},
      sentence: `Change order ${typed} was created in Sage meanwhile for this job and phase: type another Change#.`,
    },
  ];
}
