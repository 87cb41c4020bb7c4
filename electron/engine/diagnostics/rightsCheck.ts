import type { Right } from '#shared/domain/sage/catalog.ts';
import { type Check, failed, inOrder, lookAt } from './check.ts';

export const rights = { id: 'sage.rights', title: 'Sage: rights of the login' } as const;

/** Lacking a right to read is wrong in any case; lacking one to write, or holding too many, only where Plumbline would write. */
export function rightsCheck(all: readonly Right[]): Check {
  const missing = (purpose: Right['purpose']) => all.filter((one) => one.purpose === purpose && !one.held);
  const unread = missing('read');
  const excess = all.filter(({ purpose, held }) => purpose === 'excess' && held);
  const remedy = 'Have an administrator run resources/sql/1-login-and-roles.sql for this login.';
  if (unread.length > 0) return failed(rights, { sentence: `The login lacks ${listed(unread)}.`, remedy });
  if (excess.length > 0) {
    const sentence = `The login may do far more than Plumbline needs (${listed(excess)}): direct writing refuses it.`;
    return lookAt(rights, sentence, `Give Plumbline a login of its own. ${remedy}`);
  }
  const unwritten = [...missing('write'), ...missing('marker')];
  // No more is claimed than was asked: what the login may do to other tables is for whoever grants rights.
  const sufficient =
    'The login holds what reading and writing take. It may delete none of it, and has no role that may do everything.';
  if (unwritten.length === 0) return inOrder(rights, sufficient);
  const sentence = `The login holds what reading takes. For direct writing it would also need ${listed(unwritten)}.`;
  return inOrder(rights, sentence);
}

/** `SELECT on actrec, UPDATE on prmchg.status and 12 more`. */
function listed(some: readonly Right[]): string {
  const names = some.map(({ on, right }) => (on === 'login' ? right : `${right} on ${on}`));
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
