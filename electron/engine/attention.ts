import type { HomeStatus, SideStatus } from '#shared/contract/home.ts';
import {
  type AttentionFacts,
  type AttentionItem,
  attentionItems,
  personalCorStates,
  personalTransferStates,
} from '#shared/domain/attention.ts';
import { type CorLog, everyCor } from '#shared/domain/corLog.ts';
import { relativeWords } from '#shared/domain/dates.ts';
import type { Act } from '#shared/domain/procore/act.ts';
import type { MissingProof, UnknownProof } from '#shared/domain/proofs.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { kindWords } from '#shared/domain/sage/readableKinds.ts';
import { type BackupTrouble, backupTrouble } from './backupTrouble.ts';
import type { Context } from './context.ts';
import { disagreementsNow } from './proofs/linked.ts';
import { quietlyUnread } from './pull/unreadKinds.ts';
import { usedClouds } from './usedClouds.ts';

/** What waits for a person, and how much of it there is; lists of transfers end at 200. */
export type WaitingForPerson = {
  readonly total: number;
  /** Of it, items of Procore, which no state of a COR counts. */
  readonly procore: number;
  readonly missing: readonly MissingProof[];
  /** Proofs in Sage of pushes that are not known here and that nobody has left as they are. */
  readonly unknown: readonly UnknownProof[];
  /** Why the last backup could not be made. */
  readonly backup: BackupTrouble | null;
  readonly installation: AttentionFacts['installation'];
  /** What Procore's items need of Sage and the last pull could not read. */
  readonly unread: AttentionFacts['unread'];
  readonly transfers: readonly Transfer[];
  readonly acts: readonly Act[];
  /** CORs of mapped projects in each state. */
  readonly corCounts: CorLog['counts'];
};

/** Asked for with every status: nothing is listed where nothing waits. */
export function waitingForPerson(context: Context): WaitingForPerson {
  const { store } = context;
  const found = store.transfers.list({ states: personalTransferStates, search: '', offset: 0, limit: 200 });
  const acts = store.procore.acts.open().filter(({ state }) => state.name === 'needsAttention');
  const disagreements = disagreementsNow(context);
  const { missing } = disagreements;
  const unknown = disagreements.unknown.filter(({ left }) => left === null);
  const backup = backupTrouble(context);
  const installation = context.host.matters?.() ?? [];
  const unread = usedClouds(context).procore ? quietlyUnread(context).map(unreadMatter) : [];
  const { counts: corCounts } = store.cors.list({ ...everyCor, limit: 1 });
  const single =
    acts.length + missing.length + unknown.length + (backup === null ? 0 : 1) + installation.length + unread.length;
  return {
    total: found.total + single + personalCors(corCounts),
    procore: found.rows.filter(({ cloud }) => cloud === 'procore').length + acts.length,
    missing,
    unknown,
    backup,
    installation,
    unread,
    transfers: found.rows,
    acts,
    corCounts,
  };
}

/** The list itself: of this company, the loudest first, at most 200. */
export function attentionOf(context: Context, status: HomeStatus): readonly AttentionItem[] {
  const { store, company, companyName } = context;
  const { transfers, acts, missing, unknown, backup, installation, unread, corCounts } = waitingForPerson(context);
  const cors =
    personalCors(corCounts) === 0 ? [] : store.cors.list({ ...everyCor, sageStates: personalCorStates }).rows;
  const since = store.inspection.read()?.catalog.readAt ?? status.now;
  const items = attentionItems({
    company,
    companyName,
    transfers,
    acts: acts.slice(0, 200),
    cors,
    unproved: missing.flatMap(({ transferId }) => store.transfers.get(transferId) ?? []),
    unknown: unknown.map(({ key, title, number, at }) => ({
      key,
      title: title === '' ? number : title,
      since: at || status.now,
    })),
    backup,
    installation,
    unread,
    hindered: status.hindered === null ? null : { ...status.hindered, since },
    silent: status.sides
      .filter(({ state }) => state === 'failed' || state === 'silent')
      .map((side) => ({
        side: side.side,
        lastHeard: side.lastHeard,
        sentence: sideSentence(side, status.now),
        since: silentSince(side, status.now),
      })),
  });
  return items.slice(0, 200);
}

function unreadMatter({
  kind,
  sentence,
  since,
}: ReturnType<typeof quietlyUnread>[number]): AttentionFacts['unread'][number] {
  const words = `Sage's ${kindWords[kind]} cannot be read, so that Procore's items go by what was read before: ${sentence}`;
  return { kind, sentence: words, since };
}

/** What is said of a side that does not answer. */
export function sideSentence({ side, name, lastHeard }: SideStatus, now: string): string {
  const since = lastHeard === null ? 'yet' : `since ${relativeWords(lastHeard, now)}`;
  return `${side === 'push' ? 'Approved change orders have not been dealt with' : `${name} has not answered`} ${since}.`;
}

/** Since the first of the runs that failed one after the other; where none failed, since it was last heard. */
function silentSince({ runs, lastHeard }: SideStatus, now: string): string {
  const lastGood = runs.findLastIndex(({ outcome }) => outcome !== 'failed');
  if (lastGood === -1 && lastHeard !== null) return lastHeard;
  return runs[lastGood + 1]?.startedAt ?? lastHeard ?? now;
}

function personalCors(counts: CorLog['counts']): number {
  return personalCorStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}
