import type { Failure } from '#shared/domain/failure.ts';

/** Why a store cannot be opened, in words for the person at the screen. */
export const openFailures = {
  inUse: (file: string): Failure => ({
    next: 'needsPerson',
    code: 'store.inUse',
    sentence: `Another Plumbline is already using this file: ${file}.`,
    remedy:
      'Close the other Plumbline (it may run under another Windows user or as a service), then start this one again.',
  }),
  newerSchema: (file: string, found: number, known: number): Failure => ({
    next: 'needsPerson',
    code: 'store.newerSchema',
    sentence: `The file ${file} was written by a newer Plumbline: its data has version ${found}, and this program knows versions up to ${known}.`,
    remedy: 'Install the newer Plumbline on this computer. Nothing in the file was changed.',
  }),
  damaged: (file: string, detail: string): Failure => ({
    next: 'needsPerson',
    code: 'store.damaged',
    sentence: `The file ${file} is damaged and cannot be read.`,
    remedy:
      'Restore the latest backup: open this company in Plumbline, which lists them, or use `plumbline backup restore`. The damaged file is kept aside: support may be able to read parts of it.',
    detail,
  }),
  foreignFile: (file: string): Failure => ({
    next: 'needsPerson',
    code: 'store.foreignFile',
    sentence: `The file ${file} belongs to another program, not to Plumbline.`,
    remedy: 'Choose another folder for Plumbline’s data. Nothing in the file was changed.',
  }),
  notWritable: (file: string, detail: string): Failure => ({
    next: 'needsPerson',
    code: 'store.notWritable',
    sentence: `Plumbline cannot write to ${file}.`,
    remedy:
      'Give the user who runs Plumbline the right to create and change files in that folder, or choose another folder.',
    detail,
  }),
  diskFull: (file: string, detail: string): Failure => ({
    next: 'needsPerson',
    code: 'store.diskFull',
    sentence: `There is no room left on the disk of ${file}.`,
    remedy: 'Make room on that disk, then start Plumbline again.',
    detail,
  }),
  diskTrouble: (file: string, detail: string): Failure => ({
    next: 'needsPerson',
    code: 'store.diskTrouble',
    sentence: `The disk reported an error while Plumbline read or wrote ${file}.`,
    remedy: 'Check the disk. Plumbline’s data must lie on a disk of this computer, not on a network drive.',
    detail,
  }),
  noWal: (file: string): Failure => ({
    next: 'needsPerson',
    code: 'store.noWal',
    sentence: `The disk of ${file} cannot keep Plumbline’s data safe against a power cut.`,
    remedy: 'Choose a folder on a disk of this computer, not on a network drive.',
  }),
  sqliteVersion: (version: string): Failure => ({
    next: 'needsPerson',
    code: 'store.sqliteVersion',
    sentence: `This copy of Plumbline carries SQLite ${version}, which can lose data.`,
    remedy: 'Install Plumbline anew; it needs SQLite 3.51.3, 3.53.0 or later.',
  }),
  noBackup: (file: string, backup: string, detail: string): Failure => ({
    next: 'needsPerson',
    code: 'store.noBackup',
    sentence: `The file ${file} must be converted for this Plumbline, but it could not be backed up to ${backup} first.`,
    remedy: 'Make room there, or allow Plumbline to write there, then start it again. Nothing in the file was changed.',
    detail,
  }),
  migration: (file: string, name: string, backup: string | null, detail: string): Failure => ({
    next: 'bug',
    code: 'store.migration',
    sentence: `The file ${file} could not be converted for this Plumbline: step ${name} failed and was undone.`,
    remedy:
      backup === null
        ? 'Send this message to support.'
        : `Send this message to support. The file as it was before is kept as ${backup}.`,
    detail,
  }),
  cannotLoad: (detail: string): Failure => ({
    next: 'needsPerson',
    code: 'store.cannotLoad',
    sentence: 'The part of Plumbline that stores its data (better-sqlite3) cannot be loaded on this computer.',
    remedy: 'Install Plumbline anew, in the edition for this kind of computer.',
    detail,
  }),
  unknown: (file: string, detail: string): Failure => ({
    next: 'bug',
    code: 'store.unknown',
    sentence: `The file ${file} could not be opened.`,
    remedy: 'Send this message to support.',
    detail,
  }),
} as const;

/** Sorts what SQLite and the file system throw while a store is being opened. */
export function failureOf(error: unknown, file: string): Failure {
  const code = codeOf(error);
  const detail = error instanceof Error ? `${code} ${error.message}`.trim() : String(error);
  // Extended codes carry the general one in front: SQLITE_IOERR_WRITE, SQLITE_BUSY_RECOVERY.
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return openFailures.inUse(file);
  if (/^SQLITE_(NOTADB|CORRUPT|FORMAT)/.test(code)) return openFailures.damaged(file, detail);
  if (/^SQLITE_FULL|^ENOSPC$|^EDQUOT$/.test(code)) return openFailures.diskFull(file, detail);
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/.test(code)) return openFailures.notWritable(file, detail);
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST)$/.test(code)) return openFailures.notWritable(file, detail);
  if (/^SQLITE_IOERR|^EIO$/.test(code)) return openFailures.diskTrouble(file, detail);
  if (/^ERR_DLOPEN|^MODULE_NOT_FOUND|^ERR_MODULE_NOT_FOUND/.test(code)) return openFailures.cannotLoad(detail);
  return openFailures.unknown(file, detail);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
