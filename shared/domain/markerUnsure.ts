import type { Failure } from './failure.ts';
import type { Plan } from './plan.ts';

/** Sage cannot tell whether a push was written, so that a person looks. `why`: the rest of a sentence, without its end. */
export function markerUnsure({ title }: Pick<Plan, 'title'>, why: string): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.markerUnsure',
    sentence: `It is not certain whether '${title}' was saved: ${why}.`,
    remedy:
      'Open it in the queue: under “Is it in Sage?” it stands field by field beside what is in 6-4-1; say whether it is there. Plumbline never writes it again by itself.',
  };
}
