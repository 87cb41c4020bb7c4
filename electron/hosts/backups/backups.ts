import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '#shared/contract/backups.ts';
import type { BackupSettings } from '#shared/domain/backups.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { ofNoRecord } from '#shared/domain/records.ts';
import { backupDue } from '#shared/domain/schedule.ts';
import { lastBackupNote, noteBackupTrouble } from '../../engine/backupTrouble.ts';
import { restoredNote } from '../../engine/proofs/memory.ts';
import { inspectCopy } from '../../store/copies.ts';
import { restoreJournal, stageRestore } from '../../store/restore.ts';
import type { Companies } from '../companies/companies.ts';
import type { Home } from '../homeFolder.ts';
import { replacePrivateFile } from '../wholeFile.ts';
import { backupsIn, instantInName } from './backupFiles.ts';
import { makeBackup } from './makeBackup.ts';

type Known = { readonly companies: Companies; readonly home: Home };

/** When a backup was last tried: an instant, ISO UTC. */
const triedNote = 'backup.triedAt';

/** A failure is tried again within the hour, not every minute. */
const againAfterMs = 60 * 60_000;

/** Where the backups are and how many of each company are kept. */
export function placeOfBackups({ companies, home }: Known): BackupSettings {
  const { folder, keep } = companies.installation.read().backups;
  return { folder: folder === '' ? join(home.folder, 'backups') : folder, keep };
}

/** Makes one now. In: an open company. */
export async function backUpNow(known: Known, id: CompanyId, reason: Backup['reason']): Promise<Result<Backup>> {
  const { companies, home } = known;
  const place = companies.placeOf(id);
  if (place.state !== 'open') return fail(notOpen(id));
  const { store } = place.composed;
  const at = companies.clock.now();
  const { folder, keep } = placeOfBackups(known);
  store.notes.write(triedNote, at);
  const made = await makeBackup({ store, company: id, folder, keep, reason, at, companiesFile: home.companiesFile });
  const trouble = made.ok ? null : { at, sentence: `${made.failure.sentence} ${made.failure.detail ?? ''}`.trim() };
  noteBackupTrouble({ store }, trouble);
  if (made.ok) store.notes.write(lastBackupNote, at);
  else companies.logger.error('backup.notMade', { company: id, detail: made.failure.detail ?? '' });
  return made;
}

/** The day's backup of every open company that has none yet. */
export async function backUpWhatIsDue(known: Known): Promise<void> {
  const { companies } = known;
  for (const { id } of companies.known()) {
    const place = companies.placeOf(id);
    if (place.state !== 'open') continue;
    const { store } = place.composed;
    const now = companies.clock.now();
    const tried = store.notes.read(triedNote);
    const justTried = tried !== null && Math.abs(Date.parse(now) - Date.parse(tried)) < againAfterMs;
    if (justTried || !backupDue(store.notes.read(lastBackupNote), now, store.settings.read().timeZone)) continue;
    await backUpNow(known, id, 'daily');
  }
}

/** What was pushed after a backup, by name; null where the present data cannot be read. */
export function lostSince({ companies }: Known, id: CompanyId, at: string) {
  const place = companies.placeOf(id);
  if (place.state !== 'open') return null;
  const done = place.composed.store.transfers.list({ states: ['done'], search: '', offset: 0, limit: 200 }).rows;
  return done.flatMap(({ title, state }) => (state.name === 'done' && state.at > at ? [{ title, at: state.at }] : []));
}

/** By its name. One that lies there without its facts is looked through for them. */
export async function findBackup(known: Known, id: CompanyId, name: string): Promise<Result<Backup>> {
  const { folder } = placeOfBackups(known);
  const { backups, undescribed } = backupsIn(folder, id);
  const found = backups.find((backup) => backup.name === name);
  if (found !== undefined) return succeed(found);
  if (undescribed.includes(name)) return describe(join(folder, name), name, id);
  return fail({
    next: 'needsPerson',
    code: 'backup.gone',
    sentence: `There is no backup ${name} in ${folder}.`,
    remedy: 'Look at the list again.',
  });
}

async function describe(file: string, name: string, id: CompanyId): Promise<Result<Backup>> {
  const facts = await inspectCopy(file, id);
  if (!facts.ok) return facts;
  const { size, mtime } = statSync(file);
  const { transfers = 0, links = 0 } = facts.value.counts;
  return succeed({
    name,
    at: instantInName(name) ?? mtime.toISOString(),
    reason: 'asked',
    computer: '',
    bytes: size,
    counts: { ...facts.value.counts, transfers, links },
  });
}

/**
 * Puts a backup in the place of a company's data. The present data is kept aside, also where it is damaged. The restored data carries a
 * mark that keeps everything from being pushed until it has been compared with the proofs in Sage. Out: the file kept aside.
 */
export async function restoreBackup(known: Known, id: CompanyId, name: string): Promise<Result<string>> {
  const { companies, home } = known;
  const found = await findBackup(known, id, name);
  if (!found.ok) return found;
  const { folder } = placeOfBackups(known);
  const copy = join(folder, name);
  const facts = await inspectCopy(copy, id);
  if (!facts.ok) return facts;
  const at = companies.clock.now();
  const by = companies.surroundings.person;
  const file = home.storeFile(id);
  const mark = { name: restoredNote, value: JSON.stringify({ at, by, backupAt: found.value.at }) };
  const refused = await stageRestore(file, copy, id, mark);
  if (refused !== null) return fail(refused);
  // Where it cannot be made, which the log says, what was there is still kept aside.
  if (companies.placeOf(id).state === 'open') await backUpNow(known, id, 'beforeRestore');
  const journal = restoreJournal(file, at);
  await companies.close(id);
  const unwritten = replacePrivateFile(journal.file, journal.content);
  await companies.reopen(id);
  if (unwritten !== null) return fail(notBegun(file, unwritten));
  const place = companies.placeOf(id);
  if (place.state === 'failed') return fail(place.failure);
  if (place.state === 'open') {
    place.composed.store.history.add({
      at,
      by,
      kind: 'restored',
      sentence: `${by} restored Plumbline's data from the backup of ${found.value.at}.`,
      ...ofNoRecord,
      detail: '',
    });
  }
  companies.logger.info('backup.restored', { company: id, name });
  return succeed(journal.aside);
}

function notOpen(id: CompanyId): Failure {
  return {
    next: 'needsPerson',
    code: 'backup.notOpen',
    sentence: `Company ${id} is not open, so that it cannot be backed up.`,
    remedy: 'See under Settings, Companies, why it is not open.',
  };
}

function notBegun(file: string, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'backup.notBegun',
    sentence: `The restore of ${file} could not be begun (${code}). Nothing was changed.`,
    remedy: 'Check the rights on its folder and the room on its disk.',
  };
}
