import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import type { Environment } from '../secretNames.ts';
import type { PolicyEntry } from './policy.ts';
import { parseRegistryOutput } from './registryOutput.ts';

/** `missing`: there is no such key, so that nothing is set. */
export type RegistryReading =
  | { readonly kind: 'read'; readonly entries: readonly PolicyEntry[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly why: string };

/** A computer that has just started may be slow; the screens do not wait for this. */
const timeLimitMs = 15_000;

/** Policies are small; whatever is longer is not one. */
const longestOutputBytes = 4 * 1024 * 1024;

/**
 * Reads everything below a key of `HKEY_LOCAL_MACHINE`, with the system's own `reg.exe` by its full path. It writes in the code page of
 * its console, so that the console is set to UTF-8 first (confidence medium: what could not be written arrives as U+FFFD and is refused).
 * `key` is a constant of ours: nothing that anybody entered stands in the command.
 */
export function readRegistry(key: string, environment: Environment): Promise<RegistryReading> {
  const system = win32.join(environment.SystemRoot ?? 'C:\\Windows', 'System32');
  const program = (name: string) => `"${win32.join(system, name)}"`;
  const command = `"${program('chcp.com')} 65001 >nul & ${program('reg.exe')} query "${key}" /s /reg:64"`;
  return new Promise((resolve) => {
    execFile(
      win32.join(system, 'cmd.exe'),
      ['/d', '/s', '/c', command],
      {
        windowsHide: true,
        windowsVerbatimArguments: true,
        timeout: timeLimitMs,
        maxBuffer: longestOutputBytes,
        encoding: 'utf8',
      },
      (error, output) => resolve(readingOf(error, output, key)),
    );
  });
}

/** Exit code 1 without a word on standard output is how `reg.exe` says that there is no such key. */
export function readingOf(
  error: { readonly code?: string | number | null; readonly killed?: boolean } | null,
  output: string,
  key: string,
): RegistryReading {
  if (error === null) return { kind: 'read', entries: parseRegistryOutput(output, key) };
  if (error.code === 1 && output.trim() === '') return { kind: 'missing' };
  const why =
    error.killed === true ? `no answer within ${timeLimitMs / 1000} seconds` : `error ${error.code ?? 'unknown'}`;
  return { kind: 'failed', why };
}
