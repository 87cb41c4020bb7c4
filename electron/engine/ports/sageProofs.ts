import { createHash } from 'node:crypto';
import { markerKeyLength } from '#shared/domain/sage/markerField.ts';

/**
 * The proofs of pushes as they stand in Sage, listed: for the comparison with what is remembered here, after either side was restored
 * from a backup.
 */

/** A proof in the table beside Sage's own. What proofs from before version 0.1 do not say is empty. */
export type TableProof = {
  /** The operation's key: the id of its transfer. */
  readonly key: string;
  readonly planHash: string;
  readonly record: string;
  readonly number: string;
  /** Instant of the push, ISO UTC, by the clock of whoever pushed. */
  readonly at: string;
  readonly person: string;
  readonly installation: string;
  /** The plan's. */
  readonly kind: string;
  readonly businessKey: string;
  /** Ids of the CORs or items that the plan was of. */
  readonly subjects: readonly string[];
  readonly title: string;
  /** Of this company, as far as it says: several companies of one server may keep their proofs together. */
  readonly own: boolean;
};

/** A change order that carries proofs in its own field. */
export type FieldProof = {
  readonly record: string;
  readonly number: string;
  readonly job: string;
  readonly description: string;
  /** Short keys: of the push that created it, and of the last one that changed it; empty where there is none. */
  readonly created: string;
  readonly changed: string;
};

export type ProofSigns = {
  /** How many proofs of this company the table holds; null where there is no table, or none that this login may know. */
  readonly table: number | null;
  /** Other whenever a field that may carry proofs changed; only ever compared with itself. Empty when it was not asked for. */
  readonly fields: string;
};

/** What stands of an operation's key in a record: short enough that two of them fit into the field; 128 bits, so that no two operations share one. */
export function shortKey(operationKey: string): string {
  return createHash('sha256').update(operationKey).digest('base64url').slice(0, markerKeyLength);
}
