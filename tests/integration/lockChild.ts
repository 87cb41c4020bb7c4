import { writeSync } from 'node:fs';
import { takeMachineLock } from '../../electron/hosts/machine/machineLock.ts';

/** Runs in a process of its own: takes the lock of the books that its first word names, says so, and holds it until it is ended. */
const [books = '', user = ''] = process.argv.slice(2);
const who = { user, since: '2026-11-23T15:12:00.000Z', home: '/data/of/maria', unattended: false };
const taken = await takeMachineLock(books, 'Acme Builders', who);
writeSync(1, taken.ok ? 'taken\n' : `${taken.failure.code} ${taken.failure.sentence}\n`);
if (taken.ok) process.stdin.once('end', taken.value.release).resume();
