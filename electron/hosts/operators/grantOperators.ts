import { runProgram, systemProgram } from '../machine/runProgram.ts';
import { readRegistry, setupRegistryKey } from '../policy/readRegistry.ts';
import type { Environment } from '../secretNames.ts';

/** What `icacls` is called with to let a group read one file; null for what is no SID. */
export function grantWords(file: string, sid: string): readonly string[] | null {
  return /^S-1(?:-\d{1,10}){1,15}$/.test(sid) ? [file, '/grant', `*${sid}:(R)`] : null;
}

/**
 * Windows: lets the operators that the installer was given read the token. Administrators may by the folder's own list. Null, or why not.
 */
export async function grantOperators(file: string, environment: Environment): Promise<string | null> {
  if (process.platform !== 'win32') return null;
  const read = await readRegistry(setupRegistryKey, environment);
  if (read.kind !== 'read') return read.kind === 'missing' ? null : read.why;
  const { value } = read.entries.find(({ path }) => path === 'Operators') ?? {};
  if (value === undefined || value === '') return null;
  const words = grantWords(file, String(value));
  if (words === null) return `the operators that were given at installation are no SID: ${String(value).slice(0, 100)}`;
  const { code, output } = await runProgram(systemProgram(environment, 'icacls.exe'), words, 10_000);
  return code === 0 ? null : `icacls.exe ended with ${code ?? 'nothing in time'}: ${output}`;
}
