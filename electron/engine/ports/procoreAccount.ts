import type { Result } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type {
  ProcoreBudget,
  ProcoreChange,
  ProcoreCommitment,
  ProcoreCostCode,
  ProcoreCostType,
  ProcoreInvoice,
  ProcoreProject,
  ProcoreSubJob,
  ProcoreVendor,
} from '#shared/domain/procore/records.ts';

/** One company of Procore as the engine sees it. Every call obeys the shared limit of its credential; none waits for an hour. */
export type ProcoreAccount = {
  /** Whether credentials are stored at all: without them Procore is not asked and not missed. */
  readonly configured: () => boolean;
  readonly test: () => Promise<Result<ProcoreTest>>;
  /** Where a person looks at it in a browser; null when Procore does not say. */
  readonly webAddress: () => Promise<Result<string | null>>;
  readonly templates: () => Promise<Result<readonly { readonly id: string; readonly name: string }[]>>;
  /** Active and inactive ones, read whole: a project that vanished may only have been taken from the account's permission. */
  readonly projects: (query: ChangedQuery) => Promise<Result<ReadList<ProcoreProject>>>;
  readonly project: (id: string) => Promise<Result<ProcoreProject | null>>;
  readonly subJobs: (project: string) => Promise<Result<ReadList<ProcoreSubJob>>>;
  readonly vendors: (query: ChangedQuery) => Promise<Result<ReadList<ProcoreVendor>>>;
  readonly costCodeLists: () => Promise<Result<readonly { readonly id: string; readonly name: string }[]>>;
  readonly companyCostCodes: () => Promise<Result<ReadList<ProcoreCostCode>>>;
  readonly costTypes: () => Promise<Result<ReadList<ProcoreCostType>>>;
  /** The project's own and those of its sub jobs, whose ids are given: their list was read just before. */
  readonly projectCostCodes: (
    project: string,
    subJobs: readonly string[],
  ) => Promise<Result<ReadList<ProcoreCostCode>>>;
  readonly budget: (project: string) => Promise<Result<ProcoreBudget>>;
  /** Both types with their lines; deleted ones are marked where Procore still lists them. */
  readonly commitments: (project: string, query: ChangedQuery) => Promise<Result<ReadList<ProcoreCommitment>>>;
  readonly changes: (project: string, query: ChangedQuery) => Promise<Result<ReadList<ProcoreChange>>>;
  readonly invoices: (project: string, query: ChangedQuery) => Promise<Result<ReadList<ProcoreInvoice>>>;
  /** Does the call and reads back what it wrote; gives the Procore id of what it wrote to, where there is one. */
  readonly write: (call: ProcoreCall, given: readonly (string | null)[]) => Promise<Result<string | null>>;
  /**
   * Begins the login of a person: the page to open in their browser, and what came of it. Only where settings say so; refused while
   * none of the fixed ports is free.
   */
  readonly beginLogin: () => Promise<Result<{ readonly address: string; readonly finished: Promise<Result<null>> }>>;
  /** How many requests were sent since the start, for the person and the bench. */
  readonly requestsSent: () => number;
};

export type ProcoreTest = {
  readonly companyName: string;
  readonly userName: string;
  readonly projectsVisible: number;
  /** Procore's clock as it answered, ISO UTC; null when it did not say. */
  readonly serverTime: string | null;
  readonly steps: readonly { readonly title: string; readonly ok: boolean; readonly sentence: string }[];
};

/** Only what changed since; null: everything. */
export type ChangedQuery = { readonly updatedFrom: string | null };

/** Rows that do not parse stand beside the good ones, never dropped. */
export type ReadList<T> = {
  readonly records: readonly T[];
  readonly unreadable: readonly { readonly id: string; readonly reason: string; readonly payload: string }[];
};
