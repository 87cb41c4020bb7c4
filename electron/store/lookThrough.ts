import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { CompanyId } from '#shared/domain/company.ts';
import type { RowCounts } from '../engine/ports/store.ts';
import { openCopy } from './database.ts';
import { rowCounts } from './rowCounts.ts';

export type LookTask = {
  readonly file: string;
  readonly company: CompanyId;
  /** It was just copied: it becomes one file without a log beside it, and is on the disk when this returns. */
  readonly finish: boolean;
};

export type Seen = {
  /** SQLite's own look through every page: `ok`, or its first complaint. */
  readonly verdict: string;
  readonly applicationId: number;
  readonly schema: number;
  /** What the database carries out by itself. */
  readonly acting: readonly { readonly name: string; readonly sql: string }[];
  /** Whether notes of another company are in it. */
  readonly holdsOthers: boolean;
  readonly counts: RowCounts;
};

/** Looks through a copy of a store that nobody has open. Takes a while: see `copyThread.ts`. Throws what SQLite throws. */
export function lookThrough({ file, company, finish }: LookTask): Seen {
  const db = openCopy(file, finish);
  try {
    const number = (sql: string) => Number(db.column(sql)[0]);
    const verdict = String(db.column('PRAGMA integrity_check(1)')[0]);
    const applicationId = number('PRAGMA application_id');
    const schema = number('PRAGMA user_version');
    const holdsOthers = db.column('SELECT 1 FROM notes WHERE company <> ? LIMIT 1', company).length > 0;
    const acting = db
      .all("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
      .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
    return { acting, verdict, applicationId, schema, holdsOthers, counts: rowCounts(db, company) };
  } finally {
    db.close();
    if (finish) flush(file);
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
