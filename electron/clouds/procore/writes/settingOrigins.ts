import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Origin } from '#shared/domain/procore/records.ts';
import type { ProcoreReply } from '../transport.ts';

/** `code` undefined: this kind of record has none. */
export type WantedOrigin = { readonly id: string | null; readonly code?: string | null };

export type OriginSlot = {
  /** Names the record, e.g. `the subcontract SC-001`. */
  readonly what: string;
  readonly wanted: WantedOrigin;
  readonly read: () => Promise<Result<Origin>>;
  readonly write: (fields: Readonly<Record<string, string | null>>) => Promise<Result<ProcoreReply>>;
};

/** Fills or empties the one slot that an accounting connector has on a record, and looks whether Procore kept it. */
export async function setOrigin(slot: OriginSlot): Promise<Result<null>> {
  const before = await slot.read();
  if (!before.ok) return before;
  if (isKept(before.value, slot.wanted)) return succeed(null);
  const foreign = foreignOrigin(slot.what, before.value, slot.wanted.id);
  if (foreign !== null) return fail(foreign);
  const { id, code } = slot.wanted;
  const written = await slot.write({ origin_id: id, ...(code === undefined ? {} : { origin_code: code }) });
  if (!written.ok) return written;
  const after = await slot.read();
  if (!after.ok) return after;
  if (isKept(after.value, slot.wanted)) return succeed(null);
  return fail(notKept(slot.what, 'origin id', id ?? 'none', after.value.id ?? 'none'));
}

function isKept(origin: Origin, wanted: WantedOrigin): boolean {
  const same = (a: string | null, b: string | null) => (a ?? '') === (b ?? '');
  return same(origin.id, wanted.id) && (wanted.code === undefined || same(origin.code, wanted.code));
}

/**
 * Ours begin with `plumbline:` and our Sage company; whoever filled the slot otherwise owns the record. One that is emptied was ours when
 * that was asked for.
 */
export function foreignOrigin(what: string, { id }: Origin, wanted: string | null): Failure | null {
  if (id === null || id === '' || id === wanted) return null;
  const ours = wanted === null ? ['plumbline'] : wanted.split(':').slice(0, 2);
  if (ours.every((part, index) => id.split(':')[index] === part)) return null;
  return {
    next: 'needsPerson',
    code: 'procore.foreignOrigin',
    sentence: `Another connector owns ${what} in Procore: it carries the origin id “${id}”. Nothing was changed.`,
    remedy: 'Disconnect it there before it is linked here.',
  };
}

/** Procore said yes, and has something else. */
export function notKept(what: string, field: string, wanted: string, found: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.notKept',
    sentence: `Procore accepted ${what}, but keeps “${found}” as its ${field} instead of “${wanted}”.`,
    remedy: 'Look at it in Procore, correct it there, and try again.',
  };
}
