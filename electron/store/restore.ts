import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { inspectCopy } from './copies.ts';
import { openDatabase } from './database.ts';

/**
 * Putting a backup in the place of a store. The copy is made ready beside it first; then one small file says what is going to happen, and
 * from that moment on whoever opens the store carries it out to its end. A crash leaves the old store whole before that file is there, and
 * the new one whole after it. The old store is kept aside, with its log, and never deleted.
 */

const journalSchema = z.object({ staged: z.string(), aside: z.string() });

const journalOf = (file: string) => `${file}.restore`;
const stagedOf = (file: string) => `${file}.restoring`;

/**
 * `mark`: a note that the restored store starts with. The store itself may still be open. What was copied is looked through again: others
 * may write to the folder that it comes from, and have put another file there meanwhile.
 */
export async function stageRestore(
  file: string,
  backup: string,
  company: CompanyId,
  mark: { readonly name: string; readonly value: string },
): Promise<Failure | null> {
  const staged = stagedOf(file);
  removeStaged(file);
  try {
    await copyFile(backup, staged);
  } catch (error) {
    return notStaged(backup, String(error));
  }
  const copied = await inspectCopy(staged, company);
  if (!copied.ok) return copied.failure;
  const opened = openDatabase(staged);
  if (!opened.ok) return opened.failure;
  const db = opened.value;
  try {
    db.run(
      'INSERT INTO notes (company, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      company,
      mark.name,
      mark.value,
    );
  } finally {
    db.close();
  }
  return null;
}

/** What stands in the journal before anything is moved. `aside`: the file that the old store is going to be. */
export function restoreJournal(file: string, stamp: string) {
  const aside = `${file}.before-restore-${stamp.replaceAll(':', '-')}`;
  return { file: journalOf(file), content: JSON.stringify({ staged: stagedOf(file), aside }), aside };
}

/** Carries a restore that was begun to its end. Call it before a store is opened. The file that was kept aside; null: none was begun. */
export function finishRestore(file: string): Result<string | null> {
  // What is in the folder's place, if anything, is told by the opening that comes next.
  const folder = dirname(file);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return succeed(null);
  const journal = journalOf(file);
  try {
    if (!existsSync(journal)) {
      // One that was cut off while its copy was made ready: the old store is whole.
      removeStaged(file);
      return succeed(null);
    }
    const { staged, aside } = journalSchema.parse(JSON.parse(readFileSync(journal, 'utf8')));
    if (existsSync(staged)) {
      for (const end of ['', '-wal', '-shm']) {
        if (existsSync(`${file}${end}`) && !existsSync(`${aside}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
      }
      renameSync(staged, file);
    }
    rmSync(journal, { force: true });
    return succeed(aside);
  } catch (error) {
    return fail({
      next: 'needsPerson',
      code: 'backup.notRestored',
      sentence: `A restore of ${file} was begun and could not be carried to its end. Nothing was deleted.`,
      remedy: 'Close whatever else uses the files in that folder, check the rights on it, then open the company again.',
      detail: String(error),
    });
  }
}

function removeStaged(file: string): void {
  const beside = ['', '-wal', '-shm'].map((end) => `${stagedOf(file)}${end}`);
  for (const one of [...beside, `${journalOf(file)}.new`]) rmSync(one, { force: true });
}

function notStaged(backup: string, detail: string): Failure {
  return {
    next: 'needsPerson',
    code: 'backup.notRead',
    sentence: `The backup ${backup} cannot be copied. Nothing was changed.`,
    remedy: 'Is its folder reachable, and is there room on this disk?',
    detail,
  };
}
