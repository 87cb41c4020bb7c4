import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { systemProgram } from '../machine/runProgram.ts';
import type { Environment } from '../secretNames.ts';
import type { PolicyEntry } from './policy.ts';
import { parseRegistryOutput } from './registryOutput.ts';

/** Where the installer keeps what it was given: its properties SERVER, DATABASE and OPERATORS. */
export const setupRegistryKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Plumbline\\Setup';

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
 * Reads everything below a key of `HKEY_LOCAL_MACHINE`. `reg.exe` says in the language of Windows, and with the same exit code, that a key
 * is not there and that it may not be read: one that may not be read is named in the key above it.
 * `key` is a constant of ours: nothing that anybody entered stands in the command.
 */
export async function readRegistry(
  key: string,
  environment: Environment,
  limitMs: number = timeLimitMs,
): Promise<RegistryReading> {
  const ran = await query(`"${key}" /s`, environment, limitMs);
  const reading = readingOf(ran, key, limitMs);
  if (reading.kind !== 'missing') return reading;
  const above = await query(`"${win32.dirname(key)}"`, environment, limitMs);
  const isThere = above.output.split(/\r?\n/).some((line) => line.trim().toLowerCase() === key.toLowerCase());
  return isThere ? { kind: 'failed', why: `the key is there and may not be read${said(ran)}` } : reading;
}

type Ran = {
  /** Null: it ended well. */
  readonly error: { readonly code?: string | number | null; readonly killed?: boolean } | null;
  readonly output: string;
  /** What it said besides, in the language of Windows. */
  readonly errors: string;
};

/**
 * The system's own `reg.exe` by its full path. It writes in the code page of its console, so that the console is set to UTF-8 first
 * (confidence medium: what could not be written arrives as U+FFFD and is refused).
 */
function query(what: string, environment: Environment, limitMs: number): Promise<Ran> {
  const program = (name: string) => `"${systemProgram(environment, name)}"`;
  const command = `"${program('chcp.com')} 65001 >nul & ${program('reg.exe')} query ${what} /reg:64"`;
  return new Promise((resolve) => {
    execFile(
      systemProgram(environment, 'cmd.exe'),
      ['/d', '/s', '/c', command],
      {
        windowsHide: true,
        windowsVerbatimArguments: true,
        timeout: limitMs,
        maxBuffer: longestOutputBytes,
        encoding: 'utf8',
      },
      (error, output, errors) => resolve({ error, output, errors }),
    );
  });
}

/** Exit code 1 without a word on standard output: there is no such key, or it may not be read. */
export function readingOf(ran: Ran, key: string, limitMs: number = timeLimitMs): RegistryReading {
  const { error, output } = ran;
  if (error === null) return { kind: 'read', entries: parseRegistryOutput(output, key) };
  if (error.code === 1 && output.trim() === '') return { kind: 'missing' };
  const why = error.killed === true ? `no answer within ${limitMs / 1000} seconds` : `error ${error.code ?? 'unknown'}`;
  return { kind: 'failed', why: `${why}${said(ran)}` };
}

function said({ errors }: Ran): string {
  const [line = ''] = errors.trim().split(/\r?\n/);
  return line === '' ? '' : `; Windows says: ${line.slice(0, 200)}`;
}
