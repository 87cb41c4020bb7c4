import type { Failure } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { headerOf } from '#shared/domain/sage/schema/headers.ts';

/** What people read while it is not known whether a plan was saved. `cause`: what went wrong at or after the commit. */
export function doubt(plan: Plan, cause: Failure): Failure {
  return {
    next: 'retry',
    code: 'sage.inDoubt',
    sentence: `The connection broke while Sage was saving: it is not known yet whether '${plan.title}' was saved.`,
    remedy: `Plumbline looks in Sage before it does anything else; do not type the ${headerOf(plan).one} by hand meanwhile.`,
    detail: cause.detail ?? '',
  };
}
