import type { MissingProof, ProofMemory, Restored, UnknownProof } from '#shared/domain/proofs.ts';
import { byItself, type Context } from '../context.ts';
import { recordName, screenOf, subjectOf } from '../push/words.ts';

/** Tells History of what disagrees since the last comparison, and how a restore came out. Call it in the transaction that keeps it. */
export function tellNew(context: Context, before: ProofMemory, after: ProofMemory, restored: Restored | null): void {
  const knownKeys = new Set(before.unknown.map(({ key }) => key));
  const knownIds = new Set(before.missing.map(({ transferId }) => transferId));
  for (const proof of after.unknown) if (!knownKeys.has(proof.key)) tellUnknown(context, proof);
  for (const proof of after.missing) if (!knownIds.has(proof.transferId)) tellMissing(context, proof);
  if (restored === null) return;
  const [unknown, missing] = [after.unknown.length, after.missing.length];
  const outcome =
    unknown + missing === 0
      ? 'every push in Sage is known here'
      : `${unknown} in Sage that ${unknown === 1 ? 'is' : 'are'} not known here, ${missing} known here without a proof in Sage`;
  context.tell({
    kind: 'restored',
    by: byItself,
    sentence: `After the restore the pushes in Sage were compared with those known here: ${outcome}.`,
  });
}

function tellUnknown(context: Context, { number, job, title, person, at, record, ours }: UnknownProof): void {
  const from =
    ours === true ? 'from here, before the data was restored' : 'from elsewhere, or before the data was restored';
  context.tell({
    kind: 'failed',
    by: byItself,
    sentence: `Sage holds the proof of a push that is not known here: ${title === '' ? `number ${number}` : title}. It was written ${from}; it is not pushed again before somebody has looked at it (Settings, Backup).`,
    job: job === '' ? null : job,
    changeOrder: number,
    detail: { record, person, at },
  });
}

function tellMissing(context: Context, { transferId, number }: MissingProof): void {
  const transfer = context.store.transfers.get(transferId);
  if (transfer === null) return;
  context.tell({
    kind: 'failed',
    by: byItself,
    sentence: `The proof that '${transfer.title}' was written is no longer in Sage: Sage was restored from an older backup, or somebody removed it. Compare ${recordName(transfer, number)} in ${screenOf(transfer)} with its receipt; nothing is pushed again by itself.`,
    ...subjectOf(transfer),
    changeOrder: number,
  });
}
