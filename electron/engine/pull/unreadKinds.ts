import { z } from 'zod';
import type { Failure, Result } from '#shared/domain/failure.ts';
import { succeed } from '#shared/domain/failure.ts';
import { type SageKind, sageKinds } from '#shared/domain/sage/facts.ts';
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

const unreadSchema = z.object({ sentence: z.string(), since: z.string() });
/** Why a kind cannot be read, and the instant (ISO UTC) since which it could not. */
export type Unread = z.infer<typeof unreadSchema>;

/** Why the last pull could not read this kind: what is here of it may be old, and rows that are gone were not forgotten. Null: it was read. */
export function unreadSince({ store }: Pick<Context, 'store'>, kind: SageKind): Unread | null {
  const text = store.notes.read(unreadNote(kind)) ?? '';
  return text === '' ? null : unreadSchema.parse(JSON.parse(text));
}

/** The kinds without which the rest is read all the same, so that no run that fails tells of them. */
export function quietlyUnread(context: Pick<Context, 'store'>): readonly (Unread & { readonly kind: SageKind })[] {
  return sageKinds.filter(isDispensable).flatMap((kind) => {
    const unread = unreadSince(context, kind);
    return unread === null ? [] : [{ kind, ...unread }];
  });
}

/** Null: it was read. */
export function noteRead(context: Context, kind: SageKind, failure: Failure | null): void {
  const { store, clock, logger } = context;
  const before = unreadSince(context, kind);
  if ((before?.sentence ?? null) === (failure?.sentence ?? null)) return;
  const now: Unread | null =
    failure === null ? null : { sentence: failure.sentence, since: before?.since ?? clock.now() };
  store.notes.write(unreadNote(kind), now === null ? '' : JSON.stringify(now));
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
