import { z } from 'zod';

/** A test of the connection to Sage, step by step: each step needs the one before it. */

export const connectionSteps = ['driver', 'server', 'encryption', 'login', 'company', 'tables', 'read'] as const;
export type ConnectionStepName = (typeof connectionSteps)[number];

export const connectionStepSchema = z.object({
  step: z.enum(connectionSteps),
  /** `notTried`: an earlier step failed. */
  result: z.enum(['ok', 'warn', 'fail', 'notTried']),
  sentence: z.string(),
  /** What to do about it; empty when there is nothing to do. */
  remedy: z.string(),
  /** How long it took; null where a driver does several steps in one call and reports only the end. */
  ms: z.number().int().nonnegative().nullable(),
  /** Code of the failure, for the help page; null where there is none. */
  code: z.string().nullable(),
  /** Technical words for support; never a secret or a connection string. */
  detail: z.string().optional(),
});
export type ConnectionStep = z.infer<typeof connectionStepSchema>;

export const connectionStepTitles: Readonly<Record<ConnectionStepName, string>> = {
  driver: 'ODBC driver found',
  server: 'server reached',
  encryption: 'encryption agreed',
  login: 'login accepted',
  company: 'company opened',
  tables: 'tables there',
  read: 'tables may be read',
};

/** Whether everything that was tried went well; warnings do not count. */
export function isConnected(steps: readonly ConnectionStep[]): boolean {
  return steps.every(({ result }) => result === 'ok' || result === 'warn');
}

/** Nobody is there to be asked. What a server refuses is an answer, and a driver that is missing here says nothing of the server. */
export function isSilent(steps: readonly ConnectionStep[]): boolean {
  const failed = steps.find(({ result }) => result === 'fail');
  if (failed?.step === 'server') return failed.code !== 'sage.unknown';
  // A company that is a file has no server.
  return failed?.code === 'sage.companyMissing' && steps.every(({ step }) => step !== 'server');
}
