import type { BudgetDraft } from '../../draft.ts';
import type { Money } from '../../money.ts';

/** A budget line with everything worked out: what the row in Sage will hold. */
export type ResolvedBudget = {
  readonly index: number;
  readonly corId: string;
  /** Line number when the line is in Sage already. */
  readonly line: string | null;
  readonly description: string;
  readonly costCode: string;
  readonly costType: string;
  readonly amount: Money;
  readonly hours: string;
  readonly units: string;
  readonly subcontract: BudgetDraft['subcontract'];
};
