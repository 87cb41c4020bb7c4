import type { ConnectionStep, ConnectionStepName } from '#shared/domain/connectionTest.ts';

/** A step that was not reached. */
export function notTried(step: ConnectionStepName): ConnectionStep {
  const sentence = 'Not tried yet: a step before it failed.';
  return { step, result: 'notTried', sentence, remedy: '', ms: null, code: null };
}
