import type { CheckResult } from '#shared/contract/settings.ts';
import type { Failure } from '#shared/domain/failure.ts';

export type Check = Omit<CheckResult, 'number'>;
type Named = Pick<Check, 'id' | 'title'>;

export function inOrder(named: Named, sentence: string): Check {
  return { ...named, result: 'ok', sentence, remedy: '' };
}

export function lookAt(named: Named, sentence: string, remedy: string): Check {
  return { ...named, result: 'warn', sentence, remedy };
}

export function failed(named: Named, { sentence, remedy = '' }: Pick<Failure, 'sentence' | 'remedy'>): Check {
  return { ...named, result: 'fail', sentence, remedy };
}

export function notTried(named: Named, sentence: string): Check {
  return { ...named, result: 'notTried', sentence, remedy: '' };
}
