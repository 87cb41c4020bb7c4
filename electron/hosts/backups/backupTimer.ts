import type { Companies } from '../companies/companies.ts';
import type { Home } from '../homeFolder.ts';
import { backUpWhatIsDue } from './backups.ts';

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
      again();
    },
    stop: (): void => {
      cancel?.();
      cancel = null;
    },
  };
}
