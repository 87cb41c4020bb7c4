import fs, { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { companyIdOf } from '#shared/domain/company.ts';

/**
 * Runs in a process of its own: makes a backup of a store, or restores one, and dies by SIGKILL just before its Nth act on the disk or
 * its Nth breath between two steps of the copying. Says `done` where it came to its end.
 */
const [task = '', file = '', folder = '', nth = ''] = process.argv.slice(2);
const company = companyIdOf('acme');
const at = '2026-11-30T10:00:00.000Z';

let left = Number(nth);
function act<A extends unknown[], R>(real: (...all: A) => R): (...all: A) => R {
  return (...all) => {
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    left -= 1;
    return real(...all);
  };
}

function dieLater(): void {
  for (const name of ['renameSync', 'rmSync', 'openSync', 'writeFileSync', 'fsyncSync', 'closeSync'] as const) {
    Object.assign(fs, { [name]: act(fs[name] as (...all: unknown[]) => unknown) });
  }
  fs.promises.copyFile = act(fs.promises.copyFile);
  globalThis.setImmediate = act(globalThis.setImmediate) as typeof setImmediate;
  syncBuiltinESMExports();
}

dieLater();
left = Number.POSITIVE_INFINITY;
const { openStore } = await import('../../electron/store/store.ts');
const { makeBackup } = await import('../../electron/hosts/backups/makeBackup.ts');
const { restoreJournal, stageRestore } = await import('../../electron/store/restore.ts');
const { replacePrivateFile } = await import('../../electron/hosts/wholeFile.ts');

const opened = openStore({ file, company });
if (!opened.ok) throw new Error(opened.failure.sentence);
const store = opened.value;
left = Number(nth);
if (task === 'backup') {
  const companiesFile = path.join(folder, 'none.json');
  const made = await makeBackup({ store, company, folder, keep: 2, reason: 'daily', at, companiesFile });
  if (!made.ok) throw new Error(made.failure.detail);
} else {
  // The steps of `restoreBackup`, in its order.
  const [backup = ''] = fs.readdirSync(folder).filter((name) => name.endsWith('.backup'));
  const refused = await stageRestore(file, path.join(folder, backup), company, { name: 'restored', value: at });
  if (refused !== null) throw new Error(refused.sentence);
  const journal = restoreJournal(file, at);
  store.close();
  const unwritten = replacePrivateFile(journal.file, journal.content);
  if (unwritten !== null) throw new Error(unwritten);
  const again = openStore({ file, company });
  if (!again.ok) throw new Error(again.failure.sentence);
  again.value.close();
}
left = Number.POSITIVE_INFINITY;
writeSync(1, 'done');
process.exit();
