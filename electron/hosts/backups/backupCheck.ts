import { minutesBetween, relativeWords } from '#shared/domain/dates.ts';
import { backupTrouble, lastBackupNote } from '../../engine/backupTrouble.ts';
import type { Check } from '../../engine/diagnostics/check.ts';
import type { Store } from '../../engine/ports/store.ts';

/** A long weekend without the computer is no alarm. */
const oldMinutes = 4 * 24 * 60;

/** Whether what Plumbline remembers is backed up, and how old the last backup is. */
export function backupCheck(store: Store, now: string): Check {
  const found = { id: 'backup', title: 'Plumbline’s data is backed up' } as const;
  const last = store.notes.read(lastBackupNote);
  const trouble = backupTrouble({ store });
  const remedy = 'See Settings, Backup: is the folder reachable, and is there room on its disk?';
  if (trouble !== null) return { ...found, result: 'fail', sentence: trouble.sentence, remedy };
  if (last === null) {
    const sentence = 'There is no backup yet; the first one is made within minutes of the start.';
    return {
      ...found,
      result: 'warn',
      sentence,
      remedy: 'Leave Plumbline running, or use Settings, Backup, Back up now.',
    };
  }
  const sentence = `The last backup was made ${relativeWords(last, now)}.`;
  return { ...found, result: minutesBetween(last, now) > oldMinutes ? 'warn' : 'ok', sentence, remedy: '' };
}
