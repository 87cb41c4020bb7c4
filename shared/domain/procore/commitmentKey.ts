import type { ProcoreCommitment } from './records.ts';

/**
 * The two kinds of commitment are counted apart in Sage, so a record number alone does not name one. A Sage key says which table:
 * `subcon.9001` (6-7-1), `pchord.44` (6-6-1); a change of a subcontract is a change order, `prmchg.310` (6-4-1); a change of a purchase
 * order is its lines, `pcorln.44.3-5`.
 */
export type CommitmentType = ProcoreCommitment['type'];

export const commitmentTables = { subcontract: 'subcon', purchaseOrder: 'pchord' } as const;
export const commitmentScreens = { subcontract: '6-7-1', purchaseOrder: '6-6-1' } as const;
export const commitmentWords = { subcontract: 'subcontract', purchaseOrder: 'purchase order' } as const;

export function commitmentKey(type: CommitmentType, record: string): string {
  return `${commitmentTables[type]}.${record}`;
}

/** Null for a key that is none of a commitment. */
export function commitmentOfKey(key: string): { readonly type: CommitmentType; readonly record: string } | null {
  const match = /^(subcon|pchord)\.(\d+)$/.exec(key);
  if (match === null) return null;
  return { type: match[1] === 'subcon' ? 'subcontract' : 'purchaseOrder', record: match[2] ?? '' };
}

export function subcontractChangeKey(record: string): string {
  return `prmchg.${record}`;
}

/** In: record number of the purchase order, first and last line that were appended. */
export function orderChangeKey(record: string, first: string, last: string): string {
  return `pcorln.${record}.${first}-${last}`;
}

/** The Sage key of a whole record, by the table of its header: jobs, vendors and payable invoices go by their record number alone. */
export function recordKey(table: string, record: string): string {
  return ['subcon', 'pchord', 'prmchg'].includes(table) ? `${table}.${record}` : record;
}

export type ChangeKey =
  | { readonly type: 'subcontract'; readonly record: string }
  | { readonly type: 'purchaseOrder'; readonly record: string; readonly first: string; readonly last: string };

/** Null for a key that is none of a change. */
export function changeOfKey(key: string): ChangeKey | null {
  const subcontract = /^prmchg\.(\d+)$/.exec(key);
  if (subcontract !== null) return { type: 'subcontract', record: subcontract[1] ?? '' };
  const order = /^pcorln\.(\d+)\.(\d+)-(\d+)$/.exec(key);
  if (order === null) return null;
  return { type: 'purchaseOrder', record: order[1] ?? '', first: order[2] ?? '', last: order[3] ?? '' };
}
