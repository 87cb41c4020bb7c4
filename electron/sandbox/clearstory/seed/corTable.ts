import type { CorStatus } from '#shared/domain/cor.ts';
import { corStatuses } from '#shared/domain/cor.ts';

/** One change order request of the story, as its table row says it. Dates are days of 2026 in the office. */
export type StoryCor = {
  readonly job: string;
  readonly inbox: 'sent' | 'received';
  readonly contractor: string | null;
  readonly number: string;
  readonly status: CorStatus;
  readonly stage: string | null;
  readonly requested: string;
  /** The amount in the bucket of the status; often not what was requested. */
  readonly effective: string;
  readonly submitted: string | null;
  /** When the status was reached: issued, approved to proceed or void. */
  readonly decided: string | null;
  readonly reference: string | null;
  readonly customerCo: string | null;
  readonly title: string;
};

/** The stage a status has when the row names none. */
const usualStage: Readonly<Record<CorStatus, string | null>> = {
  draft: null,
  in_review: 'in_review',
  approved_to_proceed: 'approved_to_proceed',
  approved_co_issued: 'approved_co_issued',
  rejected: 'void',
  placeholder: 'placeholder',
};

/**
 * Reads rows `number | status[/stage] | requested | effective | submitted | decided | reference | customer CO | title`.
 * `=` as effective repeats the requested amount, `-` is an empty field, days are `MM-DD`.
 * In: the job's number, and the subcontractor for received ones. Throws on a malformed row: the story is part of the program.
 */
export function corTable(job: string, contractor: string | null, rows: string): readonly StoryCor[] {
  return rows
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => {
      const cells = row.split('|').map((cell) => cell.trim());
      const [number, statusAndStage, requested, effective, submitted, decided, reference, customerCo, title] = cells;
      const [statusText, stage] = (statusAndStage ?? '').split('/');
      const status = corStatuses.find((one) => one === statusText);
      if (status === undefined || number === undefined || requested === undefined || title === undefined)
        throw new Error(`Not a row of the story: ${row}`);
      return {
        job,
        inbox: contractor === null ? 'sent' : 'received',
        contractor,
        number,
        status,
        stage: stage ?? usualStage[status],
        requested,
        effective: effective === '=' || effective === undefined ? requested : effective,
        submitted: day(submitted),
        decided: day(decided),
        reference: filled(reference),
        customerCo: filled(customerCo),
        title,
      };
    });
}

function filled(cell: string | undefined): string | null {
  return cell === undefined || cell === '-' ? null : cell;
}

function day(cell: string | undefined): string | null {
  const found = filled(cell);
  return found === null ? null : `2026-${found}`;
}
