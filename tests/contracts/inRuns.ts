import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { createMutex } from '../../electron/mutex.ts';

/** A company that writes every plan as a run of its own does: it takes the turn to write and gives it back. */
export function inRuns(company: SageCompany): SageCompany {
  const alone = createMutex();
  return {
    ...company,
    apply: (plan, approval) =>
      alone(async () => {
        const turn = await company.beginWriting();
        if (!turn.ok) return { outcome: 'notApplied', failure: turn.failure };
        const outcome = await company.apply(plan, approval);
        await company.endWriting();
        return outcome;
      }),
  };
}
