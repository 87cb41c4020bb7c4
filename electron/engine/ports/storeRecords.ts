import type { Draft } from '#shared/domain/draft.ts';
import type { Plan, Receipt } from '#shared/domain/plan.ts';
import type { TransferState } from '#shared/domain/transfer.ts';

/** A job created in Sage that no project knows yet. */
export type ImportedJob = {
  readonly job: string;
  /** `creating`: a project may have been created already; look it up by job number before creating one. */
  readonly state: 'waiting' | 'creating' | 'rejected' | 'mapped';
  readonly reason: string;
  readonly at: string;
  readonly by: string;
};

export type Transfer = {
  readonly id: string;
  readonly businessKey: string;
  readonly title: string;
  readonly corIds: readonly string[];
  readonly job: string;
  readonly draft: Draft;
  /** Present from approval on; immutable. */
  readonly plan: Plan | null;
  readonly planHash: string | null;
  readonly state: TransferState;
  readonly attempts: readonly Attempt[];
  readonly receipt: Receipt | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly updatedAt: string;
};

export type Attempt = { readonly at: string; readonly sentence: string; readonly detail: string };

export type TransferQuery = {
  readonly states: readonly string[];
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
};

export const historyKinds = [
  'mapped',
  'mappingEdited',
  'unmapped',
  'importAccepted',
  'importRejected',
  'importRestored',
  'draftSaved',
  'approved',
  'withdrawn',
  'applied',
  'failed',
  'retried',
  'dropped',
  'corChanged',
  'sageChanged',
  'accepted',
  'unlinked',
  'labelled',
  'settings',
] as const;

export type HistoryEntry = {
  readonly id: string;
  readonly at: string;
  /** A person's name, or `Plumbline` for what the timers did. */
  readonly by: string;
  readonly kind: (typeof historyKinds)[number];
  readonly sentence: string;
  readonly job: string | null;
  readonly corId: string | null;
  readonly corNumber: string | null;
  readonly changeOrder: string | null;
  readonly transferId: string | null;
  /** Before and after, or the receipt: JSON, shown folded. */
  readonly detail: string;
};

export type HistoryQuery = {
  readonly search: string;
  readonly kinds: readonly string[];
  readonly job: string;
  readonly corId: string;
  readonly transferId: string;
  readonly by: string;
  readonly from: string;
  readonly to: string;
  readonly offset: number;
  readonly limit: number;
};

/** One run of one side, for the freshness strip. */
export type Run = {
  readonly side: 'sage' | 'clearstory' | 'push';
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: 'ok' | 'partial' | 'failed';
  readonly sentence: string;
  readonly rowsRead: number;
  readonly changed: number;
};
