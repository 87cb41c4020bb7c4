import type { Refusal } from '../../plan.ts';
import type { ProcoreChange, ProcoreCommitment } from '../../procore/records.ts';
import type { SendingFacts } from '../../procore/rules/commitment.ts';
import { changeUnmet } from '../../procore/rules/commitmentChange.ts';
import { lengthLimits, numberRefusals, type TakenNumber } from '../../procore/rules/numbers.ts';
import type { ItemPlanning } from '../itemPlan.ts';
import { dateRefusals, partnerRefusals, titleRefusals } from './header.ts';
import type { SageFacts } from './input.ts';

/** What the plans of both kinds of commitment change order depend on. */
export type ChangeInput = {
  readonly planning: ItemPlanning;
  readonly change: ProcoreChange;
  readonly parent: ProcoreCommitment;
  /** `number`: the change's own, within its commitment. */
  readonly choices: ChangeChoices;
  readonly sending: SendingFacts;
  readonly facts: SageFacts;
  /** Lines of the commitment in Sage by the id of Procore's: those that were sent, or made by an earlier change. */
  readonly lines: ReadonlyMap<string, string>;
  readonly numbers: { readonly inSage: readonly TakenNumber[]; readonly waiting: readonly TakenNumber[] };
};

export type ChangeChoices = { readonly number: string; readonly title: string; readonly date: string };

/** refusals that changes of subcontracts and of purchase orders share. */
export function changeRefusals(input: ChangeInput): readonly Refusal[] {
  const { change, parent, choices, sending, numbers } = input;
  const unmet = changeUnmet(change, { commitment: parent, synced: true }, sending);
  return [
    ...unmet.map(({ field, value, sentence }) => ({ field, value, sentence })),
    ...partnerRefusals(input.facts, sending.job, sending.vendor),
    ...numberRefusals({
      field: 'number',
      label: 'Change Order ID',
      typed: choices.number,
      limit: lengthLimits.changeNumber,
      inSage: numbers.inSage,
      own: change.number,
      waiting: numbers.waiting,
    }),
    ...titleRefusals(choices.title, lengthLimits.changeTitle),
    ...dateRefusals(choices.date, 'Date', `change order ${change.number}`),
  ];
}
