import type { ChangeOrderStatus } from '#shared/domain/sage/enumerations.ts';
import { at, oneIn, pick, seeded } from './chance.ts';
import type { SampleJob } from './jobs.ts';

/** How the people of the sample company number, stage and sign their change orders. */

/** Change# is free text; each job keeps to one habit. Sage itself would suggest only the next of `7` and `220-1`. */
function numberAs(job: SampleJob, ordinal: number): string {
  if (job.migrated) return `${ordinal}   `;
  switch (job.number) {
    case '2404':
      return `COR${ordinal}`;
    case '2405':
      return `12345-46/${54 + ordinal}`;
    case '2406':
      return `220-${ordinal}`;
    default:
      return String(ordinal);
  }
}

/** Hands out the next number of a phase: each phase of a job counts for itself. */
export function changeNumbers(job: SampleJob): (phase: string | null) => string {
  const last = new Map<string, number>();
  return (phase) => {
    const series = phase ?? '0';
    const ordinal = (last.get(series) ?? 0) + 1;
    last.set(series, ordinal);
    return numberAs(job, ordinal);
  };
}

/** Phases take turns; without one Sage holds NULL or 0, and so do we. */
export function phaseOf(job: SampleJob, index: number): string | null {
  const turn = index % (job.phases.length + 1);
  if (job.phases.length > 0 && turn < job.phases.length) return String(turn + 1);
  return seeded('no phase', job.number, index) % 2 === 0 ? null : '0';
}

const underWay: readonly ChangeOrderStatus[] = ['1', '1', '6', '1', '1', '4', '1', '5', '1'];
const finished: readonly ChangeOrderStatus[] = ['1', '1', '6', '1', '5', '1'];

/** Old change orders of a running job are settled, the last but one is in review, the last one open. */
export function statusOf(job: SampleJob, index: number, count: number): ChangeOrderStatus {
  if (job.status === '3') return '2';
  if (job.status !== '4') return at(finished, seeded('stage', job.number) + index);
  if (index === count - 1) return '2';
  if (index === count - 2) return oneIn(3, 'review', job.number) ? '2' : '3';
  return at(underWay, seeded('stage', job.number) + index);
}

export function userOf(job: SampleJob, index: number): string {
  return pick(['dwhitfield', 'moyelaran', 'icarrasco'], 'user', job.number, index);
}
