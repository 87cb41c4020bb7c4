import type { Unmet } from '../item.ts';

/** Phases of a job (3-5) and sub jobs of a project. They go from Sage to Procore only. */

/** before a phase is brought in. */
export function phaseImportUnmet(
  phase: { readonly job: string; readonly number: string },
  projectLinked: boolean,
): readonly Unmet[] {
  if (projectLinked) return [];
  return [
    {
      rule: 'R-024',
      field: 'project',
      value: phase.job,
      sentence: `Job ${phase.job} is no project in Procore yet: bring the job in first, then its phase ${phase.number}.`,
    },
  ];
}

/** what was made as a sub job in Procore never becomes a phase by itself. */
export function subJobExportUnmet({ code, name }: { readonly code: string; readonly name: string }): readonly Unmet[] {
  return [
    {
      rule: 'R-025',
      field: 'subJob',
      value: code,
      sentence: `Sub job ${code} ${name} was made in Procore, and sub jobs are never sent to Sage: make the phase in Sage 3-5, then link the two.`,
    },
  ];
}

/** the estimate of a phase is shown only while it could still be imported. */
export function phaseEstimate(estimate: string, budgetLocked: boolean): string | null {
  return budgetLocked ? null : estimate;
}
