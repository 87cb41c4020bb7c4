import { closeSync, fsync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Backup } from '#shared/contract/backups.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Store } from '../../engine/ports/store.ts';
import { inspectCopy } from '../../store/copies.ts';
import { backupName, partialEnd, prune, writeFacts } from './backupFiles.ts';

export type BackupOptions = {
  readonly store: Store;
  readonly company: CompanyId;
  readonly folder: string;
  readonly keep: number;
  readonly reason: Backup['reason'];
  /** Now, ISO UTC. */
  readonly at: string;
  readonly companiesFile: string;
};

/**
 * Copies a store while it is used, looks through the copy, and only then gives it its name; older ones beyond the number kept go. Fails in
 * words, and leaves no half of a backup that could be taken for one.
 */
export async function makeBackup(options: BackupOptions): Promise<Result<Backup>> {
  const { store, company, folder, keep, reason, at, companiesFile } = options;
  const name = backupName(company, at);
  const [partial, file] = [join(folder, `${name}${partialEnd}`), join(folder, name)];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(partial, { force: true });
    const before = transfersIn(store);
    await store.copyTo(partial);
    const after = transfersIn(store);
    await flush(partial);
    const facts = await inspectCopy(partial, company);
    if (!facts.ok) return fail(notMade(folder, facts.failure.detail ?? facts.failure.sentence));
    const { counts } = facts.value;
    const few = counts.transfers < Math.min(before, after) || counts.transfers > Math.max(before, after);
    if (few) return fail(notMade(folder, `${counts.transfers} of ${after} transfers are in it`));
    const backup: Backup = { name, at, reason, bytes: statSync(partial).size, counts };
    renameSync(partial, file);
    const unwritten = writeFacts(folder, backup, companiesFile);
    if (unwritten !== null) return fail(notMade(folder, unwritten));
    prune(folder, company, keep);
    return succeed(backup);
  } catch (error) {
    // What a half of it left is taken away with the next one, where the folder cannot even be looked into.
    return fail(notMade(folder, error instanceof Error ? error.message : String(error)));
  }
}

function transfersIn(store: Store): number {
  return Object.keys(store.transfers.states()).length;
}

async function flush(file: string): Promise<void> {
  const handle = openSync(file, 'r+');
  try {
    await promisify(fsync)(handle);
  } finally {
    closeSync(handle);
  }
}

function notMade(folder: string, detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'backup.notMade',
    sentence: `Plumbline's data could not be backed up to ${folder}.`,
    remedy: 'Is the folder there, may Plumbline write to it, and is there room on its disk?',
    detail,
  };
}
