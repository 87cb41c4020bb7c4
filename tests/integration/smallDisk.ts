import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes of its own, that only programs started by `around` see as such. */
export type SmallDisk = {
  /** As those programs see it. */
  readonly folder: string;
  /** The same, as everybody else gets at it. */
  readonly outside: string;
  /** What starts a program on it. */
  readonly around: (program: string, words: readonly string[]) => readonly [string, string[]];
  /** Leaves no room at all. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  readonly close: () => void;
};

/** Root makes a mount namespace at once; anybody else as root of a user namespace of his own, where the system lets him. */
const asRoot = process.getuid?.() === 0;
const unshare = ['--mount', ...(asRoot ? [] : ['--map-root-user'])];
const enter = asRoot ? [] : ['--user', '--preserve-credentials'];

/** Null, or why there are no small disks on this machine. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'only Linux gives a program a disk of its own';
  const { status, stderr, error } = spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'none', tmpdir()], {
    encoding: 'utf8',
  });
  return status === 0 ? null : `a mount namespace is refused here: ${error?.message ?? stderr.trim()}`;
}

/** The disk is there until it is closed, whoever uses it. */
export async function openSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mounted = `mount -t tmpfs -o size=${megabytes}m none "$0" && echo mounted && exec cat`;
  const holder = spawn('unshare', [...unshare, 'sh', '-c', mounted, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  const outside = `/proc/${holder.pid}/root${folder}`;
  const filler = join(outside, 'filler');
  return {
    folder,
    outside,
    around: (program, words) => ['nsenter', [...enter, `--target=${holder.pid}`, '--mount', '--', program, ...words]],
    fill: () => {
      const file = openSync(filler, 'a');
      // The last pages one by one.
      for (const bytes of [1 << 20, 4_096, 1]) while (wrote(file, Buffer.alloc(bytes)));
      closeSync(file);
    },
    makeRoom: () => rmSync(filler),
    close: () => {
      holder.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function wrote(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
