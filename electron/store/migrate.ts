import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Database } from './database.ts';
import { openFailures } from './openFailures.ts';

/** One step from the schema `version - 1` to `version`. What has shipped is never edited: a change is a new step. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

export type MigrationReport = {
  readonly from: number;
  readonly to: number;
  /** The copy made before the first step; null when the file was new or needed no step. */
  readonly backup: string | null;
};

export type MigrateOptions = {
  readonly file: string;
  readonly migrations: readonly Migration[];
  readonly backupFolder: string;
  /** Now, ISO UTC, for the backup's name; null leaves the time out. */
  readonly now: string | null;
};

/** Brings an open file to the newest schema, a transaction per step; backs an older file up first and refuses a newer one. */
export function migrate(db: Database, options: MigrateOptions): Result<MigrationReport> {
  const { file, migrations } = options;
  const from = schemaVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (from > newest) return fail(openFailures.newerSchema(file, from, newest));
  const steps = migrations.filter((step) => step.version > from);
  if (steps.length === 0) return succeed({ from, to: from, backup: null });
  let backup: string | null = null;
  if (from > 0) {
    const target = backupName(options, from);
    try {
      backUp(db, target, from);
    } catch (error) {
      return fail(openFailures.noBackup(file, target, String(error)));
    }
    backup = target;
  }
  for (const step of steps) {
    try {
      db.transaction(() => {
        db.script(step.sql);
        const broken = db.all('PRAGMA foreign_key_check');
        if (broken.length > 0) throw new Error(`${broken.length} rows point to rows that are not there`);
        db.script(`PRAGMA user_version = ${step.version}`);
      });
    } catch (error) {
      return fail(openFailures.migration(file, `${step.version} (${step.name})`, backup, String(error)));
    }
  }
  return succeed({ from, to: newest, backup });
}

export function schemaVersion(db: Database): number {
  return Number(db.column('PRAGMA user_version')[0]);
}

function backupName({ file, backupFolder, now }: MigrateOptions, version: number): string {
  // Colons are not allowed in Windows file names.
  const stamp = now === null ? '' : `.${now.replaceAll(':', '-')}`;
  const stem = path.join(backupFolder, `${path.basename(file)}.v${version}${stamp}`);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${stem}.backup` : `${stem}-${number}.backup`;
    if (!existsSync(name)) return name;
  }
}

/** Writes a whole copy to disk under a name of its own, checks it, and only then gives it its final name. */
function backUp(db: Database, target: string, version: number): void {
  mkdirSync(path.dirname(target), { recursive: true });
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  db.run('VACUUM INTO ?', partial);
  db.run('ATTACH ? AS backup', partial);
  try {
    const verdict = db.column('PRAGMA backup.quick_check(1)')[0];
    const copied = db.column('PRAGMA backup.user_version')[0];
    if (verdict !== 'ok' || copied !== version) throw new Error(`the copy is not whole: ${String(verdict)}`);
  } finally {
    db.script('DETACH backup');
  }
  // SQLite does not flush the target of VACUUM INTO.
  const handle = openSync(partial, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, target);
}
