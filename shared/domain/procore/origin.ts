import type { CompanyId } from '../company.ts';
import type { Origin } from './records.ts';

/** What an origin id of ours is of. */
export type OriginKind =
  | 'job'
  | 'phase'
  | 'costCode'
  | 'costType'
  | 'vendor'
  | 'subcontract'
  | 'purchaseOrder'
  | 'change'
  | 'invoice';

/**
 * The id that Procore keeps of a Sage record, e.g. `plumbline:acme:vendor:512`. Made of nothing but what lasts, so that the same record
 * always has the same one: whatever was written already is found again and not written twice. Procore wants it unique in a company
 * and type of record, so the keys of what belongs to a job begin with the job number. In: the parts of the key, which hold no `:`.
 */
export function originIdOf(company: CompanyId, kind: OriginKind, ...key: readonly string[]): string {
  return [`plumbline:${company}:${kind}`, ...key].join(':');
}

/** The key of a record of this company and kind whose origin id this is, part by part; null when it is another's. */
export function originKey(originId: string | null, company: CompanyId, kind: OriginKind): readonly string[] | null {
  const [name, owner, found, ...key] = (originId ?? '').split(':');
  return name === 'plumbline' && owner === company && found === kind && key.length > 0 ? key : null;
}

/**
 * Why a record of Procore is not ours to touch, in a sentence; null when it is. Procore has one origin per record: whoever filled it owns
 * the record. In: what people call the record, e.g. `Company Harbor Electric`.
 */
export function foreignOwner(what: string, { id }: Origin, company: CompanyId): string | null {
  if (id === null || id === '') return null;
  const [name, owner] = id.split(':');
  if (name !== 'plumbline') {
    return `${what} carries the origin id '${id}' of another connector, which owns it: Plumbline only reads it. Disconnect it there before it is linked here.`;
  }
  if (owner === company) return null;
  return `${what} is linked with Sage company '${owner ?? ''}', not with this one: unlink it there first.`;
}
