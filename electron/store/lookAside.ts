import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { LookTask, Seen } from './lookThrough.ts';

/** Looks through a copy on a thread of its own. Throws what SQLite throws. */
export function lookAside(task: LookTask): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile(import.meta.url), { workerData: task });
    thread.once('message', resolve);
    thread.once('error', reject);
    // What was settled before stays.
    thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
  });
}

/** The thread's own bundle of the build that `here` belongs to; where the sources are run as they are, its source. */
export function threadFile(here: string): string {
  const dist = here.lastIndexOf('/dist/');
  const url = here.endsWith('.ts')
    ? new URL('../copyThread.ts', here)
    : new URL('copyThread/copyThread.js', here.slice(0, dist + '/dist/'.length));
  return fileURLToPath(url);
}
