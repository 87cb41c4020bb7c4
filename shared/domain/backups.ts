import { z } from 'zod';
import { oneLine } from './oneLine.ts';

/** Where the backups of what Plumbline remembers lie, and how many of each company are kept. For the whole installation. */
export const backupSettingsSchema = z.strictObject({
  /** Empty: the one in the home folder. */
  folder: oneLine(400),
  keep: z.number().int().min(1).max(365),
});
export type BackupSettings = z.infer<typeof backupSettingsSchema>;

export const standardBackups: BackupSettings = { folder: '', keep: 14 };

/** What a configuration file or a policy may set of them. */
export const partialBackupsSchema = backupSettingsSchema.partial();

/** Why a folder cannot be used as it stands; null when it can. In: as it was typed. */
export function folderProblem(folder: string): string | null {
  const path = folder.trim();
  if (path === '' || isWhole(path)) return null;
  return `“${path}” is not a whole path such as D:\\Backups or \\\\server\\backups.`;
}

/** What speaks against a folder that can be used; null when nothing is known of it. */
export function folderWarning(folder: string): string | null {
  if (/(^|[\\/])(onedrive|dropbox|google ?drive|my drive|icloud ?drive|box sync)( - [^\\/]*)?([\\/]|$)/i.test(folder)) {
    return 'A folder that OneDrive or another service synchronises is a bad place: it may hold a backup open while it is written, and give an older one back. Choose a folder that is not synchronised.';
  }
  if (/^(\\\\|\/\/)/.test(folder.trim())) {
    return 'On the network a backup survives the loss of this computer, but it is only made while that folder is reachable, and whoever can read the folder can read the change orders in it. Let the user that Plumbline runs as, and nobody else who need not, write there.';
  }
  return null;
}

function isWhole(path: string): boolean {
  return /^([a-z]:[\\/]|\\\\[^\\/]+[\\/][^\\/]|\/)/i.test(path);
}
