import { type ConnectionStep, connectionSteps } from '#shared/domain/connectionTest.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { notTried } from './notTried.ts';

/** The steps where the process that loads the driver was lost or never came up: the driver is the first to be asked about. */
export function unanswered({ sentence, remedy = '', code, detail }: Failure): readonly ConnectionStep[] {
  const driver = { step: 'driver', result: 'fail', sentence, remedy, ms: null, code } as const;
  const rest = connectionSteps.filter((step) => step !== 'driver').map(notTried);
  return [detail === undefined ? driver : { ...driver, detail }, ...rest];
}
