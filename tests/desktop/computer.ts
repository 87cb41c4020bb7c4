import { spawnSync } from 'node:child_process';
import type { Command, Computer } from './driver.ts';

/** Where the unattended Plumbline keeps its data on Linux. It is fixed: a home that a user could choose would let him pass for the service. */
export const serviceHome = '/var/lib/plumbline';

/** In a mount namespace of the program's own: nobody else on this computer sees it, and it is gone with the program. */
const script = `mount -t tmpfs none /var/lib && mkdir ${serviceHome} && mount --bind "$0" ${serviceHome} && exec "$@"`;

/** What lets root read what the file's rights forbid him; without it he is as any user. */
const asAnybody = ['-dac_override', '-dac_read_search'].join(',');

/**
 * A computer whose unattended Plumbline has its data in `folder`. `reader`: may read there what only root may; else a user who is no
 * operator.
 */
export function computerWith(folder: string, reader: boolean): Computer {
  const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const limit = reader ? [] : ['setpriv', `--bounding-set=${asAnybody}`, `--inh-caps=${asAnybody}`];
  const before = ['--mount', ...user, 'sh', '-c', script, folder, ...limit];
  return { around: ({ program, words }): Command => ({ program: 'unshare', words: [...before, program, ...words] }) };
}

/** Null, or why this machine cannot be divided into computers. */
export function whyNoComputer(folder: string): string | null {
  if (process.platform !== 'linux') return 'only Linux gives a program its own view of the disk';
  const { program, words } = computerWith(folder, false).around({ program: 'true', words: [] });
  const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  return status === 0 ? null : `a mount namespace is refused here: ${error?.message ?? stderr.trim()}`;
}
