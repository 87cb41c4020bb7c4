import type { Failure, Result } from '#shared/domain/failure.ts';
import { succeed } from '#shared/domain/failure.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import { isDispensable, kindWords, unreadNote } from '#shared/domain/sage/readableKinds.ts';
import type { Context } from '../context.ts';

export type UnreadKind = { readonly kind: SageKind; readonly failure: Failure };
type Fingerprints = Readonly<Partial<Record<SageKind, string>>>;

/** What is so of some tables only, and stays so for the next one that is read: a value, a column, a right, a row that never arrives. */
const ofOneKind = new Set([
  'sage.data',
  'sage.schema',
  'sage.rights',
  'sage.rowsMissing',
  'sage.recordTooLong',
  'sage.unknown',
  'sage.bug',
]);

/** Whether the other kinds can be read all the same. Lost contact, a login refused and a lock are the same for all of them. */
export function concernsOneKind({ code }: Failure): boolean {
  return ofOneKind.has(code);
}

/** The fingerprints of these kinds, without those that cannot be taken: then reading them says why. */
export async function fingerprintsOf({ sage }: Context, kinds: readonly SageKind[]): Promise<Result<Fingerprints>> {
  const all = await sage.fingerprints(kinds);
  if (all.ok || !concernsOneKind(all.failure)) return all;
  const found: Partial<Record<SageKind, string>> = {};
  for (const kind of kinds) {
    const one = await sage.fingerprints([kind]);
    if (one.ok) Object.assign(found, one.value);
    else if (!concernsOneKind(one.failure)) return one;
  }
  return succeed(found);
}

/** Whether the last pull could not read this kind: what it has of it may be old, and rows that are gone were not forgotten. */
export function wasUnread({ store }: Context, kind: SageKind): boolean {
  return (store.notes.read(unreadNote(kind)) ?? '') !== '';
}

/** Null: it was read. */
export function noteRead({ store, logger }: Context, kind: SageKind, failure: Failure | null): void {
  const now = failure?.sentence ?? '';
  if ((store.notes.read(unreadNote(kind)) ?? '') === now) return;
  store.notes.write(unreadNote(kind), now);
  if (failure !== null) logger.warn('sage.notRead', { kind, on: '', code: failure.code, detail: failure.detail ?? '' });
}

/**
 * One failure for all kinds that could not be read; null for none. Where change orders are concerned, or all kinds, it is that of the
 * kind itself; else most was read, and the run has its own code.
 */
export function failureOfUnread(unread: readonly UnreadKind[], kinds: readonly SageKind[]): Failure | null {
  const worst = unread.find(({ kind }) => !isDispensable(kind)) ?? unread[0];
  if (worst === undefined) return null;
  const { failure } = worst;
  if (unread.length === kinds.length) return failure;
  const words = unread.map(({ kind }) => kindWords[kind]).join(', ');
  const sentence = `Sage was read, but not its ${words}: ${failure.sentence}`;
  return isDispensable(worst.kind) ? { ...failure, code: 'sage.kindUnread', sentence } : { ...failure, sentence };
}
