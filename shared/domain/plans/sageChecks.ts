import { displayCostCode } from '../costCode.ts';
import type { Check } from '../plan.ts';
import type { Job } from '../sage/facts.ts';

/** Conditions that plans of several kinds share, read again when the lock is held. */

/** The job must still be there and open. Newer versions of Sage have a job status list of their own: whatever it is now is right. */
export function jobCheck(number: string, job: Pick<Job, 'status'> | null): Check {
  const statuses = new Set(['1', '3', '4', '5', job?.status ?? '4']);
  return {
    table: 'actrec',
    where: { recnum: number },
    expect: 'one',
    columns: { status: [...statuses], inactv: ['0'] },
    sentence: `Job ${number} was closed, made inactive or removed in Sage meanwhile: reopen it in 3-5, or map another job.`,
  };
}

export function costCodeCheck(code: string): Check {
  return {
    table: 'cstcde',
    where: { recnum: code },
    expect: 'one',
    columns: {},
    sentence: `Cost code ${displayCostCode(code)} was removed from Sage (6-5) meanwhile: choose another one.`,
  };
}

export function vendorCheck(number: string): Check {
  return {
    table: 'actpay',
    where: { recnum: number },
    expect: 'one',
    columns: {},
    sentence: `Vendor ${number} was removed from Sage (4-4) meanwhile: link the company with another one.`,
  };
}
