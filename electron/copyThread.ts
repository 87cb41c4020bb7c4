import { parentPort, workerData } from 'node:worker_threads';
import { type LookTask, lookThrough } from './store/lookThrough.ts';

/** A thread that looks through one copy of a store, says what it saw and ends, so that looking through a large one keeps nobody waiting. */
parentPort?.postMessage(lookThrough(workerData as LookTask));
