import { sumMoney } from '../money.ts';
import type { Plan } from '../plan.ts';
import type { ChangeOrder } from '../sage/facts.ts';
import { type Compared, compareTyped, type Typed } from './compareTyped.ts';

/** A change order that may be what a person typed for a plan. */
export type Candidate = { readonly changeOrder: ChangeOrder; readonly compared: Compared };

export type Known = {
  /** The highest record number of a change order that was known at the approval. */
  readonly newestRecord: string;
  /** Record numbers of change orders that belong to other CORs. */
  readonly linked: ReadonlySet<string>;
  readonly owned: Typed['owned'];
  readonly shownAs: Typed['shownAs'];
};

/** More than these nobody compares by eye. */
const mostShown = 3;

/**
 * What a person may have typed for this plan: the change order that it names, once something of the plan can be seen there; of a new
 * one those of the job that came after the approval and belong to nobody, found by change number, description or totals. Where none of
 * these fits, any newcomer of the job is asked about: nothing is ever guessed.
 */
export function candidatesOf(plan: Plan, all: readonly ChangeOrder[], known: Known): readonly Candidate[] {
  const compared = (changeOrder: ChangeOrder) => candidateOf(plan, changeOrder, known);
  const { record } = plan.target;
  if (record !== null) {
    const target = all.find((changeOrder) => changeOrder.record === record);
    return target === undefined ? [] : [compared(target)].filter(({ compared: { begun } }) => begun);
  }
  const newcomers = all.filter(
    (changeOrder) =>
      changeOrder.job === plan.target.job &&
      BigInt(changeOrder.record) > BigInt(known.newestRecord) &&
      !known.linked.has(changeOrder.record),
  );
  const alike = newcomers.filter((changeOrder) => looksTyped(plan, changeOrder));
  return (alike.length > 0 ? alike : newcomers)
    .map(compared)
    .sort((a, b) => a.compared.differences.length - b.compared.differences.length)
    .slice(0, mostShown);
}

/** One change order beside the plan, whether or not it looks like it. */
export function candidateOf(plan: Plan, changeOrder: ChangeOrder, { owned, shownAs }: Known): Candidate {
  return { changeOrder, compared: compareTyped({ plan, changeOrder, owned, shownAs }) };
}

/** The one that is certainly it: equal in every field, and the only such one. */
export function certainOf(candidates: readonly Candidate[]): Candidate | null {
  const equal = candidates.filter(({ compared }) => compared.differences.length === 0);
  const [first] = equal;
  return equal.length === 1 && first !== undefined ? first : null;
}

/** The change order that the plan names, or one with the number, description or totals of the plan. */
export function looksTyped({ target, controls, steps }: Plan, changeOrder: ChangeOrder): boolean {
  if (target.record !== null) return target.record === changeOrder.record;
  const plain = (text: string) => text.trim().toLowerCase();
  const description = steps
    .find(({ table }) => table === 'prmchg')
    ?.columns.find(({ column }) => column === 'dscrpt')?.cell;
  if (target.number !== null && plain(target.number) === plain(changeOrder.number)) return true;
  if (description?.kind === 'text' && plain(description.text ?? '') === plain(changeOrder.description)) return true;
  if ('sums' in controls) return false;
  const { prime, budget } = changeOrder;
  return (
    sumMoney(prime.map(({ requested }) => requested)) === sumMoney([controls.requested]) &&
    sumMoney(prime.map(({ approved }) => approved)) === sumMoney([controls.approved]) &&
    sumMoney(budget.map(({ amount }) => amount)) === sumMoney([controls.budget])
  );
}
