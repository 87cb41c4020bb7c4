import { z } from 'zod';
import { alarmSettingsSchema, standardAlarms } from './alarms/settings.ts';
import { backupSettingsSchema, standardBackups } from './backups.ts';
import { keptLogLevels } from './logLevel.ts';

/** What is set for the whole installation and not for one company. No secrets here. */
export const installationSettingsSchema = z.strictObject({
  log: z.strictObject({ level: z.enum(keptLogLevels) }),
  alarms: alarmSettingsSchema,
  backups: backupSettingsSchema,
});
export type InstallationSettings = z.infer<typeof installationSettingsSchema>;

export const standardInstallation: InstallationSettings = {
  log: { level: 'info' },
  alarms: standardAlarms,
  backups: standardBackups,
};
