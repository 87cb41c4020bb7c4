import { closeSync, fstatSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { systemCode } from '../wholeFile.ts';

/**
 * Overwrites a file that held secrets, and deletes it. What a disk or a backup kept besides is out of our hands. Null, or the system's
 * code of the error.
 */
export function destroyFile(file: string): string | null {
  try {
    const handle = openSync(file, 'r+');
    try {
      writeSync(handle, Buffer.alloc(fstatSync(handle).size), 0, undefined, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    unlinkSync(file);
    return null;
  } catch (error) {
    return systemCode(error) ?? 'unknown error';
  }
}
