import { chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Backup } from '#shared/contract/backups.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Store } from '../../engine/ports/store.ts';
import { countsDiffer, inspectCopy } from '../../store/copies.ts';
import { backupName, partialEnd, prune, sweep, writeFacts } from './backupFiles.ts';

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
  const made = await make(options);
  if (!made.ok) leaveNothing(options);
  return made;
}

/** Where the folder cannot even be looked into, what is left goes with the next one. */
function leaveNothing({ folder, company }: BackupOptions): void {
  try {
    sweep(folder, company);
  } catch {}
}

async function make(options: BackupOptions): Promise<Result<Backup>> {
  const { store, company, folder, keep, reason, at, companiesFile } = options;
  const name = backupName(company, at);
  const [partial, file] = [join(folder, `${name}${partialEnd}`), join(folder, name)];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweep(folder, company);
    const counts = await store.copyTo(partial);
    chmodSync(partial, 0o600);
    const facts = await inspectCopy(partial, company, true);
    if (!facts.ok) return fail(notMade(folder, facts.failure.detail ?? facts.failure.sentence));
    const wrong = countsDiffer(facts.value.counts, counts);
    if (wrong !== null) return fail(notMade(folder, wrong));
    const { transfers = 0, links = 0 } = counts;
    const bytes = statSync(partial).size;
    const backup: Backup = { name, at, reason, computer: hostname(), bytes, counts: { ...counts, transfers, links } };
    // Before its file has its name, so that there is never a backup of which nobody knows what it holds.
    const unwritten = writeFacts(folder, backup, companiesFile);
    if (unwritten !== null) return fail(notMade(folder, unwritten));
    renameSync(partial, file);
    prune(folder, company, keep);
    return succeed(backup);
  } catch (error) {
    return fail(notMade(folder, error instanceof Error ? error.message : String(error)));
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
