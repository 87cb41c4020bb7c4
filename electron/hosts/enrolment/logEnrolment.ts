import type { Logger } from '../../engine/ports/runtime.ts';
import type { EnrolmentOutcome } from './enrolAtStart.ts';

/** What became of an enrolment file, for whoever looks in the log afterwards. */
export function logEnrolment(logger: Logger, outcome: EnrolmentOutcome | null): void {
  if (outcome === null) return;
  const { result, sentence } = outcome;
  if (result === 'done') logger.info('enrolment', { result, sentence });
  else logger.error('enrolment', { result, sentence });
}
