import type { Failure } from '#shared/domain/failure.ts';

export const notConfigured: Failure = {
  next: 'needsPerson',
  code: 'procore.notConfigured',
  sentence: 'No Procore account is set up for this company, so Procore was not told.',
  remedy: 'Enter the company number and the credentials under Settings, Procore.',
};

export function refusal(code: string, sentence: string): Failure {
  return { next: 'needsPerson', code, sentence };
}
