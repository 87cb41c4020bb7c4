import { statfsSync } from 'node:fs';

/** Bytes that a user without special rights may still write on the disk of this folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
