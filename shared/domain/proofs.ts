import { z } from 'zod';

/**
 * What is kept of the comparison of the proofs in Sage with the receipts here. After either side was restored from a backup they
 * disagree, and nothing that disagrees is pushed before a person has looked at it.
 */

/** A proof in Sage that no push here accounts for: the data here was restored from a backup, or another Plumbline pushed it. */
export const unknownProofSchema = z.object({
  /** The operation's key in the table of proofs; of proofs in records only its short form stands there. */
  key: z.string(),
  place: z.enum(['table', 'record']),
  /** Of what is in the record itself: whether the push made it or changed it. */
  changes: z.boolean(),
  record: z.string(),
  number: z.string(),
  job: z.string(),
  /** Empty where the proof does not say it. */
  title: z.string(),
  at: z.string(),
  person: z.string(),
  /** The plan's kind. */
  kind: z.string(),
  businessKey: z.string(),
  /** Ids of its CORs or items; empty where the proof does not say it. */
  subjects: z.array(z.string()).readonly(),
  /** Whether it was pushed from this very memory of Plumbline, before that was restored; null where the proof does not say it. */
  ours: z.boolean().nullable(),
  /** The transfer in which a person compares it with what Sage has. */
  transferId: z.string().nullable(),
  /** Set when a person said that it stays as it is, without a link. */
  left: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type UnknownProof = z.infer<typeof unknownProofSchema>;

/** A push that is done here and whose proof is not in Sage: Sage's database was restored from a backup, or somebody removed the proof. */
export const missingProofSchema = z.object({
  transferId: z.string(),
  title: z.string(),
  businessKey: z.string(),
  job: z.string(),
  record: z.string(),
  number: z.string(),
  /** When it was written. */
  at: z.string(),
});
export type MissingProof = z.infer<typeof missingProofSchema>;

/** Put down by a restore of the data here; only a completed comparison takes it away. */
export const restoredSchema = z.object({
  at: z.string(),
  by: z.string(),
  /** When the backup was made. */
  backupAt: z.string(),
});
export type Restored = z.infer<typeof restoredSchema>;

export const proofMemorySchema = z.object({
  /** What Sage said when the two were last found compared; null before the first time. */
  signs: z.object({ table: z.number().int().nullable(), fields: z.string() }).nullable(),
  comparedAt: z.string().nullable(),
  unknown: z.array(unknownProofSchema).readonly(),
  missing: z.array(missingProofSchema).readonly(),
  /** Keys of proofs, and ids of transfers without one, that are accounted for in another way. */
  settled: z.array(z.string()).readonly(),
});
export type ProofMemory = z.infer<typeof proofMemorySchema>;

export const emptyProofMemory: ProofMemory = {
  signs: null,
  comparedAt: null,
  unknown: [],
  missing: [],
  settled: [],
};

/** What a transfer is about, for the question whether a disagreement is in its way. */
export type Concerned = {
  readonly id: string;
  readonly businessKey: string;
  readonly subjects: readonly string[];
  /** The record that it changes; null: it makes a new one. */
  readonly record: string | null;
};

/**
 * The disagreement that keeps a transfer from being written; null: none does. `stands`: whether the record of a proof that a person
 * left alone is still in Sage.
 */
export function inTheWayOf(
  transfer: Concerned,
  { unknown, missing }: Pick<ProofMemory, 'unknown' | 'missing'>,
  stands: (proof: UnknownProof) => boolean,
  corIdsOf: (transferId: string) => readonly string[],
): { readonly unknown: UnknownProof } | { readonly missing: MissingProof } | null {
  const shares = (ids: readonly string[]) => ids.some((id) => transfer.subjects.includes(id));
  for (const proof of unknown) {
    if (proof.key === transfer.id || (proof.left !== null && !stands(proof))) continue;
    // A proof that does not say what it is of may be of anything in its job.
    const silent = proof.subjects.length === 0 && proof.left === null;
    if (silent ? proof.businessKey === transfer.businessKey : shares(proof.subjects)) return { unknown: proof };
  }
  for (const proof of missing) {
    if (proof.transferId === transfer.id) continue;
    const sameRecord = transfer.record !== null && transfer.record === proof.record;
    const sameKey = transfer.businessKey === proof.businessKey;
    if ((sameRecord && sameKey) || shares(corIdsOf(proof.transferId))) return { missing: proof };
  }
  return null;
}
