import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Replaces a file's content for its owner's eyes only. Written beside and renamed, so that a power cut leaves the old file or the new
 * one. Null, or the system's code of the error.
 */
export function replacePrivateFile(file: string, content: string | Buffer): string | null {
  const beside = `${file}.new`;
  try {
    rmSync(beside, { force: true });
    const handle = openSync(beside, 'wx', 0o600);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
    return null;
  } catch (error) {
    return systemCode(error) ?? 'unknown error';
  }
}

/** `ENOENT`, `EACCES` …; null for errors that the system did not report. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
