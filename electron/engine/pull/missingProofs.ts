import type { Failure } from '#shared/domain/failure.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { byItself, type Context } from '../context.ts';
import { recordName, screenOf, subjectOf } from '../push/words.ts';
import { searchFor } from '../writing/markerStores.ts';

/** Older pushes are looked at while they were new; a restored backup lacks the newest first. */
const newest = 20;
const noteName = 'markers.missing';

/** The transfers that are done here and whose proof is no longer in Sage. */
export function missingProofs({ store }: Pick<Context, 'store'>): readonly string[] {
  return (store.notes.read(noteName) ?? '').split(' ').filter((id) => id !== '');
}

/**
 * Done here, proof missing there: Sage was restored from an older backup, or somebody removed it. That is an alarm for a person, and
 * never a reason to push again. Asked once a night for the newest pushes.
 */
export async function checkProofs(context: Context): Promise<Failure | null> {
  const { store, sage } = context;
  const known = new Set(missingProofs(context));
  const missing: string[] = [];
  for (const transfer of store.transfers.list({ states: ['done'], search: '', offset: 0, limit: newest }).rows) {
    if (!isWritten(transfer)) continue;
    const search = searchFor(context, transfer.id, transfer.newestRecord ?? '0');
    const found = await sage.lookUp(transfer.plan, search);
    // Of a change that others followed only the last one has its proof in the record.
    const unsure = !found.ok && found.failure.code === 'sage.markerUnsure';
    if (!found.ok && !unsure) return found.failure;
    if (found.ok ? found.value !== null : transfer.plan.target.record !== null) continue;
    missing.push(transfer.id);
    if (!known.has(transfer.id)) tell(context, transfer);
  }
  store.notes.write(noteName, missing.join(' '));
  return null;
}

/** Written by Plumbline with its proof; what a person typed or pointed at carries none. */
function isWritten(transfer: Transfer): transfer is Transfer & { readonly plan: NonNullable<Transfer['plan']> } {
  const { plan, state } = transfer;
  return plan !== null && state.name === 'done' && state.typed !== true && state.recognised !== true;
}

function tell(context: Context, transfer: Transfer): void {
  const { title, state } = transfer;
  const number = state.name === 'done' ? state.number : '';
  context.tell({
    kind: 'failed',
    by: byItself,
    sentence: `The proof that '${title}' was written is no longer in Sage: Sage was restored from an older backup, or somebody removed it. Compare ${recordName(transfer, number)} in ${screenOf(transfer)} with its receipt; nothing is pushed again by itself.`,
    ...subjectOf(transfer),
    changeOrder: number,
  });
}
