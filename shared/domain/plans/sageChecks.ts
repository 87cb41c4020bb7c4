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

/** The phase of a record must still be this one. Sage keeps none as 0 or as nothing. */
export function phaseValues(phase: string): (string | null)[] {
  return phase === '' || phase === '0' ? ['0', null] : [phase];
}

/** A line of a commitment must still have the code and type that its amounts go to. `name`: what people call the commitment. */
export function commitmentLineCheck(
  table: 'sbcnln' | 'pcorln',
  record: string,
  name: string,
  line: { readonly line: string; readonly costCode: string | null; readonly costType: string | null },
): Check {
  return {
    table,
    where: { recnum: record, linnum: line.line },
    expect: 'one',
    columns: { cstcde: [line.costCode], csttyp: [line.costType] },
    sentence: `Line ${line.line} of ${name} was removed or got another cost code or type in Sage meanwhile: read Sage again.`,
  };
}

/** Why a record of Sage is not the one that was linked: another job or vendor has its number now. Null: it is. */
export function strangerWords(
  record: { readonly job: string | null; readonly vendor: string | null },
  linked: { readonly job: string | null; readonly vendor: string | null },
): string | null {
  if (linked.job !== null && record.job !== linked.job) {
    return `is of job ${record.job ?? 'none'} in Sage, and its project is job ${linked.job}`;
  }
  if (linked.vendor !== null && record.vendor !== linked.vendor) {
    return `is of vendor ${record.vendor ?? 'none'} in Sage, and its company is vendor ${linked.vendor}`;
  }
  return null;
}
