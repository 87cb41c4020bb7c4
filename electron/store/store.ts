import path from 'node:path';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { Clock } from '../engine/ports/runtime.ts';
import type { Store } from '../engine/ports/store.ts';
import { createCertificates } from './certificates.ts';
import { createCors } from './cors.ts';
import { type Database, openDatabase } from './database.ts';
import { createHistory } from './history.ts';
import { createImported } from './imported.ts';
import { createInspection } from './inspection.ts';
import { officeDaysIn } from './instants.ts';
import { createLinks } from './links.ts';
import { createMappings } from './mappings.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { createParsed } from './parsed.ts';
import { createProcoreStore } from './procore/procoreStore.ts';
import { createProjects } from './projects.ts';
import { finishRestore } from './restore.ts';
import { rowCounts } from './rowCounts.ts';
import { createRuns } from './runs.ts';
import { createSageRecords } from './sageRecords.ts';
import type { Scope } from './scope.ts';
import { createNotes, createSettings } from './settings.ts';
import { createTransfers } from './transfers.ts';
import { createUnreadable } from './unreadable.ts';

export type StoreOptions = {
  /** On a disk of this computer, never a network drive. Its folder is created. */
  readonly file: string;
  /** Tells the companies of one file apart. */
  readonly company: CompanyId;
  /** Dates the names of backups; without it they carry the schema version only. */
  readonly clock?: Pick<Clock, 'now'>;
  /** Where a file is backed up to before it is converted; beside it when not given. */
  readonly backupFolder?: string;
  /** Puts around the stored settings what stands above them. */
  readonly aroundSettings?: (own: Store['settings']) => Store['settings'];
};

/**
 * Opens (creates, converts) the store of one company for this process alone. Fails in words: in use by another Plumbline, newer
 * schema, damaged, another program's file, folder not writable, disk full, SQLite version that can lose data.
 */
export function openStore(options: StoreOptions): Result<Store> {
  const file = path.resolve(options.file);
  const finished = finishRestore(file);
  if (!finished.ok) return finished;
  const opened = openDatabase(file);
  if (!opened.ok) return opened;
  const db = opened.value;
  const migrated = migrate(db, {
    file,
    migrations,
    backupFolder: options.backupFolder ?? path.dirname(file),
    now: options.clock?.now() ?? null,
  });
  if (!migrated.ok) {
    db.close();
    return migrated;
  }
  const { company } = options;
  const unreadable = createUnreadable(db, company);
  const scope: Scope = { db, company, keep: unreadable.add, parsed: createParsed() };
  const own = createSettings(scope);
  const settings = options.aroundSettings?.(own) ?? own;
  const days = officeDaysIn(() => settings.read().timeZone);
  return succeed({
    transaction: db.transaction,
    changes: () => (db.inTransaction() ? null : Number(db.column('SELECT total_changes()')[0])),
    settings,
    notes: createNotes(scope),
    projects: createProjects(scope),
    mappings: createMappings(scope),
    imported: createImported(scope),
    sage: createSageRecords(scope),
    cors: createCors(scope, days),
    links: createLinks(scope),
    transfers: createTransfers(scope),
    inspection: createInspection(scope),
    certificates: createCertificates(scope),
    history: createHistory(scope, days),
    runs: createRuns(scope),
    procore: createProcoreStore(scope),
    unreadable,
    damage: () => damageIn(db),
    copyTo: async (file) => {
      await db.copyTo(file);
      // Nothing was saved since its last page: no other work ran in between.
      return rowCounts(db, company);
    },
    close: db.close,
  });
}

/** SQLite's own look through all pages, at most a few complaints; null when it has none. */
function damageIn(db: Database): string | null {
  const complaints = db.column('PRAGMA quick_check(3)').map(String);
  return complaints.length === 1 && complaints[0] === 'ok' ? null : complaints.join('; ');
}
