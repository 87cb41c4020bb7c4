import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Newest lines first come to mind: what is older than this is in the log folder still. */
const mostLogBytes = 6 * 1024 * 1024;

export type LogFile = { readonly name: string; readonly text: string };

/** The log files, the newest first, until they are too much for a message. */
export function readLogs(folder: string): readonly LogFile[] {
  const ageOf = (name: string) => Number(/\.(\d+)\.log$/.exec(name)?.[1] ?? 0);
  const names = list(folder)
    .filter((name) => /^plumbline(\.\d+)?\.log$/.test(name))
    .sort((a, b) => ageOf(a) - ageOf(b));
  let left = mostLogBytes;
  const files: LogFile[] = [];
  for (const name of names) {
    if (left <= 0) break;
    const text = endOf(join(folder, name), left);
    left -= text.length;
    files.push({ name, text });
  }
  return files;
}

/** What lies in a folder of crash dumps: names, sizes and dates. A dump is an image of memory, so that it never goes anywhere by itself. */
export function listDumps(folder: string): readonly string[] {
  return list(folder, true)
    .filter((name) => name.endsWith('.dmp'))
    .map((name) => {
      const { size, mtime } = statSync(join(folder, name));
      return `${mtime.toISOString()}  ${size} bytes  ${name}`;
    });
}

function list(folder: string, recursive = false): readonly string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' });
  } catch {
    // Not there: there is nothing in it.
    return [];
  }
}

/** The last bytes of a file, from the beginning of a line on. */
function endOf(file: string, most: number): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = statSync(file);
    const length = Math.min(size, most);
    const bytes = Buffer.alloc(length);
    readSync(handle, bytes, 0, length, size - length);
    const text = bytes.toString('utf8');
    return length < size ? text.slice(text.indexOf('\n') + 1) : text;
  } finally {
    closeSync(handle);
  }
}
