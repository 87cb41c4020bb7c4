import type { Candidate } from '#shared/domain/handEntry/candidates.ts';
import type { Compared } from '#shared/domain/handEntry/compareTyped.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { hashOf } from '../context.ts';
import type { ItemCandidate } from './itemEntries.ts';

/** A record of Sage's that may be what was approved, whatever it was approved from. */
export type Likely = {
  readonly record: string;
  readonly number: string;
  readonly description: string;
  /** Names this version of it, so that a decision is made on what was shown. */
  readonly hash: string;
  readonly compared: Compared;
};

export function likelyChangeOrder({ changeOrder, compared }: Candidate): Likely {
  const { record, number, description } = changeOrder;
  return { record, number, description, hash: hashOf(changeOrder), compared };
}

export function likelyItem({ title }: Pick<ItemTransfer, 'title'>, { found, hash, compared }: ItemCandidate): Likely {
  return { record: found.record, number: found.number, description: title, hash, compared };
}
