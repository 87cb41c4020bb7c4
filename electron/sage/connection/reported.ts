import { SqlFailure, type SqlPhase } from '../connection.ts';

/** One diagnostic record, as the binding hands it out. */
export type ReportedError = { readonly state: string; readonly code: number; readonly message: string };

/**
 * Records that go with others and say only that it did not work: SQL Server's general refusal of a login, FreeTDS' own closing words,
 * and SQL Server's notes on database and language.
 */
const generalNumbers = new Set([0, 18456, 20002, 20018, 5701, 5703]);

/**
 * The failure of what a driver threw. A refusal comes as several records in an order that differs from driver to driver: the one that
 * says most gives state and number, and the words of all are kept, because some faults are told apart only by them.
 */
export function reportedFailure(phase: SqlPhase, error: unknown): SqlFailure {
  if (error instanceof SqlFailure) return error;
  const records = recordsOf(error);
  const telling =
    records.find(({ code }) => !generalNumbers.has(code)) ??
    records.find(({ code }) => code === 18456) ??
    records.find(({ code }) => code !== 0) ??
    records[0];
  const own = error instanceof Error ? error.message : String(error);
  const words =
    telling === undefined ? own : [...new Set([telling, ...records].map(({ message }) => message))].join(' | ');
  return new SqlFailure(phase, telling?.state ?? '', telling?.code ?? null, words, error);
}

function recordsOf(error: unknown): readonly ReportedError[] {
  if (typeof error !== 'object' || error === null || !('odbcErrors' in error) || !Array.isArray(error.odbcErrors)) {
    return [];
  }
  return error.odbcErrors.filter(
    (one: unknown): one is ReportedError =>
      typeof one === 'object' && one !== null && 'state' in one && 'code' in one && 'message' in one,
  );
}
