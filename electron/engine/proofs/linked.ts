import { itemKinds } from '#shared/domain/procore/item.ts';
import type { ProofMemory, UnknownProof } from '#shared/domain/proofs.ts';
import type { Context } from '../context.ts';
import { readMemory } from './memory.ts';

/**
 * Whether what a proof is of is linked here with the record that it was written to, however that came about: then nobody would push it
 * anew, and what the push changed shows as a difference.
 */
export function isLinked(
  { store }: Pick<Context, 'store'>,
  { key, place, record, subjects, kind, transferId }: UnknownProof,
): boolean {
  if (place === 'table' && store.transfers.get(key)?.state.name === 'done') return true;
  if (transferId !== null && store.transfers.get(transferId)?.state.name === 'done') return true;
  // The proof in a record does not say whose it is: one COR that is linked with it may stand beside another that is not.
  if (place === 'record' || subjects.length === 0) return false;
  if (kind.startsWith('changeOrder.')) return subjects.every((id) => store.links.get(id)?.record === record);
  return subjects.every((id) =>
    itemKinds.some((itemKind) => store.procore.links.get({ kind: itemKind, id })?.sageKey === record),
  );
}

/** The disagreements that are left: what a person has linked since the last comparison is none any more. */
export function disagreementsNow(context: Pick<Context, 'store'>): Pick<ProofMemory, 'unknown' | 'missing'> {
  const { unknown, missing } = readMemory(context);
  return { unknown: unknown.filter((proof) => !isLinked(context, proof)), missing };
}
