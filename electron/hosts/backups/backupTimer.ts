import type { CompanyId } from '#shared/domain/company.ts';
import type { Companies } from '../companies/companies.ts';
import type { Home } from '../homeFolder.ts';
import { sweep } from './backupFiles.ts';
import { backUpWhatIsDue, placeOfBackups } from './backups.ts';

const lookMs = 60_000;

/** Looks every minute whether a company's backup of the day is due; never two at once. */
export function createBackupTimer(home: Home) {
  let cancel: (() => void) | null = null;
  return {
    start: (companies: Companies): void => {
      if (cancel !== null) return;
      const { clock, logger } = companies;
      const again = () => {
        cancel = clock.after(lookMs, look);
      };
      const look = () => {
        backUpWhatIsDue({ companies, home })
          .catch((error: unknown) => logger.error('backup.bug', { error: String(error) }))
          .finally(() => {
            if (cancel !== null) again();
          });
      };
      for (const { id } of companies.known()) sweepAtStart(companies, home, id);
      again();
    },
    stop: (): void => {
      cancel?.();
      cancel = null;
    },
  };
}

/** Halves that a crash has left. A folder that cannot be reached is told by the next backup. */
function sweepAtStart(companies: Companies, home: Home, id: CompanyId): void {
  try {
    sweep(placeOfBackups({ companies, home }).folder, id);
  } catch (error) {
    companies.logger.warn('backup.notSwept', { company: id, detail: String(error) });
  }
}
