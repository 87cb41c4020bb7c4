import type { RowValues, SnapshotTable } from '#shared/domain/certification/snapshot.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import type { ConnectionStep } from '#shared/domain/connectionTest.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';
import type { TypedRecord } from '#shared/domain/handEntry/typedRecord.ts';
import type { Plan, Receipt } from '#shared/domain/plan.ts';
import type { Inspection, MarkerStore } from '#shared/domain/sage/catalog.ts';
import type { Budget, LedgerAccount, PayableInvoice, PurchaseOrder } from '#shared/domain/sage/documentFacts.ts';
import type {
  ChangeOrder,
  CostCode,
  Job,
  ListItem,
  Phase,
  SageKind,
  Subcontract,
  Vendor,
} from '#shared/domain/sage/facts.ts';
import type { FieldProof, ProofSigns, TableProof } from './sageProofs.ts';

/** `next` is what to go on after; null: that was the last page. */
export type ProofPage<T> = { readonly proofs: readonly T[]; readonly next: string | null };

/** One Sage 100 Contractor company as the engine sees it. Reads come in short keyset pages; each call is one connection run. */
export type SageCompany = {
  /** Connects, reads one row of every table, disconnects; what each step found. */
  readonly test: () => Promise<readonly ConnectionStep[]>;
  /**
   * One cheap row per kind: what it is compared with tells whether anything may have changed.
   * Tables with Sage's own change time answer with their newest one; the others with count and control sums.
   */
  readonly fingerprints: (kinds: readonly SageKind[]) => Promise<Result<Readonly<Partial<Record<SageKind, string>>>>>;
  readonly read: <K extends SageKind>(kind: K, query: ReadQuery) => Promise<Result<ReadPage<SageRecords[K]>>>;
  /** One record as it is now, by the key that the store keeps it under; null when it is no longer there. */
  readonly record: <K extends SageKind>(kind: K, key: string) => Promise<Result<SageRecords[K] | null>>;
  /** The same for a change order, as often asked. */
  readonly changeOrder: (record: string) => Promise<Result<ChangeOrder | null>>;
  readonly subcontractsOf: (job: string) => Promise<Result<readonly Subcontract[]>>;
  /** The cost codes that the job's budget (6-2) has, with the phase of each row. */
  readonly budgetedCodes: (
    job: string,
  ) => Promise<Result<readonly { readonly phase: string; readonly code: string }[]>>;
  /**
   * What the company's database really looks like, which rights the login holds, and whether proofs can be kept in this store. Reads
   * the catalog only, some hundred short rows. In: the instant that is noted with it, ISO UTC.
   */
  readonly inspect: (markers: MarkerStore, at: string) => Promise<Result<Inspection>>;
  /** Distinct reasons used before, most frequent first, at most 50. */
  readonly reasonsUsed: () => Promise<Result<readonly string[]>>;
  /**
   * Takes the turn to write to this company for a whole run: fails with `retry` at once where another computer's Plumbline has it.
   * `apply` writes nothing without it.
   */
  readonly beginWriting: () => Promise<Result<null>>;
  readonly endWriting: () => Promise<Result<null>>;
  /** Applies an approved plan in one transaction, once: a second call with the same key returns the first receipt's facts. */
  readonly apply: (plan: Plan, approval: Approval) => Promise<ApplyOutcome>;
  /**
   * Takes the same lock as `apply`, so the answer is final: was this plan ever applied under this key? Null only when it surely was
   * not; `sage.markerUnsure` when the proof is in the record itself and somebody changed it, so that only a person can tell.
   */
  readonly lookUp: (plan: Plan, search: MarkerSearch) => Promise<Result<AppliedMarker | null>>;
  /** Whether proofs came or went, for one cheap look before each run of the outbox. A store that cannot be asked is a failure. */
  readonly proofSigns: (stores: readonly MarkerStore[]) => Promise<Result<ProofSigns>>;
  /** A page of the table of proofs, which is there, in the order of its keys. */
  readonly tableProofs: (after: string | null) => Promise<Result<ProofPage<TableProof>>>;
  /** Change orders that carry proofs in themselves, in the order of their records. */
  readonly fieldProofs: (after: string | null) => Promise<Result<ProofPage<FieldProof>>>;
  /** What a person may have typed into Sage for this plan; at most five records. `written`: the one that was made for it, if known. */
  readonly typedRecords: (plan: Plan, written: string | null) => Promise<Result<readonly TypedRecord[]>>;
  /** Every table of the database, described or not: certification compares them all. */
  readonly snapshotTables: () => Promise<Result<readonly SnapshotTable[]>>;
  /** Rows of one table as text, from an offset on, in the order of its key. */
  readonly snapshotRows: (table: SnapshotTable, offset: number) => Promise<Result<SnapshotPage>>;
  readonly close: () => Promise<void>;
};

/** `next` is the offset to go on from; null: that was the last page. */
export type SnapshotPage = { readonly rows: readonly RowValues[]; readonly next: number | null };

export type SageRecords = {
  readonly job: Job;
  readonly phase: Phase;
  readonly costCode: CostCode;
  readonly costType: ListItem;
  readonly changeOrderType: ListItem;
  readonly vendor: Vendor;
  readonly changeOrder: ChangeOrder;
  readonly vendorType: ListItem;
  readonly ledgerAccount: LedgerAccount;
  readonly budget: Budget;
  readonly subcontract: Subcontract;
  readonly purchaseOrder: PurchaseOrder;
  readonly payableInvoice: PayableInvoice;
};

export type ReadQuery = {
  /** Sage's change time: only rows at or after it; null = all rows. Kinds without a change time ignore it. */
  readonly changedFrom: string | null;
  /** The last key of the page before; null = first page. */
  readonly after: string | null;
};

export type ReadPage<T> = {
  readonly records: readonly T[];
  /** Database rows read for this page, lines included. */
  readonly rowsRead: number;
  /** Pass as `after` for the next page; null = that was the last one. */
  readonly next: string | null;
};

/** What the proof of an earlier attempt is looked for by. */
export type MarkerSearch = {
  /** The transfer's id: the marker written inside Sage's own transaction. */
  readonly operationKey: string;
  /**
   * Every place where this company is known to have kept markers: one of them that cannot be asked is a failure. The others are asked
   * where there are any, because what is known may come from a backup.
   */
  readonly stores: readonly MarkerStore[];
  /** The highest record number of a change order that was known at approval: this plan's own is higher. */
  readonly newestRecord: string;
};

export type Approval = MarkerSearch & {
  /** Whose queue the plan was approved in: a company applies its own plans only. */
  readonly company: CompanyId;
  readonly planHash: string;
  /** Which memory of Plumbline pushes: the proof names it, for whoever finds it without knowing the push. */
  readonly installation: string;
  /** For Sage's entered-by field. */
  readonly person: string;
  /** Instant of the attempt, ISO UTC. */
  readonly at: string;
  /** The same moment on the office's clock, whole seconds: `YYYY-MM-DD HH:MM:SS.000`, for Sage's own time columns. */
  readonly officeTime: string;
};

export type AppliedMarker = {
  /** Null where only the key is kept: in the record's own field. */
  readonly planHash: string | null;
  readonly record: string;
  readonly number: string;
};

export type ApplyOutcome =
  /** `changeOrder`: as it stands now; null where the plan is of another record. */
  | { readonly outcome: 'applied'; readonly receipt: Receipt; readonly changeOrder: ChangeOrder | null }
  /** The marker was there already: nothing was written now. */
  | { readonly outcome: 'alreadyApplied'; readonly marker: AppliedMarker; readonly changeOrder: ChangeOrder | null }
  /** Rolled back: nothing was written. */
  | { readonly outcome: 'notApplied'; readonly failure: Failure }
  /** An error at or after commit: only `lookUp` can tell. */
  | { readonly outcome: 'inDoubt'; readonly failure: Failure };
