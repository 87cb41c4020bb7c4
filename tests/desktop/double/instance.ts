import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * One instance for each folder of user data. Electron answers at once whether the lock is held, so that everything here is synchronous:
 * a file with the holder's process id, and a letter box in which a second instance leaves what it was started with.
 */

type Words = { readonly words: string[]; readonly folder: string; readonly data: unknown };
const pollMs = 40;

/** `heard`: a second instance's command line, folder and additional data. */
export function holdInstance(
  folder: string,
  data: unknown,
  heard: (words: string[], folder: string, data: unknown) => void,
): { readonly held: boolean; readonly release: () => void } {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'SingletonLock');
  const box = join(folder, `SingletonLetter-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`);
  const holder = readHolder(lock);
  if (holder !== null && holder !== process.pid && isAlive(holder)) {
    writeFileSync(box, JSON.stringify({ words: process.argv, folder: process.cwd(), data } satisfies Words));
    return { held: false, release: () => undefined };
  }
  writeFileSync(lock, String(process.pid));
  const timer = setInterval(() => {
    const letter = takeLetter(box);
    if (letter !== null) heard(letter.words, letter.folder, letter.data);
  }, pollMs);
  return {
    held: true,
    release: () => {
      clearInterval(timer);
      rmSync(lock, { force: true });
    },
  };
}

function takeLetter(box: string): Words | null {
  try {
    const letter = JSON.parse(readFileSync(box, 'utf8')) as Words;
    rmSync(box);
    return letter;
  } catch {
    return null;
  }
}

function readHolder(lock: string): number | null {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
