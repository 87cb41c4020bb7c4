import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { readRegistry } from '../policy/readRegistry.ts';
import type { Environment } from '../secretNames.ts';

/** Where the installer keeps what it was given. */
export const setupKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Plumbline\\Setup';

/** What `icacls` is called with to let a group read one file; null for what is no SID. */
export function grantWords(file: string, sid: string): readonly string[] | null {
  return /^S-1(?:-\d{1,10}){1,15}$/.test(sid) ? [file, '/grant', `*${sid}:(R)`] : null;
}

/**
 * Windows: lets the operators that the installer was given read the token. Administrators may by the folder's own list. Null, or why not.
 */
export async function grantOperators(file: string, environment: Environment): Promise<string | null> {
  if (process.platform !== 'win32') return null;
  const read = await readRegistry(setupKey, environment);
  if (read.kind !== 'read') return read.kind === 'missing' ? null : read.why;
  const { value } = read.entries.find(({ path }) => path === 'Operators') ?? {};
  if (value === undefined || value === '') return null;
  const words = grantWords(file, String(value));
  if (words === null) return `the operators that were given at installation are no SID: ${String(value).slice(0, 100)}`;
  const icacls = win32.join(environment.SystemRoot ?? 'C:\\Windows', 'System32', 'icacls.exe');
  return new Promise((resolve) => {
    execFile(icacls, [...words], { windowsHide: true, timeout: 10_000 }, (error) => resolve(error?.message ?? null));
  });
}
