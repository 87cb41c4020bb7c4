import type { Certificate } from '#shared/domain/certificate.ts';
import type { CloudProject } from '#shared/domain/cloudProject.ts';
import type { Cor } from '#shared/domain/cor.ts';
import type { CorLog, CorLogQuery } from '#shared/domain/corLog.ts';
import type { Link, SageState } from '#shared/domain/link.ts';
import type { Mapping } from '#shared/domain/mapping.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type {
  CorTransfer,
  HistoryEntry,
  HistoryQuery,
  ImportedJob,
  ItemTransfer,
  Run,
  Transfer,
  TransferQuery,
  Unreadable,
} from '#shared/domain/records.ts';
import type { Inspection } from '#shared/domain/sage/catalog.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { ProcoreStore } from './procoreStore.ts';
import type { SageRecords } from './sageCompany.ts';

/**
 * What the engine remembers for one company. Synchronous: every call is a few milliseconds of local SQLite.
 * What is inside `transaction` is saved together or not at all, and is on disk when it returns.
 */
export type Store = {
  readonly transaction: <T>(work: () => T) => T;
  /**
   * Another number after every row that changed, so that what was worked out of the store holds as long as it is the same. Null inside
   * a transaction, of which nothing may be left.
   */
  readonly changes: () => number | null;
  readonly settings: { readonly read: () => Settings; readonly write: (settings: Settings) => void };
  /** Small facts of our own: watermarks, fingerprints, last sweep. */
  readonly notes: {
    readonly read: (name: string) => string | null;
    readonly write: (name: string, value: string) => void;
  };
  readonly projects: {
    readonly replaceAll: (projects: readonly CloudProject[]) => void;
    readonly upsert: (project: CloudProject) => void;
    readonly get: (id: string) => CloudProject | null;
    readonly all: () => readonly CloudProject[];
  };
  readonly mappings: {
    readonly all: () => readonly Mapping[];
    readonly ofProject: (projectId: string) => Mapping | null;
    readonly ofJob: (job: string) => Mapping | null;
    readonly save: (mapping: Mapping) => void;
    readonly remove: (projectId: string) => void;
  };
  readonly imported: {
    readonly all: () => readonly ImportedJob[];
    readonly get: (job: string) => ImportedJob | null;
    readonly save: (job: ImportedJob) => void;
    readonly remove: (job: string) => void;
  };
  readonly sage: {
    /** Returns how many were new or different. */
    readonly upsert: <K extends SageKind>(kind: K, records: readonly SageRecords[K][]) => number;
    readonly get: <K extends SageKind>(kind: K, key: string) => SageRecords[K] | null;
    /** All words of `search` must occur; ordered by key, what begins with `search` first; at most `limit`. `parent` = the job for phases and change orders. */
    readonly search: <K extends SageKind>(
      kind: K,
      query: { readonly search?: string; readonly parent?: string; readonly limit: number; readonly offset?: number },
    ) => readonly SageRecords[K][];
    readonly count: (kind: SageKind) => number;
    readonly keys: (kind: SageKind) => readonly string[];
    /** What a record is found by: its number, code or record number; phases as `job/phase`. */
    readonly keyOf: <K extends SageKind>(kind: K, record: SageRecords[K]) => string;
    readonly remove: (kind: SageKind, keys: readonly string[]) => void;
  };
  readonly cors: CorStore;
  readonly links: {
    readonly get: (corId: string) => Link | null;
    readonly ofRecord: (record: string) => readonly Link[];
    readonly ofJob: (job: string) => readonly Link[];
    readonly all: () => readonly Link[];
    readonly save: (link: Link) => void;
    readonly remove: (corId: string) => void;
  };
  readonly transfers: {
    readonly get: (id: string) => Transfer | null;
    readonly save: (transfer: Transfer) => void;
    readonly list: (query: TransferQuery) => { readonly rows: readonly Transfer[]; readonly total: number };
    /** Not yet done or dropped, in order of approval. */
    readonly open: () => readonly Transfer[];
    readonly openOfCor: (corId: string) => CorTransfer | null;
    /** There is never more than one: saving a second one fails. */
    readonly openOfItem: (item: ItemKey) => ItemTransfer | null;
    readonly counts: () => Readonly<Record<string, number>>;
    /** The name of every transfer's state, by its id; cheap also for many. */
    readonly states: () => Readonly<Record<string, string>>;
  };
  readonly procore: ProcoreStore;
  /** What the company's database was last found to be; null before the first look. */
  readonly inspection: { readonly read: () => Inspection | null; readonly write: (inspection: Inspection) => void };
  /** In the order in which they were made. A revoked one is kept, but no longer counts and is no longer in `all`. */
  readonly certificates: {
    readonly all: () => readonly Certificate[];
    /** Whether it was ever here, revoked or not. */
    readonly known: (id: string) => boolean;
    readonly save: (certificate: Certificate) => void;
    readonly revoke: (id: string) => void;
  };
  readonly history: {
    readonly add: (entry: Omit<HistoryEntry, 'id'>) => void;
    readonly list: (query: HistoryQuery) => { readonly rows: readonly HistoryEntry[]; readonly total: number };
  };
  readonly runs: {
    readonly add: (run: Run) => void;
    readonly since: (instant: string) => readonly Run[];
    readonly last: (side: Run['side']) => Run | null;
    readonly lastGood: (side: Run['side']) => Run | null;
    /** The last one in which the other side answered: one that was partial as well. */
    readonly lastHeard: (side: Run['side']) => Run | null;
  };
  /** Payloads that did not parse: kept for a person, never dropped. */
  readonly unreadable: {
    readonly add: (item: Unreadable) => void;
    readonly all: () => readonly Unreadable[];
    readonly remove: (source: string, key: string) => void;
  };
  /** Looks through the whole file for damage, which takes a while; null when there is none. */
  readonly damage: () => string | null;
  /**
   * Copies the whole file while it is used; what is saved meanwhile is in the copy too. Out: what a whole copy holds. Rejects where it
   * cannot.
   */
  readonly copyTo: (file: string) => Promise<RowCounts>;
  readonly close: () => void;
};

/** Rows by table (`links`), and transfers by state (`transfers.done`). */
export type RowCounts = Readonly<Record<string, number>>;

export type CorStore = {
  /** Returns the ids that were new or newer. An older `updatedAt` never replaces a newer one. */
  readonly upsert: (cors: readonly Cor[], inDetail: boolean) => readonly string[];
  readonly get: (id: string) => Cor | null;
  /** Whether the details of this version have been read. */
  readonly hasDetail: (id: string) => boolean;
  readonly ids: (projectId: string) => readonly string[];
  readonly remove: (ids: readonly string[]) => void;
  /** The cached answer of link health, for filtering and sorting only. */
  readonly setSageState: (id: string, state: SageState, changeOrder: string | null) => void;
  readonly list: (query: CorLogQuery) => CorLog;
};
