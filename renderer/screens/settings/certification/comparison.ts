import type { ResponseOf } from '#shared/contract/requests.ts';

export type Comparison = ResponseOf<'certification.get'>;
export type JudgingState = Extract<Comparison['state'], { name: 'judging' }>;
