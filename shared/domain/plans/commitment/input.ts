import type { Plan, Refusal } from '../../plan.ts';
import type { ProcoreCommitment } from '../../procore/records.ts';
import type { SendingFacts } from '../../procore/rules/commitment.ts';
import type { AccountAnswer } from '../../procore/rules/ledgerAccount.ts';
import type { TakenNumber } from '../../procore/rules/numbers.ts';
import type { CostCode, Job, Phase, Vendor } from '../../sage/facts.ts';
import type { ItemPlanning } from '../itemPlan.ts';

/** What a person confirms by name before a plan is approved. */
export type Caution = { readonly name: string; readonly sentence: string };

export type PlannedCommitment =
  | { readonly ok: true; readonly plan: Plan; readonly cautions: readonly Caution[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** All that the plan of a commitment depends on. */
export type CommitmentInput = {
  readonly planning: ItemPlanning;
  readonly commitment: ProcoreCommitment;
  /** What the approver typed: the Commitment ID, the title, the contract or order date, and a subcontract's status. */
  readonly choices: { readonly number: string; readonly title: string; readonly date: string; readonly status: string };
  readonly sending: SendingFacts;
  readonly facts: SageFacts;
  readonly numbers: { readonly inSage: readonly TakenNumber[]; readonly waiting: readonly TakenNumber[] };
  /** Records of the vendor on this job in Sage that are linked with nothing. */
  readonly unlinked: readonly { readonly number: string; readonly total: string }[];
  /** The account that invoices on it will be booked on, by cost type of its lines. */
  readonly accounts: readonly AccountAnswer[];
};

/** What Sage says now of the partners that a commitment names. */
export type SageFacts = {
  readonly job: Job | null;
  readonly vendor: Vendor | null;
  readonly phases: readonly Phase[];
  /** By canonical code. */
  readonly costCodes: ReadonlyMap<string, CostCode>;
};
