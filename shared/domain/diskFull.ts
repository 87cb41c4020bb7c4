import type { Failure } from './failure.ts';

/** What SQLite and the systems say where the disk, or what this user may use of it, is full. */
const codes: readonly unknown[] = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'];

/** The failure of an error that came of a full disk; null where it came of anything else. */
export function diskFullFailure(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  if (!('code' in error && codes.includes(error.code))) return diskFullFailure(error.cause);
  return {
    next: 'needsPerson',
    code: 'store.diskFull',
    sentence: 'There is no room left on the disk that Plumbline keeps its data on.',
    remedy: 'Make room on that disk. Plumbline goes on by itself at its next turn.',
    detail: error.message,
  };
}
