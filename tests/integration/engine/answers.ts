import type { ApplyOutcome, SageCompany } from '../../../electron/engine/ports/sageCompany.ts';

/** How Sage answers a write when something is in the way. */

export const lost: ApplyOutcome = {
  outcome: 'inDoubt',
  failure: { next: 'retry', code: 'sage.inDoubt', sentence: 'Sage did not say whether the change order was saved.' },
};

/** Another computer has the turn to write. */
export const otherWrites = {
  ok: false,
  failure: { next: 'retry', code: 'sage.otherPlumbline', sentence: 'Another Plumbline is just writing.' },
} as const;

/** The answer to the first write is lost. `really`: whether the write took effect. */
export function firstAnswerLost(really = true): (real: SageCompany) => SageCompany {
  let first = true;
  return (real) => ({
    ...real,
    apply: async (plan, approval) => {
      if (!first) return real.apply(plan, approval);
      first = false;
      if (really) await real.apply(plan, approval);
      return lost;
    },
  });
}
