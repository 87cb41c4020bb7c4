import { dateInZone } from '#shared/domain/dates.ts';
import { commitmentOfKey } from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreChange, ProcoreCommitment } from '#shared/domain/procore/records.ts';
import type { TakenNumber } from '#shared/domain/procore/rules/numbers.ts';
import type { Context } from '../../../context.ts';
import { changeLinksOf } from '../commitments/links.ts';
import { allOfSage } from '../shared/sageFacts.ts';

/** A commitment change order with the commitment that it is on. */
export type Change = {
  readonly change: ProcoreChange;
  readonly parent: ProcoreCommitment | null;
  readonly parentLink: ProcoreLink | null;
};

/** Null when Procore has it no longer. */
export function changeOf({ store }: Context, key: ItemKey): Change | null {
  const id = procoreIdOf(key);
  const change = id === null ? null : store.procore.records.get('change', id);
  if (change === null) return null;
  return {
    change,
    parent: store.procore.records.get('commitment', change.commitment),
    parentLink: store.procore.links.get(procoreItem('commitment', change.commitment)),
  };
}

/** The day in the office on which Procore's people decided it, or entered it: the date that it has in Sage. */
export function dayOf({ store }: Context, { reviewedAt, createdAt }: ProcoreChange): string {
  return dateInZone(reviewedAt ?? createdAt, store.settings.read().timeZone);
}

/** change numbers that the commitment has in Sage, or will have. `key`: the item that asks. */
export function takenChangeNumbers(context: Context, key: ItemKey, parent: ProcoreLink): readonly TakenNumber[] {
  const of = commitmentOfKey(parent.sageKey);
  const inSage =
    of?.type !== 'subcontract'
      ? []
      : allOfSage(context, 'changeOrder', parent.job ?? '').flatMap((changeOrder) =>
          changeOrder.budget
            .filter((line) => line.subcontract === of.record && line.status !== '5' && line.status !== '6')
            .map((line) => ({
              number: line.changeNumber,
              by: `a change of subcontract ${parent.sageNumber} in change order ${changeOrder.number.trim()}`,
            })),
        );
  const linked = changeLinksOf(context, parent).map(({ agreed, sageNumber }) => ({
    number: agreed.changeNumber ?? '',
    by: `a change of ${parent.sageNumber}, ${sageNumber}`,
  }));
  const coming = context.store.transfers.open().flatMap((transfer) => {
    if (transfer.cloud !== 'procore' || transfer.item.kind !== 'commitmentChange' || transfer.item.id === key.id)
      return [];
    const other = changeOf(context, transfer.item)?.change.commitment;
    if (other !== parent.procoreId) return [];
    return [{ number: transfer.choices.number ?? '', by: `'${transfer.title}', which is on its way to Sage` }];
  });
  return [...inSage, ...linked, ...coming].filter(({ number }) => number.trim() !== '');
}

/** Changes of the same commitment that are not in Sage yet: shortening may make two numbers equal. */
export function waitingChanges({ store }: Context, { id, commitment, project }: ProcoreChange): readonly TakenNumber[] {
  return store.procore.records
    .all('change', project)
    .filter((other) => other.id !== id && other.commitment === commitment)
    .filter((other) => store.procore.links.get(procoreItem('commitmentChange', other.id)) === null)
    .map(({ number, title }) => ({ number, by: title }));
}
