import { z } from 'zod';
import type { Context } from './context.ts';

/** When the last backup was made, as whoever makes them notes it: an instant, ISO UTC. */
export const lastBackupNote = 'backup.lastAt';

const note = 'backup.trouble';
const troubleSchema = z.object({ at: z.string(), sentence: z.string() });
export type BackupTrouble = z.infer<typeof troubleSchema>;

/** Why the last backup could not be made, as whoever makes them noted it; null: it was made. */
export function backupTrouble({ store }: Pick<Context, 'store'>): BackupTrouble | null {
  const text = store.notes.read(note);
  return text === null || text === '' ? null : troubleSchema.parse(JSON.parse(text));
}

export function noteBackupTrouble({ store }: Pick<Context, 'store'>, trouble: BackupTrouble | null): void {
  store.notes.write(note, trouble === null ? '' : JSON.stringify(trouble));
}
