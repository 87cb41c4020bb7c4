import { addMinutesTo } from '#shared/domain/dates.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import { leftNote, type Readable, readableKinds } from '#shared/domain/sage/readableKinds.ts';
import { sweepDue } from '#shared/domain/schedule.ts';
import { byItself, type Context } from '../context.ts';
import { findEntries } from '../handEntry/findEntries.ts';
import type { ReadPage, SageRecords } from '../ports/sageCompany.ts';
import { compareProofs } from '../proofs/compare.ts';
import { healthOf, refreshSageStates } from '../sageState.ts';
import { inspectCompany } from '../writing/inspectCompany.ts';
import { theseBooks } from '../writing/theseBooks.ts';
import { discoverImportedJobs } from './importedJobs.ts';
import {
  concernsOneKind,
  failureOfUnread,
  fingerprintsOf,
  noteRead,
  type UnreadKind,
  unreadSince,
} from './unreadKinds.ts';

/** Rows whose transaction began earlier and ended later than our last read carry an older change time: read that far back. */
const overlapMinutes = 10;

/** Each linked change order is read by itself when any changed, because a line can change without its header's time. */
const linkedReadLimit = 200;

/** Raised when a record is read otherwise than before: then everything is read anew once. */
const recordFormat = '3';

/** Kinds for which Sage keeps a change time; the others are small lists and are read whole when their fingerprint differs. */
const timedKinds: ReadonlySet<SageKind> = new Set<SageKind>([
  'job',
  'vendor',
  'changeOrder',
  'subcontract',
  'purchaseOrder',
  'payableInvoice',
]);

export type PullCount = { readonly rowsRead: number; readonly changed: number; readonly failure: Failure | null };

/**
 * Reads from Sage what may have changed: one fingerprint row for each kind, then only the kinds whose fingerprint differs, and
 * of those with a change time only newer rows. Once a night everything is read and rows that are gone are forgotten. A kind that cannot be
 * read keeps none of the others from it: it is read whole as soon as it can be.
 */
export async function pullSage(context: Context): Promise<PullCount> {
  const { store, clock } = context;
  const known = store.notes.read('sage.format') === recordFormat;
  const sweep = !known || sweepDue(store.notes.read('sage.sweptAt'), clock.now(), store.settings.read().timeZone);
  const looked = await inspectCompany(context);
  const taken = theseBooks(context);
  if (taken !== null) return { rowsRead: 0, changed: 0, failure: taken };
  // Reading needs no more than it reads: what cannot be inspected only keeps Plumbline from writing.
  if (!looked.ok && looked.failure.next === 'retry') return { rowsRead: 0, changed: 0, failure: looked.failure };
  if (!looked.ok)
    context.logger.warn('sage.notInspected', { code: looked.failure.code, detail: looked.failure.detail ?? '' });
  const { kinds, left } = readableKinds(looked.ok ? looked.value : store.inspection.read());
  tellLeft(context, left);
  const fingerprints = await fingerprintsOf(context, kinds);
  if (!fingerprints.ok) return { rowsRead: 0, changed: 0, failure: fingerprints.failure };
  let rowsRead = kinds.length;
  let changed = 0;
  const unread: UnreadKind[] = [];
  for (const kind of kinds) {
    const fingerprint = fingerprints.value[kind];
    const whole = sweep || unreadSince(context, kind) !== null;
    const same = fingerprint !== undefined && store.notes.read(`sage.fingerprint.${kind}`) === fingerprint;
    if (same && !whole) continue;
    const read = await readKind(context, kind, whole);
    rowsRead += read.rowsRead;
    changed += read.changed;
    if (read.failure !== null && !concernsOneKind(read.failure)) return { rowsRead, changed, failure: read.failure };
    noteRead(context, kind, read.failure);
    if (read.failure !== null) unread.push({ kind, failure: read.failure });
    else store.notes.write(`sage.fingerprint.${kind}`, fingerprint ?? '');
  }
  const uncompared = await compareProofs(context, sweep);
  if (uncompared?.next === 'retry') return { rowsRead, changed, failure: uncompared };
  // Reading needs no proofs; whoever writes finds out by itself that they cannot be asked.
  if (uncompared !== null) context.logger.warn('proofs.notCompared', { code: uncompared.code });
  if (sweep) store.notes.write('sage.sweptAt', clock.now());
  store.notes.write('sage.format', recordFormat);
  if (changed > 0) discoverImportedJobs(context);
  const unlooked = await findEntries(context);
  return { rowsRead, changed, failure: unlooked ?? failureOfUnread(unread, kinds) };
}

/** What is not read is noted for whoever relies on it: an empty list of invoices would mean that there are none. */
function tellLeft({ store, logger }: Context, left: Readable['left']): void {
  const now = JSON.stringify(left);
  if ((store.notes.read(leftNote) ?? '[]') === now) return;
  store.notes.write(leftNote, now);
  for (const { kind, on } of left) logger.warn('sage.notRead', { kind, on });
}

/** Newer rows first; when the fingerprint differs although nothing is newer, a row changed or went silently: read them all. */
async function readKind(context: Context, kind: SageKind, whole: boolean): Promise<PullCount> {
  const watermark = context.store.notes.read(`sage.watermark.${kind}`);
  const changedFrom = whole || !timedKinds.has(kind) || watermark === null ? null : earlier(watermark);
  let read = await readRows(context, kind, changedFrom);
  if (read.failure === null && changedFrom !== null && read.changed === 0) {
    const all = await readRows(context, kind, null);
    read = { ...all, rowsRead: read.rowsRead + all.rowsRead };
  }
  if (read.failure === null && kind === 'changeOrder') tellDrift(context);
  return read;
}

async function readRows(context: Context, kind: SageKind, changedFrom: string | null): Promise<PullCount> {
  const { store, sage } = context;
  const seen = new Set<string>();
  let newest = store.notes.read(`sage.watermark.${kind}`) ?? '';
  let rowsRead = 0;
  let changed = 0;
  let after: string | null = null;
  do {
    const page: Result<ReadPage<SageRecords[SageKind]>> = await sage.read(kind, { changedFrom, after });
    if (!page.ok) return { rowsRead, changed, failure: page.failure };
    rowsRead += page.value.rowsRead;
    changed += store.sage.upsert(kind, page.value.records);
    for (const record of page.value.records) {
      seen.add(store.sage.keyOf(kind, record));
      if ('updated' in record && record.updated > newest) newest = record.updated;
    }
    after = page.value.next;
  } while (after !== null);
  if (changedFrom === null) changed += forgetMissing(context, kind, seen);
  else if (kind === 'changeOrder') {
    const linked = await rereadLinked(context, seen);
    rowsRead += linked.rowsRead;
    changed += linked.changed;
    if (linked.failure !== null) return { rowsRead, changed, failure: linked.failure };
  }
  if (newest !== '') store.notes.write(`sage.watermark.${kind}`, newest);
  return { rowsRead, changed, failure: null };
}

function forgetMissing({ store }: Context, kind: SageKind, seen: ReadonlySet<string>): number {
  const gone = store.sage.keys(kind).filter((key) => !seen.has(key));
  store.sage.remove(kind, gone);
  return gone.length;
}

async function rereadLinked(context: Context, seen: ReadonlySet<string>): Promise<PullCount> {
  const { store, sage } = context;
  const records = [...new Set(store.links.all().map(({ record }) => record))].filter((record) => !seen.has(record));
  let rowsRead = 0;
  let changed = 0;
  for (const record of records.slice(0, linkedReadLimit)) {
    const read = await sage.changeOrder(record);
    if (!read.ok) return { rowsRead, changed, failure: read.failure };
    if (read.value === null) {
      store.sage.remove('changeOrder', [record]);
      changed += 1;
    } else {
      rowsRead += 1 + read.value.prime.length + read.value.budget.length;
      changed += store.sage.upsert('changeOrder', [read.value]);
    }
  }
  return { rowsRead, changed, failure: null };
}

/** Recomputes the state of every linked COR and tells History of each change order that was edited in Sage since. */
function tellDrift(context: Context): void {
  const { store } = context;
  store.transaction(() => {
    for (const link of store.links.all()) {
      const before = store.notes.read(`drift.${link.corId}`) ?? '';
      const health = healthOf(context, link.corId);
      const drift = (health?.differences ?? []).filter(({ side }) => side === 'sage');
      const now = health?.state === 'orphaned' ? 'orphaned' : JSON.stringify(drift);
      if (now === before || (before === '' && drift.length === 0 && now !== 'orphaned')) continue;
      store.notes.write(`drift.${link.corId}`, drift.length === 0 && now !== 'orphaned' ? '' : now);
      if (drift.length === 0 && now !== 'orphaned') continue;
      const cor = store.cors.get(link.corId);
      context.tell({
        kind: 'sageChanged',
        by: byItself,
        sentence:
          now === 'orphaned'
            ? `Change order ${link.number} of job ${link.job} is no longer in Sage.`
            : `Change order ${link.number} of job ${link.job} was edited in Sage: ${drift.map(({ label }) => label).join(', ')}.`,
        job: link.job,
        cors: [{ id: link.corId, number: cor?.number ?? link.pushed.cor.number }],
        changeOrder: link.number,
        detail: Object.fromEntries(drift.map(({ label, pushed, now: is }) => [label, `${pushed} → ${is}`])),
      });
    }
    refreshSageStates(
      context,
      store.links.all().map(({ corId }) => corId),
    );
  });
}

/** Sage's time is text of the server's own clock, `YYYY-MM-DD HH:MM:SS.fff`; arithmetic on it needs no zone. */
function earlier(serverTime: string): string {
  return addMinutesTo(`${serverTime.replace(' ', 'T')}Z`, -overlapMinutes)
    .replace('T', ' ')
    .replace('Z', '');
}
