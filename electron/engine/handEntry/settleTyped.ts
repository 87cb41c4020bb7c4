import type { Candidate } from '#shared/domain/handEntry/candidates.ts';
import type { Receipt } from '#shared/domain/plan.ts';
import type { CorTransfer } from '#shared/domain/records.ts';
import { transition } from '#shared/domain/transfer.ts';
import { byItself, type Context } from '../context.ts';
import { save } from '../push/approve.ts';
import { saveLinks } from '../push/settle.ts';
import { corTransfer, recordName, subjectOf } from '../push/words.ts';
import { refreshSageStates } from '../sageState.ts';

/**
 * A person typed the change order: done, linked with what stands in Sage, and told. The receipt says field by field what was approved
 * and what was typed. `by`: who says that this is it; Plumbline where every field is equal. False when it waits no longer. The same
 * for what Plumbline may have written itself and a person pointed at.
 */
export function settleTyped(
  context: Context,
  { id }: Pick<CorTransfer, 'id'>,
  { changeOrder, compared }: Candidate,
  by: string,
  told: Recognition = 'typed',
): boolean {
  const { store, clock } = context;
  const { record, number } = changeOrder;
  const at = clock.now();
  const transfer = corTransfer(context, id);
  const state = transfer === null ? null : transition(transfer.state, { type: told, at, record, number });
  // Somebody withdrew or dropped it while Sage was asked.
  if (transfer === null || state === null) return false;
  const differences = compared.differences.length;
  const receipt: Receipt = {
    operationKey: transfer.id,
    planHash: transfer.planHash ?? '',
    fingerprint: transfer.plan?.fingerprint ?? '',
    appliedAt: at,
    record,
    number,
    rows: compared.rows,
    differences,
  };
  const where = `as ${recordName(transfer, number)}`;
  store.transaction(() => {
    saveLinks(context, transfer, receipt, changeOrder);
    save(context, { ...transfer, state, receipt });
    context.tell({
      kind: told === 'typed' ? 'typed' : 'doubtDecided',
      by,
      sentence: `${recognisedWords(told, by, where, differences)}: ${transfer.title}.`,
      ...subjectOf(transfer),
      changeOrder: number,
      detail: Object.fromEntries(
        compared.differences.map(({ place, label, planned, typed }) => [`${place}: ${label}`, `${planned} → ${typed}`]),
      ),
    });
    refreshSageStates(
      context,
      store.links.ofRecord(record).map(({ corId }) => corId),
    );
  });
  return true;
}

/** A person typed it for the plan, or it was perhaps written by Plumbline itself and a person knows it again. */
export type Recognition = 'typed' | 'recognised';

/** `X took what was typed as vendor 512, with 2 differences`, without what it was. */
export function recognisedWords(told: Recognition, by: string, where: string, differences: number): string {
  const other = `with ${differences} ${differences === 1 ? 'difference' : 'differences'}`;
  if (told === 'recognised') return `${by} looked in Sage: it was written ${where}, ${other}`;
  return by === byItself
    ? `Typed into Sage ${where}, every field as approved`
    : `${by} took what was typed ${where}, ${other}`;
}
